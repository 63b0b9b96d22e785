import { createHash } from 'node:crypto';
import type { Problem } from '../problem/problem.ts';
import type { Capture } from './capture.ts';
import type { HeldCapture } from './held-capture.ts';
import type { SavedBeside } from './read-saved-file-fs.ts';
import type { Form } from './sniff-form.ts';
import type { FoundFile } from './walk-inputs-fs.ts';

/** What became of one input, or of one record in it, on the way in. */
export interface ReadItem {
  readonly input: string;
  /** Within the input, as a capture's `record`. */
  readonly record: number | null;
  readonly capture: Capture | null;
  /** `skipped`: a file of a folder that is no capture (sidecars, images of a saved page). */
  readonly status: 'read' | 'refused' | 'skipped';
  /** Of the bytes as obtained; null where they were not read. */
  readonly sha256: string | null;
  readonly problems: Problem[];
  /** Where the capture lies in a WARC that is to be kept whole; undefined for what the archive wraps itself. */
  readonly held?: HeldCapture;
  /** Where files lie that a page names by relative addresses; undefined for what is no saved page. */
  readonly beside?: SavedBeside;
}

/** What the librarian says of the bytes: their charset, and the one page's address. */
export interface ReadOptions {
  readonly charset?: string | undefined;
  readonly url?: string | undefined;
  /** Folders that are passed over, by their paths as they are met. */
  readonly leftOut?: ReadonlySet<string>;
  /** Whether articles can be read in a table of these columns; null, or the problem that they can't. */
  readonly checkColumns?: (columns: readonly string[]) => Problem | null;
}

/** A file that was looked at: its form is known, its content not yet read. */
export interface KnownFile {
  readonly file: FoundFile;
  readonly form: Form;
  /** Its first bytes; a gzip file's are unpacked, as far as they can be. */
  readonly head: Uint8Array;
  readonly size: number;
  /** An instant, from the file system. */
  readonly modifiedAt: string;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** An item without a capture, unless `more` brings one. */
export const toItem = (
  input: string,
  status: ReadItem['status'],
  problems: Problem[] = [],
  more: Partial<ReadItem> = {},
): ReadItem => ({ input, record: null, capture: null, status, sha256: null, problems, ...more });

/** One of the many articles that a file lists, as a capture of its own. `record` is its line. */
export const toListedItem = (
  { file, modifiedAt }: Pick<KnownFile, 'file' | 'modifiedAt'>,
  record: number,
  { bytes, mediaType }: Pick<Capture, 'bytes' | 'mediaType'>,
  { charset = null }: { readonly charset?: string | null | undefined },
): ReadItem => {
  const sha256 = sha256Of(bytes);
  const capture: Capture = {
    input: file.path,
    record,
    bytes,
    sha256,
    capturedAt: modifiedAt,
    capturedAtInferred: true,
    url: null,
    mediaType,
    charset,
  };
  return toItem(file.path, 'read', [], { record, capture, sha256 });
};
