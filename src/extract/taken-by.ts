import type { Byline } from './byline.ts';
import type { Dateline } from './dateline.ts';
import type { MachinePlace, PageRecord } from './page-record.ts';
import type { PageHead } from './read-page-head.ts';
import type { Shown } from './read-shown.ts';
import type { Ruled } from './source-rules.ts';

/** Where a field was found, in the order in which the places count. */
export type Place = MachinePlace | 'source-rule' | 'shown' | 'top-of-text' | 'foot-of-text' | 'running-text';

export type TakenField =
  'title' | 'kicker' | 'lead' | 'publishedAt' | 'authors' | 'organisation' | 'section' | 'body';

/** Where each field of a page's article was found; fields that were not found are left out. */
export type TakenBy = Readonly<Partial<Record<TakenField, Place>>>;

interface Readings {
  readonly stated: PageRecord;
  readonly ruled: Ruled;
  readonly shown: Shown;
  readonly head: PageHead;
  readonly foot: { readonly byline: Byline | null; readonly datelines: readonly Dateline[] };
  readonly publishedAt: string | null;
}

const firstOf = (...places: readonly (Place | false | undefined)[]): Place | undefined =>
  places.filter((place) => place !== false).find((place) => place !== undefined);

/** Tells which of what was read of a page gave its fields. */
export const tellTaken = ({ stated, ruled, shown, head, foot, publishedAt }: Readings): TakenBy => {
  const hasDate = (lines: readonly Dateline[]): boolean => lines.some(({ at }) => at === publishedAt);
  const byBylines = (has: (byline: Byline) => boolean): Place | undefined => {
    const isIn = (byline: Byline | null): boolean => byline !== null && has(byline);
    return firstOf(
      isIn(ruled.byline) && 'source-rule',
      isIn(foot.byline) && 'foot-of-text',
      isIn(shown.byline) && 'shown',
      isIn(head.byline) && 'top-of-text',
    );
  };
  const taken: Partial<Record<TakenField, Place | undefined>> = {
    title: firstOf(
      stated.places.title,
      ruled.title !== null && 'source-rule',
      head.title !== null && 'top-of-text',
      'shown',
    ),
    kicker: firstOf(ruled.kicker !== null && 'source-rule', shown.kicker !== null && 'shown'),
    lead: firstOf(
      ruled.lead !== null && 'source-rule',
      shown.lead !== null && 'shown',
      head.lead !== null && 'top-of-text',
    ),
    publishedAt: firstOf(
      publishedAt !== null && publishedAt === stated.publishedAt && stated.places.publishedAt,
      publishedAt !== null && hasDate(ruled.datelines) && 'source-rule',
      publishedAt !== null && hasDate(shown.datelines) && 'shown',
      publishedAt !== null && hasDate(foot.datelines) && 'foot-of-text',
      publishedAt !== null && 'top-of-text',
    ),
    authors: stated.places.authors ?? byBylines(({ authors }) => authors.length > 0),
    organisation: byBylines(({ organisation }) => organisation !== null),
    section: firstOf(
      stated.places.section,
      ruled.section !== null && 'source-rule',
      shown.section !== null && 'shown',
      head.section !== null && 'top-of-text',
    ),
    body: ruled.body === null ? 'running-text' : 'source-rule',
  };
  return Object.fromEntries(Object.entries(taken).filter(([, place]) => place !== undefined));
};
