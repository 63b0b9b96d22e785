import { z } from 'zod';
import { isArticleId } from './article-id.ts';
import { datePrecision } from './date.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.string().refine((value) => datePrecision(value) === 'day');
const id = z.string().refine(isArticleId);
const ids = z.array(id);
const count = z.int().nonnegative();
/** By path with `/`, sorted; below the content folder or below the release. */
const files = z.record(z.string().min(1), sha256);

/** What a snapshot says of one article: whether readers see it, and the captures that it rests on, former versions' too. */
export const snapshotArticleSchema = z.strictObject({
  /** Of the article's file. */
  sha256,
  withdrawn: z.boolean(),
  captures: z.array(sha256),
});

/** How the articles differ from those of the snapshot before, by id, sorted. An id stands in one list at most. */
export const snapshotChangesSchema = z.strictObject({
  added: ids,
  changed: ids,
  withdrawn: ids,
  restored: ids,
  /** Articles whose files are gone. */
  removed: ids,
});

/** What pages show of a snapshot: when, by what, how much, and what is new. */
export const snapshotHeadSchema = z.strictObject({
  format: z.literal(1),
  /** The day that names it. */
  date: day,
  software: z.strictObject({ name: z.literal('khobao'), version: z.string().min(1) }),
  /** The snapshot before, and the SHA-256 of its file, so that each proves those before it; null for the first. */
  previous: z.strictObject({ date: day, sha256 }).nullable(),
  counts: z.strictObject({
    /** Those that readers see. */
    articles: count,
    withdrawn: count,
    versions: count,
    sources: count,
    captures: count,
  }),
  changes: snapshotChangesSchema,
});

/**
 * One dated, immutable publication of the whole archive: `content/snapshots/<date>.json`, and in the release of that day
 * `phat-hanh/<date>/snapshot.json`.
 */
export const snapshotSchema = snapshotHeadSchema.extend({
  articles: z.record(id, snapshotArticleSchema),
  /** Every file of the content folder that the snapshot was made from; neither the log nor snapshots. */
  content: files,
  /** Every file of the release but this one and the manifest. */
  release: files,
});

export type SnapshotArticle = z.infer<typeof snapshotArticleSchema>;
export type SnapshotChanges = z.infer<typeof snapshotChangesSchema>;
export type SnapshotHead = z.infer<typeof snapshotHeadSchema>;
export type Snapshot = z.infer<typeof snapshotSchema>;

/** Where a snapshot's file lies below the content folder. */
export const snapshotPath = (date: string): string => `snapshots/${date}.json`;

/** Where a release holds its own snapshot. */
export const releasedSnapshotPath = (date: string): string => `phat-hanh/${date}/snapshot.json`;

/** Where a release holds the WARC of one capture. */
export const releasedCapturePath = (sha256Of: string): string =>
  `ban-chup/${sha256Of.slice(0, 2)}/${sha256Of}.warc.gz`;
