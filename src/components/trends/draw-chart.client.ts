import { fillWords } from '../search/fill-words.ts';
import { columnPath, isOfOneYear, type ChartDot, type ChartLayout } from './chart-layout.ts';
import { lineShape, px } from './line-shapes.ts';
import { svgElement } from './svg-element.client.ts';
import { articlesAddress, formatValue, valueWords, type TrendSetting } from './trend-setting.client.ts';
import type { TrendPicture } from './trend-series.ts';

/** A drawn chart, and where its dots are. */
export interface DrawnChart {
  readonly svg: SVGSVGElement;
  readonly elements: ReadonlyMap<ChartDot, SVGElement>;
  readonly guide: SVGLineElement;
}

const markerPx = 4;
const touchPx = 11;

const axes = (layout: ChartLayout, unit: TrendPicture['unit'], language: string): SVGElement => {
  const { plot } = layout;
  const values = layout.valueTicks.flatMap(({ y, value }) => [
    svgElement('path', {
      class: value === 0 ? 'ground' : 'grid',
      d: `M${px(plot.left)},${px(y)}H${px(plot.right)}`,
    }),
    svgElement(
      'text',
      { x: px(plot.left - 8), y: px(y), dy: '0.35em', 'text-anchor': 'end' },
      formatValue(value, unit, language),
    ),
  ]);
  const years = layout.yearTicks.flatMap(({ x, year }) => [
    svgElement('path', { class: 'ground', d: `M${px(x)},${px(plot.bottom)}v5` }),
    svgElement('text', { x: px(x), y: px(plot.bottom + 20), 'text-anchor': 'middle' }, String(year)),
  ]);
  return svgElement('g', { class: 'axes', 'aria-hidden': 'true' }, ...values, ...years);
};

/** Draws a layout. The dots with articles are links to them; the others can be read out only. */
export const drawChart = (layout: ChartLayout, picture: TrendPicture, setting: TrendSetting): DrawnChart => {
  const { words, language } = setting;
  const { unit } = picture;
  const elements = new Map<ChartDot, SVGElement>();

  const dotElement = (query: string, dot: ChartDot): SVGElement => {
    const { slot, point, x, y, marked } = dot;
    const value = valueWords(point, unit, setting);
    const said = {
      class: marked ? 'dot marked' : 'dot',
      tabindex: -1,
      'data-line': slot,
      'data-year': point.year,
      'aria-label': fillWords(words.point, { query, year: String(point.year), value }),
    };
    const drawn = [
      svgElement('circle', { class: 'hit', cx: px(x), cy: px(y), r: touchPx }),
      svgElement('path', { class: 'marker', d: lineShape(slot).marker(x, y, markerPx) }),
    ];
    const made =
      point.count > 0
        ? svgElement('a', { ...said, href: articlesAddress(setting, query, point.year) }, ...drawn)
        : svgElement('g', { ...said, role: 'img' }, ...drawn);
    elements.set(dot, made);
    return made;
  };

  const columnLabel = (dot: ChartDot): SVGElement =>
    svgElement(
      'text',
      { class: 'number', x: px(dot.x), y: px(dot.y - 9), 'text-anchor': 'middle', 'aria-hidden': 'true' },
      formatValue(dot.point.value, unit, language),
    );

  const isSingle = isOfOneYear(picture);
  const strokes = layout.lines.flatMap(({ slot, path, dots }) =>
    isSingle
      ? dots.map((dot) =>
          svgElement('path', { class: 'column', d: columnPath(dot, layout), 'data-line': slot }),
        )
      : [
          svgElement('path', {
            class: 'stroke',
            d: path,
            'data-line': slot,
            'stroke-dasharray': lineShape(slot).dash,
          }),
        ],
  );
  const { plot } = layout;
  const guide = svgElement('line', {
    class: 'guide',
    y1: px(plot.top),
    y2: px(plot.bottom),
    visibility: 'hidden',
  });
  const svg = svgElement(
    'svg',
    {
      width: layout.width,
      height: layout.height,
      viewBox: `0 0 ${layout.width} ${layout.height}`,
      role: 'group',
      'aria-label': words.chart,
    },
    axes(layout, unit, language),
    guide,
    svgElement('g', { 'aria-hidden': 'true' }, ...strokes),
    ...layout.lines.flatMap(({ query, dots }) => dots.map((dot) => dotElement(query, dot))),
    ...(isSingle ? layout.lines.flatMap(({ dots }) => dots.map(columnLabel)) : []),
  );
  return { svg, elements, guide };
};
