/**
 * The Trends page's state and its address. Parameters, left out where they say nothing:
 *
 * - `q` a query; repeated, in the order of the page's boxes, an empty one where an empty box stands before a filled one
 * - `tu`, `den` the first and the last year: `YYYY`
 * - `don-vi=phan-nghin` per thousand articles of the year, instead of articles
 */
import { datePrecision } from '../../article/date.ts';
import { hasWords, parseSearchAddress, printSearchAddress } from '../search/search-address.ts';

/** Queries that can be told apart in one chart. */
export const maxTrends = 5;
/** Shorter than the search page's: five of them, written in percents, must fit in an address that hosts take. In UTF-16 units. */
export const maxTrendLength = 150;

export type TrendUnit = 'articles' | 'per-thousand';

export interface TrendState {
  /** One for each box, one box at least; the last may be empty. */
  readonly queries: readonly string[];
  /** Years as four digits, or empty. */
  readonly from: string;
  readonly to: string;
  readonly unit: TrendUnit;
}

/** Whether a string is a year that bounds the chart. */
export const isYear = (value: string): boolean => datePrecision(value) === 'year';

/** A query no longer than the page takes, every character of it whole. */
export const toTrendQuery = (value: string): string =>
  value.toWellFormed().slice(0, maxTrendLength).toWellFormed();

const toYear = (value: string | null): string => (value !== null && isYear(value) ? value : '');

const isBlank = (query: string): boolean => query.trim() === '';

/** The queries without empty ones at their end. */
const filledQueries = (queries: readonly string[]): string[] =>
  queries.slice(0, queries.findLastIndex((query) => !isBlank(query)) + 1).map(toTrendQuery);

/** Reads the state from an address's query (`?q=…`); what can't be read is left out. */
export const parseTrendAddress = (addressQuery: string): TrendState => {
  const params = new URLSearchParams(addressQuery);
  const queries = filledQueries(params.getAll('q').slice(0, maxTrends));
  return {
    queries: queries.length === 0 ? [''] : queries,
    from: toYear(params.get('tu')),
    to: toYear(params.get('den')),
    unit: params.get('don-vi') === 'phan-nghin' ? 'per-thousand' : 'articles',
  };
};

/** Writes the state as an address's query, `?` before it; empty where there is nothing to say. */
export const printTrendAddress = ({ queries, from, to, unit }: TrendState): string => {
  const params = new URLSearchParams();
  for (const query of filledQueries(queries)) params.append('q', query);
  if (from !== '') params.set('tu', from);
  if (to !== '') params.set('den', to);
  if (unit === 'per-thousand') params.set('don-vi', 'phan-nghin');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

/** The Trends page's address for what is asked on the search page. */
export const trendsOf = (query: string): string =>
  printTrendAddress({ queries: hasWords(query) ? [query.trim()] : [''], from: '', to: '', unit: 'articles' });

/**
 * The search page's address for the articles that a point counts, those without a date for a year of null. They are asked for
 * as they were counted, so that as many are listed.
 */
export const articlesOfPoint = (query: string, year: number | null): string =>
  printSearchAddress({
    ...parseSearchAddress(''),
    query,
    tiers: 'whole',
    ...(year === null ? { undated: true } : { from: String(year), to: String(year) }),
  });
