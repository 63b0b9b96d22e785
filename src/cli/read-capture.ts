import { sourceOf, type FoundSource, type SourceSigns } from '../archive/source-of.ts';
import { printBody } from '../article/print-body.ts';
import type { Source } from '../article/source-record.ts';
import type { Capture } from '../capture/capture.ts';
import { printWarcRecord } from '../capture/write-warc.ts';
import type { ExtractOptions } from '../extract/extract.ts';
import type { FieldMap } from '../extract/field-map.ts';
import type { PlaceNames } from '../extract/place-names.ts';
import { readArticle, type ArticleRead } from './read-article.ts';

/** All that the reading of a capture depends on. Plain data: other processes are given a copy of it. */
export interface ReadingSetup {
  /** The source of all that comes in; null where each page is to say. */
  readonly source: string | null;
  readonly sources: ReadonlyMap<string, Source>;
  readonly places: PlaceNames;
  readonly fieldMap: FieldMap | undefined;
}

/** A capture as it was read, and what is kept of it. Plain data, too. */
export interface CaptureReading {
  readonly read: ArticleRead;
  /** The text's Markdown; empty without an article. */
  readonly markdown: string;
  /** The capture as a member of a WARC; null where it needs none. */
  readonly record: Uint8Array | null;
  /** What the reading took each page's signs for: with other sources known, it might be another. */
  readonly taken: readonly { readonly signs: SourceSigns; readonly id: string }[];
}

/** The source of a page, as far as a setup knows. */
export const foundSource = (
  { source, sources }: Pick<ReadingSetup, 'source' | 'sources'>,
  signs: SourceSigns,
): FoundSource =>
  source === null ? sourceOf(signs, sources) : { id: source, name: null, host: null, by: 'asked' };

/** What a setup gives the extraction. */
export const toExtractOptions = (
  setup: ReadingSetup,
  toSource: (signs: SourceSigns) => FoundSource = (signs) => foundSource(setup, signs),
): ExtractOptions => ({
  places: setup.places,
  fieldMap: setup.fieldMap,
  rulesFor: (signs) => setup.sources.get(toSource(signs).id)?.rules ?? null,
});

/**
 * Reads the article in a capture and, where that is asked for and there is one, prints the capture as a record of a WARC.
 * Depends on nothing else, and changes nothing.
 */
export const readCapture = async (
  capture: Capture,
  isWrapped: boolean,
  setup: ReadingSetup,
): Promise<CaptureReading> => {
  const taken: { signs: SourceSigns; id: string }[] = [];
  const toSource = (signs: SourceSigns): FoundSource => {
    const source = foundSource(setup, signs);
    taken.push({ signs, id: source.id });
    return source;
  };
  const read = await readArticle(capture, toSource, toExtractOptions(setup, toSource));
  return {
    read,
    markdown: read.article === null ? '' : printBody(read.article.body),
    record: isWrapped && read.article !== null ? await printWarcRecord(capture) : null,
    taken,
  };
};

/** Whether a reading made with fewer sources known still holds. */
export const stillHolds = ({ taken }: CaptureReading, setup: ReadingSetup): boolean =>
  taken.every(({ signs, id }) => foundSource(setup, signs).id === id);
