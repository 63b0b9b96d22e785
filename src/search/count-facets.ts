import { monthOf, yearOf } from '../article/date.ts';
import type { OpenFields } from './article-fields.ts';
import type { SearchFacets } from './search-answer.ts';
import type { OpenTable } from './table-reader.ts';

const countBy = (values: readonly string[]): Record<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Counts the articles of an answer by their records' values; without `fields`, by what the table alone tells. */
export const countFacets = (
  articles: readonly number[],
  table: OpenTable,
  fields: OpenFields | null,
): SearchFacets => {
  const dates = articles.map(table.dateOf);
  return {
    year: countBy(dates.map((date) => yearOf(date) ?? 'undated')),
    month: countBy(dates.flatMap((date) => monthOf(date) ?? [])),
    source: countBy(articles.map(table.sourceOf)),
    ...(fields !== null && {
      section: fields.count('section', articles),
      place: fields.count('place', articles),
      document: fields.count('document', articles),
      author: fields.count('author', articles),
    }),
  };
};
