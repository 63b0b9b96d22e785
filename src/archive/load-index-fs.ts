import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isArticleId } from '../article/article-id.ts';
import { recordSchema, type ArticleRecord } from '../article/article.ts';
import { splitFrontMatter } from '../article/front-matter.ts';
import {
  addAddresses,
  addArticle,
  addSha256,
  addText,
  emptyIndex,
  type ArchiveIndex,
  type IndexedArticle,
} from './archive-index.ts';
import { errorCodeOf } from './error-code.ts';
import { hasSuffix, stemOf, suffixedId } from './article-stem.ts';
import { textKey } from './text-key.ts';
import { walkFolder } from './walk-folder-fs.ts';

interface ReadFile {
  readonly record: ArticleRecord | null;
  readonly key: string | null;
  readonly text: string;
}

const unreadable: ReadFile = { record: null, key: null, text: '' };

const readRecord = async (root: string, path: string): Promise<ReadFile> => {
  const text = await readFile(join(root, path), 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return null;
  });
  if (text === null) return unreadable;
  const { value } = splitFrontMatter(text);
  const parsed = value === null ? null : recordSchema.safeParse(value.data);
  const record = parsed?.success === true ? parsed.data : null;
  return {
    record,
    key: record === null || value === null ? null : await textKey(record, value.body),
    text,
  };
};

const idOfPath = (path: string): string => path.replace(/^articles\//, '').replace(/\.md$/, '');

/** Every id that the manifests of `snapshots/` name, as an id or as an article's path. */
const loadPublishedIds = async (root: string): Promise<Set<string>> => {
  const ids = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      const id = /(?:^|\/)articles\/(.+)\.md$/.exec(value)?.[1] ?? value;
      if (isArticleId(id)) ids.add(id);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        collect(key);
        collect(part);
      }
    }
  };
  const names = await readdir(join(root, 'snapshots')).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    const text = await readFile(join(root, 'snapshots', name), 'utf8');
    try {
      collect(JSON.parse(text));
    } catch (error) {
      // A manifest that can't be read must not free the ids it published.
      if (!(error instanceof SyntaxError)) throw error;
      for (const [id] of text.matchAll(/[a-z0-9-]+\/(?:\d{4}|undated)\/[a-z0-9-]+/g)) ids.add(id);
    }
  }
  return ids;
};

/**
 * Articles that carry a suffix, and still lie under their former id too: a run was killed between the two halves of
 * giving them another. The former files are left out of the index, and returned for removal.
 */
const dropLeftovers = (index: ArchiveIndex): string[] => {
  const leftovers: string[] = [];
  for (const article of [...index.byId.values()]) {
    const [first] = article.sha256s;
    if (first === undefined || article.published || hasSuffix(article.id, article.sha256s)) continue;
    const stem = stemOf(article.id, article.sha256s);
    const heir = index.byId.get(suffixedId(stem, first));
    if (heir?.textKey !== article.textKey) continue;
    if (!article.sha256s.every((sha256) => heir.sha256s.includes(sha256))) continue;
    leftovers.push(article.id);
    index.byId.delete(article.id);
    index.byStem.get(stem)?.delete(article);
    for (const map of [index.bySha256, index.byAddress, index.byText]) {
      for (const [key, value] of map) if (value === article) map.set(key, heir);
    }
  }
  return leftovers;
};

/** A version with a capture that its article's file doesn't name was put beside that, as somebody had edited it. */
const noteBeside = (
  index: ArchiveIndex,
  article: IndexedArticle,
  { key, number, sha256s }: { key: string; number: number; sha256s: readonly string[] },
): void => {
  const own = sha256s.filter((sha256) => !article.sha256s.includes(sha256));
  if (own.length === 0) return;
  for (const sha256 of own) addSha256(index, article, sha256);
  if ((article.beside?.number ?? 0) < number) article.beside = { textKey: key, number };
};

/**
 * What an import has to know of an archive: ids, addresses, capture hashes and text hashes. The articles' text is read
 * once and let go. `leftovers` are ids whose files an interrupted run should have removed.
 */
export const loadIndex = async (root: string): Promise<{ index: ArchiveIndex; leftovers: string[] }> => {
  const index = emptyIndex();
  const published = await loadPublishedIds(root);
  for await (const { path, problem } of walkFolder(root, 'articles', '.md')) {
    const id = idOfPath(path);
    const file = problem === null ? await readRecord(root, path) : unreadable;
    const sha256s =
      file.record === null
        ? Array.from(file.text.matchAll(/\bsha256: ['"]?([0-9a-f]{64})\b/g), ([, sha256]) => sha256 ?? '')
        : file.record.captures.map(({ sha256 }) => sha256);
    const article = {
      id,
      source: file.record?.source ?? id.split('/')[0] ?? '',
      sha256s,
      textKey: file.key,
      beside: null,
      published: published.has(id),
      readable: file.record !== null && isArticleId(id),
      staged: null,
    };
    addArticle(index, article);
    addAddresses(index, article, [
      file.record?.url ?? null,
      ...(file.record?.captures.map(({ url }) => url) ?? []),
    ]);
  }
  for await (const { path, problem } of walkFolder(root, 'versions', '.md')) {
    const article = index.byId.get(path.replace(/^versions\//, '').replace(/\/[^/]*$/, ''));
    if (article === undefined || problem !== null) continue;
    const { key, record } = await readRecord(root, path);
    if (key === null) continue;
    addText(index, article, key);
    const number = Number(/(\d+)\.md$/.exec(path)?.[1] ?? Number.NaN);
    noteBeside(index, article, { key, number, sha256s: record?.captures.map(({ sha256 }) => sha256) ?? [] });
  }
  return { index, leftovers: dropLeftovers(index) };
};
