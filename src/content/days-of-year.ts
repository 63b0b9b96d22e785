import type { ArticleRecord } from '../article/article.ts';
import { toRunList, type RunList } from './list-runs.ts';

/** How many days each month may have. */
export const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The months of the year as their two digits. */
export const monthsOfYear = monthLengths.map((_, i) => String(i + 1).padStart(2, '0'));

/** The articles of each month of the year whose day is known, by day from the first on, of each day the newest first. */
export const toDaysOfYear = <T extends { readonly record: ArticleRecord }>(
  articles: readonly T[],
): ReadonlyMap<string, RunList<T>> => {
  const dated = articles.filter(({ record }) => (record.publishedAt?.length ?? 0) >= 10);
  const months = Map.groupBy(dated, ({ record }) => record.publishedAt?.slice(5, 7) ?? '');
  const dayOf = ({ record }: T): string => record.publishedAt?.slice(8, 10) ?? '';
  return new Map(
    monthsOfYear.flatMap((month) => {
      const group = months.get(month);
      if (group === undefined) return [];
      const days = [...Map.groupBy(group, dayOf)].sort(([a], [b]) => (a < b ? -1 : 1));
      const byDay = days.flatMap(([, items]) => items);
      return [[month, toRunList('day', byDay)]];
    }),
  );
};

/** So many of a list as may stand for it, evenly from its first to its last. */
export const spread = <T>(items: readonly T[], most: number): T[] =>
  items.length <= most
    ? [...items]
    : Array.from({ length: most }, (_, i) => items[Math.round((i * (items.length - 1)) / (most - 1))]).filter(
        (item) => item !== undefined,
      );
