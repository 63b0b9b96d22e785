import { monthOf, yearOf } from '../article/date.ts';
import type { OpenFields } from './article-fields.ts';
import type { SearchFacets } from './search-answer.ts';
import type { OpenTable } from './table-reader.ts';

type Counted<Value> = ReadonlyMap<Value, number>;

const countEach = <Value>(values: readonly Value[]): Counted<Value> => {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

/** The counts by what becomes of each value, sorted; a value of which nothing becomes is left out. */
const sumBy = <Value>(
  counted: Counted<Value>,
  to: (value: Value) => string | null,
): Record<string, number> => {
  const sums = new Map<string, number>();
  for (const [value, count] of counted) {
    const name = to(value);
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Counts the articles of an answer by their records' values; without `fields`, by what the table alone tells. */
export const countFacets = (
  articles: readonly number[],
  table: OpenTable,
  fields: OpenFields | null,
): SearchFacets => {
  // Thousands of articles share some hundreds of dates, each of which is read once.
  const dates = countEach(articles.map(table.dateOf));
  return {
    year: sumBy(dates, (date) => yearOf(date) ?? 'undated'),
    month: sumBy(dates, monthOf),
    source: sumBy(countEach(articles.map(table.sourceOf)), (source) => source),
    ...(fields !== null && {
      section: fields.count('section', articles),
      place: fields.count('place', articles),
      document: fields.count('document', articles),
      author: fields.count('author', articles),
    }),
  };
};
