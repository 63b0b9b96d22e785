import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { readCaptureIn } from '../capture/read-records-fs.ts';
import type { ExtractOptions } from '../extract/extract.ts';
import { readArticle } from './read-article.ts';

/** What the importer reads today in the newest capture of an article; null where it can't. */
export const rereadArticle = async (
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
  const read = await readArticle(
    capture,
    () => ({ id: source, name: null, host: null, by: 'asked' }),
    options,
  );
  return read.article === null ? null : { article: read.article, textKey: read.textKey };
};
