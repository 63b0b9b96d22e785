import { dotByKey, homeDot } from './chart-keys.ts';
import { layOutChart, type ChartDot, type ChartLayout } from './chart-layout.ts';
import { createChartTip } from './chart-tip.client.ts';
import { drawChart, type DrawnChart } from './draw-chart.client.ts';
import { px } from './line-shapes.ts';
import { formatValue, type TrendSetting } from './trend-setting.client.ts';
import type { TrendPicture } from './trend-series.ts';

/** The chart in its frame, which it fills in width. */
export interface TrendChart {
  readonly show: (picture: TrendPicture) => void;
  readonly clear: () => void;
}

/** Px of a digit at the size of the axes' labels, for letters of the common size. */
const digitPx = 9.4;
const narrowPx = 560;

interface Drawing extends DrawnChart {
  readonly picture: TrendPicture;
  readonly layout: ChartLayout;
}

/** Draws into a frame, and anew whenever its width changes. */
export const createTrendChart = (frame: HTMLElement, setting: TrendSetting): TrendChart => {
  const tip = createChartTip(frame, setting);
  let drawing: Drawing | null = null;
  let home: ChartDot | null = null;
  let touched = false;

  const layOut = (picture: TrendPicture): ChartLayout => {
    const letter = digitPx * (parseFloat(getComputedStyle(frame).fontSize) / 16);
    const room = {
      width: frame.clientWidth,
      height: frame.clientWidth < narrowPx ? 260 : 380,
      valueLabelWidth: 0,
      yearLabelWidth: 4 * letter + 16,
    };
    const labels = layOutChart(picture, room).valueTicks.map(({ value }) =>
      formatValue(value, picture.unit, setting.language),
    );
    return layOutChart(picture, {
      ...room,
      valueLabelWidth: Math.max(...labels.map(({ length }) => length)) * letter,
    });
  };

  const showYear = (at: number, linked: boolean, slot: number | null = null): void => {
    const x = drawing?.layout.yearXs[at];
    if (drawing === null || x === undefined) return;
    for (const end of ['x1', 'x2']) drawing.guide.setAttribute(end, px(x));
    drawing.guide.setAttribute('visibility', 'visible');
    tip.show(drawing.picture, { at, x, linked, slot });
  };

  const hideYear = (): void => {
    drawing?.guide.setAttribute('visibility', 'hidden');
    tip.hide();
  };

  /** Makes a dot the one that the Tab key comes to. */
  const takeHome = (dot: ChartDot | null): void => {
    if (home !== null) drawing?.elements.get(home)?.setAttribute('tabindex', '-1');
    home = dot;
    if (dot !== null) drawing?.elements.get(dot)?.setAttribute('tabindex', '0');
  };

  const dotOf = (target: EventTarget | null): ChartDot | null => {
    if (drawing === null || !(target instanceof Element)) return null;
    const found = target.closest('.dot');
    return [...drawing.elements].find(([, made]) => made === found)?.[0] ?? null;
  };

  const yearNear = (clientX: number): number => {
    if (drawing === null) return -1;
    const x = clientX - drawing.svg.getBoundingClientRect().left;
    const away = drawing.layout.yearXs.map((one) => Math.abs(one - x));
    return away.indexOf(Math.min(...away));
  };

  const draw = (picture: TrendPicture): void => {
    const focused = dotOf(document.activeElement);
    const before = home === null ? null : { slot: home.slot, year: home.point.year };
    const layout = layOut(picture);
    const drawn = drawChart(layout, picture, setting);
    drawing?.svg.remove();
    drawing = { ...drawn, picture, layout };
    home = null;
    hideYear();
    frame.prepend(drawn.svg);
    const next = homeDot(layout.lines, before);
    takeHome(next);
    if (focused !== null && next !== null) drawn.elements.get(next)?.focus({ preventScroll: true });
  };

  frame.addEventListener('pointerdown', ({ pointerType }) => {
    touched = pointerType === 'touch';
  });
  frame.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'mouse' && event.target instanceof SVGElement)
      showYear(yearNear(event.clientX), false);
  });
  frame.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') hideYear();
  });
  // A finger can't choose between points so near to each other: it gets the year, and its links to choose from.
  frame.addEventListener('click', (event) => {
    if (!touched || !(event.target instanceof SVGElement) || event.target.closest('.chart-tip') !== null)
      return;
    event.preventDefault();
    showYear(yearNear(event.clientX), true);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (tip.isShown() && target instanceof Node && !frame.contains(target)) hideYear();
  });
  frame.addEventListener('focusin', ({ target }) => {
    const dot = dotOf(target);
    if (dot === null || drawing === null || touched) return;
    takeHome(dot);
    showYear(drawing.picture.years.indexOf(dot.point.year), false, dot.slot);
  });
  frame.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && frame.contains(relatedTarget))) hideYear();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && tip.isShown()) hideYear();
  });
  frame.addEventListener('keydown', (event) => {
    touched = false;
    const at = dotOf(event.target);
    if (at === null || drawing === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = dotByKey(drawing.layout.lines, at, event.key);
    if (next === null && !event.key.startsWith('Arrow')) return;
    event.preventDefault();
    if (next !== null) drawing.elements.get(next)?.focus();
  });
  let width = 0;
  new ResizeObserver(() => {
    if (frame.clientWidth === width) return;
    width = frame.clientWidth;
    if (drawing !== null && width > 0) draw(drawing.picture);
  }).observe(frame);

  return {
    show: draw,
    clear() {
      drawing?.svg.remove();
      drawing = null;
      home = null;
      tip.hide();
    },
  };
};
