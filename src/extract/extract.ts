import type { Capture } from '../capture/capture.ts';
import { atPlace, toProblem, type Problem } from '../problem/problem.ts';
import { decodeText } from '../text/decode-text.ts';
import type { SourceRules } from '../article/source-record.ts';
import type { Draft } from './draft.ts';
import { extractCsv } from './extract-csv.ts';
import { extractFeed } from './extract-feed.ts';
import { extractJson } from './extract-json.ts';
import { extractPage } from './extract-page.ts';
import { extractText } from './extract-text.ts';
import type { FieldMap } from './field-map.ts';
import type { PagePictures } from './page-pictures.ts';
import type { PlaceNames } from './place-names.ts';
import { withPlaces } from './with-places.ts';
import type { TakenBy } from './taken-by.ts';

/** What the importer makes of one capture: a draft, or null with the error that kept it from being one. */
export interface Extraction {
  readonly draft: Draft | null;
  /** An error beside a draft tells of a field that was left out (`date-invalid`); the article is good without it. */
  readonly problems: Problem[];
  /** Where the fields were found, as far as it was a page. */
  readonly takenBy?: TakenBy;
  /** The pictures of the draft's text, as far as it was a page. */
  readonly pictures?: PagePictures;
}

/** The rules of the source that a page names; null where it has none. */
export type RulesFor = (signs: {
  readonly url: string | null;
  readonly sourceName: string | null;
}) => SourceRules | null;

/** What the librarian says of the captures beforehand. */
export interface ExtractOptions {
  readonly rulesFor?: RulesFor | undefined;
  /** Where the fields stand in rows and lines; without it, under their usual names. */
  readonly fieldMap?: FieldMap | undefined;
  /** The places that are looked for; without them, only those of the page’s own record are told. */
  readonly places?: PlaceNames | undefined;
}

const extractDecoded = (
  text: string,
  { mediaType, url }: Capture,
  { fieldMap, rulesFor }: ExtractOptions,
): Extraction => {
  switch (mediaType) {
    case 'application/json':
      return extractJson(text, fieldMap);
    case 'text/csv':
      return extractCsv(text, fieldMap);
    case 'application/rss+xml':
    case 'application/atom+xml':
      return extractFeed(text);
    case 'text/html':
      return extractPage(text, (signs) => rulesFor?.({ ...signs, url: signs.url ?? url }) ?? null);
    default:
      return extractText(text);
  }
};

/**
 * The article in a capture. Nothing is invented: what the capture does not give stays null. Problems carry the
 * capture's file and, as far as known, line.
 */
export const extract = (capture: Capture, options: ExtractOptions = {}): Extraction => {
  const decoded = decodeText(capture.bytes, {
    charset: capture.charset,
    isPage: /html|xml/.test(capture.mediaType),
    isData: capture.mediaType === 'application/json' || capture.mediaType === 'text/csv',
  });
  const guessed =
    'fault' in decoded || decoded.likelihood === null
      ? []
      : [
          toProblem('charset-guessed', {
            charset: decoded.charset,
            percent: Math.floor(decoded.likelihood * 100),
          }),
        ];
  const { draft, problems, takenBy, pictures }: Extraction =
    'fault' in decoded
      ? { draft: null, problems: [toProblem(decoded.fault, { charset: decoded.charset ?? '' })] }
      : extractDecoded(decoded.text, capture, options);
  const isHeld = capture.record !== null && capture.url !== null;
  const withAddress = (problem: Problem): Problem =>
    problem.code === 'not-an-article' && isHeld
      ? { ...problem, values: { ...problem.values, reason: 'page-at', url: capture.url } }
      : problem;
  // Of a page in a WARC, the record is an offset, not a line.
  const isLine = !/^text\/(?:html|plain)$/.test(capture.mediaType);
  const place = { file: capture.input, ...(isLine && capture.record !== null && { line: capture.record }) };
  return {
    draft:
      draft === null
        ? null
        : withPlaces({ ...draft, url: draft.url ?? capture.url }, options.places ?? new Map()),
    problems: [...guessed, ...problems.map(withAddress)].map((problem) =>
      atPlace(problem, { ...place, ...problem.place }),
    ),
    ...(takenBy !== undefined && { takenBy }),
    ...(pictures !== undefined && { pictures }),
  };
};
