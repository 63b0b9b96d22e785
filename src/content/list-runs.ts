import type { ArticleRecord } from '../article/article.ts';
import { listPageSize } from './list-pages.ts';

/** What a list is parted by: the days of a month, the months of a year, years. */
export type RunKind = 'day' | 'month' | 'year';

interface Dated {
  readonly record: Pick<ArticleRecord, 'publishedAt'>;
}

/** Neighbours in a list that stand under one heading. */
export interface Run<T> {
  /** `05`, `02`, `2014`; empty where a date does not tell. */
  readonly key: string;
  readonly items: readonly T[];
}

/** A list whose runs stand together, those of which the date does not tell at its end. */
export interface RunList<T> {
  readonly kind: RunKind;
  readonly items: readonly T[];
  /** How many items each run has, and the page on which it begins. */
  readonly runs: ReadonlyMap<string, { readonly count: number; readonly page: number }>;
}

const spans = { day: [8, 10], month: [5, 7], year: [0, 4] } as const;

/** The run of a date: its day, month or year in digits; empty where it is known less exactly. */
export const runKey = (kind: RunKind, date: string | null): string => date?.slice(...spans[kind]) ?? '';

/** The items in their order, but that runs stand together. */
export const toRunList = <T extends Dated>(kind: RunKind, items: readonly T[]): RunList<T> => {
  const groups = Map.groupBy(items, ({ record }) => runKey(kind, record.publishedAt));
  const unknown = groups.get('');
  groups.delete('');
  if (unknown !== undefined) groups.set('', unknown);
  let before = 0;
  const runs = new Map<string, { count: number; page: number }>();
  for (const [key, { length }] of groups) {
    runs.set(key, { count: length, page: Math.floor(before / listPageSize) + 1 });
    before += length;
  }
  return { kind, items: [...groups.values()].flat(), runs };
};

/** The runs of one page of such a list. */
export const toRuns = <T extends Dated>(kind: RunKind, items: readonly T[]): Run<T>[] =>
  [...Map.groupBy(items, ({ record }) => runKey(kind, record.publishedAt))].map(([key, group]) => ({
    key,
    items: group,
  }));

const anchors = { day: 'ngay', month: 'thang', year: 'nam' } as const;

/** The id of a run's heading: `ngay-05`; `khong-ro` where the date does not tell. */
export const runId = (kind: RunKind, key: string): string =>
  key === '' ? 'khong-ro' : `${anchors[kind]}-${key}`;
