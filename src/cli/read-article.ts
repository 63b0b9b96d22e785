import { join } from 'node:path';
import type { FoundSource, SourceSigns } from '../archive/source-of.ts';
import { textKey } from '../archive/text-key.ts';
import type { Article } from '../article/article.ts';
import { printBody } from '../article/print-body.ts';
import { toArticle } from '../article/to-article.ts';
import type { Capture } from '../capture/capture.ts';
import { openCapture } from '../capture/open-capture.ts';
import { readCaptureIn } from '../capture/read-records-fs.ts';
import { extract, type ExtractOptions } from '../extract/extract.ts';
import type { Problem } from '../problem/problem.ts';

/** What was made of a capture. Without an article, `ofInput` tells why. */
export type ArticleRead =
  | { readonly article: null; readonly ofInput: Problem[] }
  | {
      /** Without captures. */
      readonly article: Article;
      readonly source: FoundSource;
      readonly textKey: string;
      readonly ofInput: Problem[];
      readonly ofArticle: Problem[];
    };

/** The article in a capture, under the id that it has if no other article has it. */
export const readArticle = async (
  capture: Capture,
  toSource: (signs: SourceSigns) => FoundSource,
  options: ExtractOptions = {},
): Promise<ArticleRead> => {
  const { draft, problems: ofInput } = extract(openCapture(capture), options);
  if (draft === null) return { article: null, ofInput };
  const source = toSource({ url: draft.url ?? capture.url, sourceName: draft.sourceName });
  const { article, problems: ofArticle } = toArticle(draft, { source: source.id, captures: [] });
  // Where no article was made of it, what was found can only be told of the input.
  if (article === null) return { article, ofInput: [...ofInput, ...ofArticle] };
  return { article, source, textKey: await textKey(article, printBody(article.body)), ofInput, ofArticle };
};

/** What the importer reads today in the newest capture of an article; null where it can't. */
export const reread = async (
  content: string,
  { source, captures }: Article,
  options: ExtractOptions = {},
): Promise<{ article: Article; textKey: string } | null> => {
  const record = captures.at(-1);
  const kept = record === undefined ? null : await readCaptureIn(join(content, record.file), record);
  if (record === undefined || kept === null) return null;
  const capture = {
    ...record,
    input: record.file,
    record: record.offset,
    bytes: kept.bytes,
    charset: kept.charset,
  };
  const read = await readArticle(capture, () => ({ id: source, name: null, host: null }), options);
  return read.article === null ? null : { article: read.article, textKey: read.textKey };
};
