import { element } from '../search/element.client.ts';
import { fillWords, formatNumber } from '../search/fill-words.ts';
import { lineSample } from './svg-element.client.ts';
import { perThousand, type TrendPicture } from './trend-series.ts';
import { articlesAddress, formatValue, type TrendSetting } from './trend-setting.client.ts';

const linked = (text: string, address: string | null): Node | string =>
  address === null ? text : element('a', { href: address }, text);

/** The numbers of a picture as a table, each number a link to its articles. `years` is the address of the list of years. */
export const trendTable = (picture: TrendPicture, setting: TrendSetting): HTMLTableElement => {
  const { words, language } = setting;
  const { years, archive, archiveUndated, unit, series } = picture;
  const count = (n: number): string => formatNumber(n, language);
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, words.year),
    ...series.map(({ slot, query }) =>
      element('th', { scope: 'col' }, lineSample(slot), element('span', { lang: 'vi', title: query }, query)),
    ),
    element('th', { scope: 'col' }, words.archive),
  );
  const rows = years.map((year, i) => {
    const all = archive[i] ?? 0;
    const cells = series.map(({ query, points }) => {
      const point = points[i] ?? null;
      if (point === null) return element('td', {}, '–');
      const address = point.count === 0 ? null : articlesAddress(setting, query, year);
      return element('td', {}, linked(formatValue(point.value, unit, language), address));
    });
    const ofYear = linked(
      count(all),
      all === 0 ? null : `${setting.searchSetting.browse.years}${String(year)}/`,
    );
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, String(year)),
      ...cells,
      element('td', {}, ofYear),
    );
  });
  const undated = series.map((one) => {
    const value = unit === 'articles' ? one.undated : perThousand(one.undated, archiveUndated);
    const address = one.undated === 0 ? null : articlesAddress(setting, one.query, null);
    return element('td', {}, linked(formatValue(value, unit, language), address));
  });
  const last = element(
    'tr',
    {},
    element('th', { scope: 'row' }, words.undatedRow),
    ...undated,
    element('td', {}, count(archiveUndated)),
  );
  return element(
    'table',
    {},
    element(
      'caption',
      {},
      fillWords(words.caption, { unit: unit === 'articles' ? words.unitArticles : words.unitPerThousand }),
    ),
    element('thead', {}, head),
    element('tbody', {}, ...rows, ...(archiveUndated === 0 ? [] : [last])),
  );
};
