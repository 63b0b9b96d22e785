import { z } from 'zod';
import {
  snapshotChangesSchema,
  snapshotHeadSchema,
  type SnapshotChanges,
  type SnapshotHead,
} from '../article/snapshot-record.ts';
import { listPageSize } from './list-pages.ts';

const listed = z.object({ total: z.int(), ids: z.array(z.string()) });

/** The kinds of change, in the order in which pages tell them. */
export const changeKinds = snapshotChangesSchema.keyof().options;

export type ChangeKind = keyof SnapshotChanges;

/** What pages show of a snapshot: of each list of changes its length, and no more ids than a page lists. */
export const siteSnapshotSchema = snapshotHeadSchema.extend({
  changes: z.record(snapshotChangesSchema.keyof(), listed),
  /** Of its file; null for the snapshot in the making, whose file tells of the very pages that are being made. */
  sha256: z.string().nullable(),
});

export type SiteSnapshot = z.infer<typeof siteSnapshotSchema>;

const shorten = (ids: readonly string[]): z.infer<typeof listed> => ({
  total: ids.length,
  ids: ids.slice(0, listPageSize),
});

/** The part of a snapshot that pages show; `sha256` of its file, null for the one in the making. */
export const toSiteSnapshot = (
  { format, date, software, previous, counts, changes }: SnapshotHead,
  sha256: string | null,
): SiteSnapshot => ({
  format,
  date,
  software,
  previous,
  counts,
  changes: {
    added: shorten(changes.added),
    changed: shorten(changes.changed),
    withdrawn: shorten(changes.withdrawn),
    restored: shorten(changes.restored),
    removed: shorten(changes.removed),
  },
  sha256,
});

/**
 * The snapshots that a site shows, newest first. With one in the making those before it alone, so that a release made again
 * is the same, whatever was published since.
 */
export const shownSnapshots = (
  published: readonly SiteSnapshot[],
  making: SiteSnapshot | null,
): SiteSnapshot[] =>
  [
    ...published.filter(({ date }) => making === null || date < making.date),
    ...(making === null ? [] : [making]),
  ].sort((a, b) => (a.date < b.date ? 1 : -1));
