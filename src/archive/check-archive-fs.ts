import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articlePath, versionPath } from '../article/article-id.ts';
import type { Article } from '../article/article.ts';
import { splitFrontMatter } from '../article/front-matter.ts';
import { toProblem, type Place, type Problem } from '../problem/problem.ts';
import { refuseToRead } from './archive-folder-fs.ts';
import { checkImages, nameImages, type NamedImages } from './check-images-fs.ts';
import { checkCaptures, type NamedCapture, type HashWarc } from './check-captures-fs.ts';
import type { HashMembers } from './hash-members-fs.ts';
import { loadOwnPlaces } from './load-places-fs.ts';
import {
  loadArticles,
  loadSettings,
  loadSnapshots,
  loadSources,
  loadSynonyms,
  loadVersions,
  sourceIdOf,
  type Loaded,
} from './load-archive-fs.ts';

/** How an archive is checked. */
export interface CheckOptions {
  /** Reads the captures too, every byte of them; null leaves that out. */
  readonly hashWarc: HashWarc | null;
  /** Spares most captures the thorough reading. */
  readonly quickly?: HashMembers;
  /** Reads the file of abbreviations, which belongs to the search. */
  readonly parseSynonyms: (file: string) => { readonly problems: readonly Problem[] };
  readonly tell: (problem: Problem) => void;
  /** Told of every article and former version that can be read, so that nobody has to read them again. */
  readonly onRead?: (article: Article, kind: 'article' | 'version') => void;
}

/** Where a field of a file's record stands. */
const placeIn = (root: string, path: string, text: string | null, field: readonly PropertyKey[]): Place => ({
  file: join(root, path),
  ...(text === null ? {} : splitFrontMatter(text).value?.placeOf(field)),
});

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** What the records seen so far claim. */
interface Claims {
  readonly sources: ReadonlySet<string>;
  /** The files that hold an id which is another path's. */
  readonly strays: Map<string, string>;
  readonly captures: Map<string, NamedCapture>;
  readonly images: NamedImages;
}

const checkIdentity = async (
  root: string,
  { path, text }: Loaded<Article>,
  id: string,
  expected: string,
  strays: Map<string, string>,
): Promise<Problem | null> => {
  if (path === expected) return null;
  const place = placeIn(root, path, text, ['id']);
  const other = (await exists(join(root, expected))) ? expected : strays.get(expected);
  if (other !== undefined) return toProblem('id-duplicate', { id, other: join(root, other) }, place);
  strays.set(expected, path);
  return toProblem('id-path-mismatch', { id, expected: join(root, expected) }, place);
};

const checkRecord = (root: string, { path, text, value }: Loaded<Article>, claims: Claims): Problem[] => {
  if (value === null) return [];
  nameImages(claims.images, value, path);
  value.captures.forEach(({ sha256, file, offset }, i) => {
    const key = `${file} ${String(offset)} ${sha256}`;
    if (claims.captures.has(key)) return;
    // The file is read again where its capture is at fault: to hold every place would cost more than the check.
    const place = async (): Promise<Place> =>
      placeIn(root, path, await readFile(join(root, path), 'utf8'), ['captures', i]);
    claims.captures.set(key, { sha256, file, offset, place });
  });
  if (claims.sources.has(value.source)) return [];
  const values = { source: value.source, expected: join(root, 'sources', `${value.source}.yml`) };
  return [toProblem('source-missing', values, placeIn(root, path, text, ['source']))];
};

const checkVersions = async (
  root: string,
  ids: ReadonlySet<string>,
  claims: Claims,
  { tell, onRead }: CheckOptions,
): Promise<void> => {
  const numbers = new Map<string, number[]>();
  for await (const loaded of loadVersions(root)) {
    loaded.problems.forEach(tell);
    const [, id, number] = /^versions\/(.+)\/([1-9]\d*)\.md$/.exec(loaded.path) ?? [];
    if (id === undefined || !ids.has(id)) {
      const file = join(root, loaded.path);
      tell(toProblem('version-misplaced', { file }, { file }));
      continue;
    }
    numbers.set(id, [...(numbers.get(id) ?? []), Number(number)]);
    if (loaded.value === null) continue;
    if (loaded.value.id !== id) {
      const values = {
        id: loaded.value.id,
        expected: join(root, versionPath(loaded.value.id, Number(number))),
      };
      tell(toProblem('id-path-mismatch', values, placeIn(root, loaded.path, loaded.text, ['id'])));
    }
    checkRecord(root, loaded, claims).forEach(tell);
    onRead?.(loaded.value, 'version');
  }
  for (const [id, found] of numbers) {
    for (const [i, number] of found.sort((a, b) => a - b).entries()) {
      if (number === i + 1) continue;
      const file = join(root, versionPath(id, number));
      tell(toProblem('version-misplaced', { file }, { file }));
    }
  }
};

/**
 * Every problem of an archive: settings, sources, articles, former versions, snapshots, captures. Reads one file at a time.
 * Comes back with the number of articles' files.
 */
export const checkArchive = async (root: string, options: CheckOptions): Promise<{ articles: number }> => {
  const { hashWarc, quickly, parseSynonyms, tell, onRead } = options;
  const refused = await refuseToRead(root);
  if (refused !== null) {
    tell(refused);
    return { articles: 0 };
  }
  (await loadSettings(root)).problems.forEach(tell);
  (await loadSynonyms(root, parseSynonyms)).problems.forEach(tell);
  (await loadOwnPlaces(root)).problems.forEach(tell);
  const sources = new Set<string>();
  for await (const { path, problems } of loadSources(root)) {
    problems.forEach(tell);
    sources.add(sourceIdOf(path));
  }
  const claims: Claims = { sources, strays: new Map(), captures: new Map(), images: new Map() };
  const ids = new Set<string>();
  let articles = 0;
  for await (const loaded of loadArticles(root)) {
    articles += 1;
    loaded.problems.forEach(tell);
    ids.add(loaded.path.replace(/^articles\//, '').replace(/\.md$/, ''));
    if (loaded.value === null) continue;
    const { id } = loaded.value;
    const stray = await checkIdentity(root, loaded, id, articlePath(id), claims.strays);
    if (stray !== null) tell(stray);
    checkRecord(root, loaded, claims).forEach(tell);
    onRead?.(loaded.value, 'article');
  }
  await checkVersions(root, ids, claims, options);
  for await (const { problems } of loadSnapshots(root)) problems.forEach(tell);
  for await (const problem of checkImages(root, claims.images)) tell(problem);
  if (hashWarc !== null) {
    const captures = [...claims.captures.values()];
    for await (const problem of checkCaptures(root, captures, hashWarc, quickly)) tell(problem);
  }
  return { articles };
};
