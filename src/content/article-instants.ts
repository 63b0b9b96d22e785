import type { ArticleRecord } from '../article/article.ts';
import { daySpan } from '../article/date.ts';
import { versionInstants } from './version-instants.ts';

/** What an article's dates rest on. */
type Dated = Pick<ArticleRecord, 'publishedAt' | 'updatedAt' | 'captures'>;

/** Said of what is known to be of no time at all, where a format wants an instant. */
export const unknownInstant = '1970-01-01T00:00:00Z';

/**
 * The first instant that a date may stand for, Vietnam's where the date has no zone of its own, as feeds and maps of sites must
 * have it (RFC 3339): `2022-02` → `2022-02-01T00:00:00+07:00`.
 */
export const firstInstant = (date: string): string => {
  const [, minute, second = ':00', zone] = /^(.{10}T\d\d:\d\d)(:\d\d)?(.*)$/.exec(date) ?? [];
  return minute === undefined ? `${daySpan(date).first}T00:00:00+07:00` : `${minute}${second}${zone ?? ''}`;
};

/** The latest of some instants; null where there is none. Of equal ones, the first. */
export const latestInstant = (instants: readonly (string | null)[]): string | null =>
  instants.reduce(
    (latest, one) =>
      one !== null && (latest === null || Date.parse(one) > Date.parse(latest)) ? one : latest,
    null,
  );

/**
 * When an article was last changed, as far as its source's dates and its versions tell: when it was published, when the source
 * says it was updated, when a text other than the former was captured. An article without any of these goes by its first capture.
 */
export const changedInstant = (record: Dated, former: readonly Dated[]): string | null =>
  latestInstant([
    record.publishedAt === null ? null : firstInstant(record.publishedAt),
    record.updatedAt === null ? null : firstInstant(record.updatedAt),
    former.length === 0 ? null : (versionInstants([...former, record]).at(-1) ?? null),
  ]) ?? (record.captures[0] === undefined ? null : firstInstant(record.captures[0].capturedAt));

/** When an article's page was last changed: by its text, or by a capture that it tells of. */
export const pageInstant = (record: Dated, former: readonly Dated[]): string | null =>
  latestInstant([
    changedInstant(record, former),
    ...record.captures.map(({ capturedAt }) => firstInstant(capturedAt)),
  ]);
