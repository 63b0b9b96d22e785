import type { Capture } from '../capture/capture.ts';
import { atPlace, toProblem, type Problem } from '../problem/problem.ts';
import { decodeText } from '../text/decode-text.ts';
import type { Draft } from './draft.ts';
import { extractJson } from './extract-json.ts';
import { extractPage } from './extract-page.ts';
import { extractText } from './extract-text.ts';

/** What the importer makes of one capture: a draft, or null with the error that kept it from being one. */
export interface Extraction {
  readonly draft: Draft | null;
  /** An error beside a draft tells of a field that was left out (`date-invalid`); the article is good without it. */
  readonly problems: Problem[];
}

const extractDecoded = (text: string, { mediaType }: Capture): Extraction => {
  switch (mediaType) {
    case 'application/json':
      return extractJson(text);
    case 'text/html':
      return extractPage(text);
    default:
      return extractText(text);
  }
};

/**
 * The article in a capture. Nothing is invented: what the capture does not give stays null. Problems carry the
 * capture's file and, as far as known, line.
 */
export const extract = (capture: Capture): Extraction => {
  const decoded = decodeText(capture.bytes, {
    charset: capture.charset,
    isPage: capture.mediaType === 'text/html',
  });
  const { draft, problems }: Extraction =
    'fault' in decoded
      ? { draft: null, problems: [toProblem(decoded.fault, { charset: decoded.charset ?? '' })] }
      : extractDecoded(decoded.text, capture);
  const place = { file: capture.input, ...(capture.record === null ? {} : { line: capture.record }) };
  return {
    draft: draft === null ? null : { ...draft, url: draft.url ?? capture.url },
    problems: problems.map((problem) => atPlace(problem, { ...place, ...problem.place })),
  };
};
