import type { TrendsClientWords } from '../../i18n/trends-words.ts';
import type { TrendCsvWords } from './trend-csv.ts';
import { readPageSetting, type PageSetting } from '../search/page-setting.client.ts';
import { fillWords, formatNumber } from '../search/fill-words.ts';
import { articlesOfPoint, type TrendUnit } from './trend-address.ts';
import type { TrendPoint } from './trend-series.ts';

/** What the page was built with and every part of it needs. */
export interface TrendSetting {
  readonly base: string;
  readonly language: string;
  readonly words: TrendsClientWords;
  readonly csvWords: TrendCsvWords;
  /** Address of the search page. */
  readonly search: string;
  /** What the search's own notices need. */
  readonly searchSetting: PageSetting;
}

/** Reads what the page was built with from its own attributes: JSON that `TrendsPage.astro` wrote. */
export const readTrendSetting = (page: HTMLElement): TrendSetting => {
  const searchSetting = readPageSetting(page);
  const { trendWords = '{}', csvWords = '{}', search = '' } = page.dataset;
  return {
    base: searchSetting.base,
    language: searchSetting.language,
    words: JSON.parse(trendWords) as TrendsClientWords,
    csvWords: JSON.parse(csvWords) as TrendCsvWords,
    search,
    searchSetting,
  };
};

/** A value of the chart as the language writes it: whole for articles, three digits for a rate. */
export const formatValue = (value: number, unit: TrendUnit, language: string): string =>
  unit === 'articles'
    ? formatNumber(value, language)
    : new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value);

/** A value with its unit: `3 bài`, `12,5 trên 1.000 bài`. */
export const valueWords = (
  { value }: TrendPoint,
  unit: TrendUnit,
  { words, language }: Pick<TrendSetting, 'words' | 'language'>,
): string => {
  const n = formatValue(value, unit, language);
  return fillWords(unit === 'articles' ? words.found.other : words.rate, { n });
};

/** The address of the articles that are counted for a query in a year. */
export const articlesAddress = ({ search }: TrendSetting, query: string, year: number | null): string =>
  search + articlesOfPoint(query, year);
