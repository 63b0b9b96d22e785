import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Article } from '../article/article.ts';
import { isSourceId } from '../article/article-id.ts';
import { parseArticle } from '../article/parse-article.ts';
import { parseSnapshot } from '../article/parse-snapshot.ts';
import { settingsSchema, type Settings } from '../article/settings.ts';
import type { Snapshot } from '../article/snapshot-record.ts';
import { sourceSchema, type Source } from '../article/source-record.ts';
import { atPlace, toProblem, type Problem } from '../problem/problem.ts';
import { errorCodeOf } from './error-code.ts';
import { parseYaml } from './parse-yaml.ts';
import { walkFolder } from './walk-folder-fs.ts';

/** A file of the archive and what it says; `value` null where it can't be read as what it should be. */
export interface Loaded<Value> {
  /** Below the content folder, with `/`. */
  readonly path: string;
  /** The file as it stands, or null where it could not be read. */
  readonly text: string | null;
  readonly value: Value | null;
  /** Their places name the file as the person would: the content folder's path and the file's below it. */
  readonly problems: Problem[];
}

const readText = async (
  root: string,
  path: string,
): Promise<{ text: string | null; problems: Problem[] }> => {
  try {
    return { text: await readFile(join(root, path), 'utf8'), problems: [] };
  } catch (error) {
    const reason = errorCodeOf(error);
    if (reason === null) throw error;
    return { text: null, problems: [toProblem('file-unreadable', { reason }, { file: join(root, path) })] };
  }
};

const inFile = (root: string, path: string, problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => atPlace(problem, { file: join(root, path) }));

async function* loadFolder<Value>(
  root: string,
  folder: string,
  extension: string,
  parse: (text: string, path: string) => { value: Value | null; problems: Problem[] },
): AsyncGenerator<Loaded<Value>, void, undefined> {
  for await (const { path, problem } of walkFolder(root, folder, extension)) {
    if (problem !== null) {
      yield { path, text: null, value: null, problems: [problem] };
      continue;
    }
    const { text, problems } = await readText(root, path);
    const parsed = text === null ? { value: null, problems: [] } : parse(text, path);
    yield {
      path,
      text,
      value: parsed.value,
      problems: [...problems, ...inFile(root, path, parsed.problems)],
    };
  }
}

const parseArticleFile = (text: string): { value: Article | null; problems: Problem[] } => {
  const { article, problems } = parseArticle(text);
  return { value: article, problems };
};

/** Every article's file, one after another in the order of their paths. */
export const loadArticles = (root: string): AsyncGenerator<Loaded<Article>, void, undefined> =>
  loadFolder(root, 'articles', '.md', parseArticleFile);

/** Every former version's file, or those of one article, in the order of their paths. */
export const loadVersions = (root: string, id?: string): AsyncGenerator<Loaded<Article>, void, undefined> =>
  loadFolder(root, id === undefined ? 'versions' : `versions/${id}`, '.md', parseArticleFile);

/** Every source's file; the id is the file's name. Problems: `source-id-invalid`, and those of `parseYaml`. */
export const loadSources = (root: string): AsyncGenerator<Loaded<Source>, void, undefined> =>
  loadFolder(root, 'sources', '.yml', (text, path) => {
    const id = sourceIdOf(path);
    const parsed = parseYaml(text, sourceSchema);
    if (isSourceId(id)) return parsed;
    const problem = toProblem('source-id-invalid', { name: basename(path) });
    return { value: null, problems: [problem, ...parsed.problems] };
  });

/** Every snapshot's file, oldest first. Problem: `snapshot-invalid`. */
export const loadSnapshots = (root: string): AsyncGenerator<Loaded<Snapshot>, void, undefined> =>
  loadFolder(root, 'snapshots', '.json', (text, path) => {
    const { snapshot, problems } = parseSnapshot(text, path);
    return { value: snapshot, problems };
  });

/** The id of a source from the path of its file. */
export const sourceIdOf = (path: string): string => basename(path).replace(/\.yml$/, '');

/** A file that an archive may do without; `value` null where it isn't there, or can't be read. */
const loadOptional = async <Value>(
  root: string,
  path: string,
  parse: (text: string) => { value: Value | null; problems: readonly Problem[] },
): Promise<Loaded<Value>> => {
  const { text, problems } = await readText(root, path);
  if (text === null) {
    const missing = problems.every(({ values }) => values.reason === 'ENOENT');
    return { path, text, value: null, problems: missing ? [] : problems };
  }
  const parsed = parse(text);
  return { path, text, value: parsed.value, problems: inFile(root, path, parsed.problems) };
};

/** The archive's settings. */
export const loadSettings = (root: string): Promise<Loaded<Settings>> =>
  loadOptional<Settings>(root, 'archive.yml', (text) => parseYaml(text, settingsSchema));

/** What is wrong with the abbreviations of the search. */
export const loadSynonyms = (
  root: string,
  parse: (file: string) => { readonly problems: readonly Problem[] },
): Promise<Loaded<null>> =>
  loadOptional(root, 'synonyms.yml', (text) => ({ value: null, problems: parse(text).problems }));
