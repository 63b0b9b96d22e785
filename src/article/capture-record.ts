import { z } from 'zod';
import { isInstant } from './date.ts';

/**
 * One capture in an article's record: which bytes, obtained when and from where, and where they lie.
 * `file` and `offset` name a record of a WARC below the content folder (ISO 28500).
 */
export const captureSchema = z.strictObject({
  /** Of the bytes as obtained: a file's, a line's, a WARC payload's. Lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** An instant with its zone. */
  capturedAt: z.string().refine(isInstant),
  /** Whether the instant is a file's modification time rather than a record of the capture. */
  capturedAtInferred: z.boolean().default(false),
  url: z.string().nullable().default(null),
  /** As `text/html`, without parameters. */
  mediaType: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  bytes: z.int().nonnegative(),
  file: z.string().regex(/^captures\/[\w.-]+\.warc(\.gz)?$/),
  offset: z.int().nonnegative(),
});

export type CaptureRecord = z.infer<typeof captureSchema>;
