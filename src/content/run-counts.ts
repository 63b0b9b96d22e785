import { listPagePath } from './list-pages.ts';
import { runId, type RunList } from './list-runs.ts';

/** How many articles each run has, those apart of which the date does not tell. */
export const runCounts = ({ runs }: RunList<unknown>): Map<string, number> =>
  new Map([...runs].filter(([key]) => key !== '').map(([key, { count }]) => [key, count]));

/** Where a run begins, in the list that lies at a path. */
export const toRunPath =
  ({ kind, runs }: RunList<unknown>, path: string) =>
  (key: string): string =>
    `${listPagePath(path, runs.get(key)?.page ?? 1)}#${runId(kind, key)}`;

/** The first and the last of some years; null where there is none. */
export const yearSpan = (years: Iterable<string>): { first: number; last: number } | null => {
  const numbers = [...years].map(Number);
  return numbers.length === 0 ? null : { first: Math.min(...numbers), last: Math.max(...numbers) };
};
