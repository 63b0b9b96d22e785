import type { Article } from '../article/article.ts';
import type { ArchiveChanges } from './read-changes-fs.ts';

/** The day of what has none. */
export const noDay = '1970-01-01';

/** The days on which the log says that an article was changed, by id; instants. */
export type LoggedChanges = ReadonlyMap<string, string>;

const utcDay = (instant: string): string => new Date(instant).toISOString().slice(0, 10);

export const later = (a: string, b: string): string => (a > b ? a : b);

/** The last day on which anything about a record changed, as far as captures, log and snapshots tell. */
export const datestampOf = (
  { id, captures, withdrawn }: Article,
  logged: LoggedChanges,
  { lastOf }: Pick<ArchiveChanges, 'lastOf'>,
): string => {
  const instants = [...captures.map(({ capturedAt }) => capturedAt), logged.get(id), withdrawn?.withdrawnAt];
  const days = instants.filter((one) => one !== undefined).map(utcDay);
  return [...days, lastOf.get(id) ?? noDay].reduce(later, noDay);
};
