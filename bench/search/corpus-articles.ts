import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { toArticle } from '../../src/article/to-article.ts';
import { readCaptures } from '../../src/capture/read-captures-fs.ts';
import { extract } from '../../src/extract/extract.ts';
import { toSlug } from '../../src/text/slug.ts';

const chunkBytes = 1 << 20;

const articlesFile = (folder: string): string => join(folder, 'articles.jsonl');

/**
 * Has the importer read the first articles of a corpus' files, one file after another, and puts them by in a folder. Each id ends in the line's number,
 * so that no two are the same. Gives how many there are, and how many lines were no article.
 */
export const takeArticles = async (
  corpus: readonly string[],
  wanted: number,
  folder: string,
): Promise<{ taken: number; refused: number }> => {
  const file = openSync(articlesFile(folder), 'w');
  let taken = 0;
  let refused = 0;
  try {
    for await (const { capture } of readCaptures(corpus)) {
      const draft = capture === null ? null : extract(capture).draft;
      const source = toSlug(draft?.sourceName ?? 'corpus');
      const slugSuffix = String(taken + refused + 1);
      const { article } =
        draft === null ? { article: null } : toArticle(draft, { source, captures: [], slugSuffix });
      if (article === null) refused += 1;
      else {
        writeSync(file, `${JSON.stringify(article)}\n`);
        taken += 1;
      }
      if (taken === wanted) break;
    }
  } finally {
    closeSync(file);
  }
  return { taken, refused };
};

/** The articles put by, one after another: no more than one is held. */
export function* readArticles(folder: string): Generator<Article, void, undefined> {
  const file = openSync(articlesFile(folder), 'r');
  const chunk = Buffer.alloc(chunkBytes);
  let held: Buffer = Buffer.alloc(0);
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      held = Buffer.concat([held, chunk.subarray(0, read)]);
      let start = 0;
      for (let end = held.indexOf(10); end !== -1; end = held.indexOf(10, start)) {
        yield JSON.parse(held.toString('utf8', start, end)) as Article;
        start = end + 1;
      }
      held = held.subarray(start);
    }
  } finally {
    closeSync(file);
  }
}
