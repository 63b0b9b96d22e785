import { element } from '../search/element.client.ts';
import { fillWords, formatNumber } from '../search/fill-words.ts';
import { lineSample } from './svg-element.client.ts';
import { articlesAddress, formatValue, type TrendSetting } from './trend-setting.client.ts';
import type { TrendPicture } from './trend-series.ts';

/** What the tip is about, and where it stands. */
export interface TipPlace {
  /** Of the picture's years, from 0. */
  readonly at: number;
  /** Px from the left of the frame. */
  readonly x: number;
  /** Whether the lines are links, for a finger that can't hit the points themselves. */
  readonly linked: boolean;
  /** The box whose point is chosen. */
  readonly slot: number | null;
}

/** The numbers of one year beside the pointer, the finger or the chosen point. */
export interface ChartTip {
  readonly show: (picture: TrendPicture, place: TipPlace) => void;
  readonly hide: () => void;
  readonly isShown: () => boolean;
}

/** Between the tip and the line of its year, in px. */
const gap = 12;

export const createChartTip = (frame: HTMLElement, setting: TrendSetting): ChartTip => {
  const { words, language } = setting;
  const tip = element('div', { class: 'chart-tip', hidden: '' });
  frame.append(tip);

  const unitOf = ({ unit }: TrendPicture): string =>
    unit === 'articles' ? words.unitArticles : words.unitPerThousand;

  const rowOf = (picture: TrendPicture, { at, linked, slot: chosen }: TipPlace): HTMLElement[] =>
    picture.series.map(({ slot, query, points }) => {
      const point = points[at] ?? null;
      const value = point === null ? words.noArticles : formatValue(point.value, picture.unit, language);
      const year = picture.years[at];
      const name = element('span', { class: 'name', lang: 'vi' }, query);
      const number = element('span', { class: 'value' }, value);
      const isLink = linked && point !== null && point.count > 0 && year !== undefined;
      return isLink
        ? element('a', { href: articlesAddress(setting, query, year) }, lineSample(slot), name, number)
        : element('p', { 'aria-current': slot === chosen ? 'true' : null }, lineSample(slot), name, number);
    });

  return {
    show(picture, place) {
      const { at, x, linked } = place;
      const ofYear = formatNumber(picture.archive[at] ?? 0, language);
      tip.replaceChildren(
        element(
          'h3',
          {},
          fillWords(words.tipHead, { year: String(picture.years[at]), unit: unitOf(picture) }),
        ),
        ...rowOf(picture, place),
        element(
          'p',
          { class: 'all' },
          element('span', { class: 'name' }, words.inArchive),
          element('span', { class: 'value' }, ofYear),
        ),
      );
      // What points and lines say to those who hear them is said once.
      if (linked) tip.removeAttribute('aria-hidden');
      else tip.setAttribute('aria-hidden', 'true');
      tip.toggleAttribute('data-linked', linked);
      tip.hidden = false;
      const room = frame.clientWidth;
      const width = tip.offsetWidth;
      const left = x + gap + width <= room ? x + gap : x - gap - width;
      tip.style.left = `${String(Math.max(0, Math.min(left, room - width)))}px`;
    },
    hide() {
      tip.hidden = true;
    },
    isShown: () => !tip.hidden,
  };
};
