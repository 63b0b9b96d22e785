import type { IndexedArticle } from '../archive/archive-index.ts';
import { commitArticle, commitWarc, type WarcBatch } from '../archive/commit-import-fs.ts';
import type { ContentStore } from '../archive/content-store-fs.ts';
import { archiveYml } from '../i18n/content-folder.ts';
import type { Problem } from '../problem/problem.ts';

/** What an import has ready to be written. */
export interface ReadyImport {
  readonly articles: readonly IndexedArticle[];
  readonly warc: WarcBatch;
  /** The files of new sources, by path. */
  readonly stubs: ReadonlyMap<string, string>;
  /** Pictures of the articles, by path. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

/** What was written of it: the articles' files, and why others were not. */
export interface WrittenImport {
  readonly texts: ReadonlyMap<IndexedArticle, string>;
  readonly faults: ReadonlyMap<IndexedArticle, Problem>;
}

/** Articles written at the same time. */
const writers = 32;

const hasMoved = ({ staged, id }: IndexedArticle): boolean => (staged?.formerId ?? id) !== id;

/** Writes settings, sources, captures, pictures and articles in this order, so that nothing ever points at what is not there. */
export const writeImport = async (
  store: ContentStore,
  { articles, warc, stubs, files = new Map() }: ReadyImport,
): Promise<WrittenImport> => {
  const texts = new Map<IndexedArticle, string>();
  const faults = new Map<IndexedArticle, Problem>();
  let problem: Problem | null = null;
  if (articles.length > 0 && (await store.read('archive.yml')) === null) {
    problem = await store.write('archive.yml', archiveYml);
  }
  for (const [path, text] of stubs) problem ??= await store.write(path, text);
  problem ??= await commitWarc(store, warc);
  for (const [path, bytes] of files) problem ??= await store.write(path, bytes);
  if (problem !== null) {
    for (const article of articles) faults.set(article, problem);
    return { texts, faults };
  }
  const commit = async (article: IndexedArticle): Promise<void> => {
    const done = await commitArticle(store, article);
    if (done.text !== null) texts.set(article, done.text);
    if (done.problem !== null) faults.set(article, done.problem);
  };
  // New ids first: an article that shares its title must not keep the plain one if the run is cut off here.
  for (const article of articles.filter(hasMoved)) await commit(article);
  const rest = articles.filter((article) => article.staged !== null && !faults.has(article));
  for (let i = 0; i < rest.length; i += writers) {
    await Promise.all(rest.slice(i, i + writers).map(commit));
  }
  return { texts, faults };
};
