import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { articlePath } from '../article/article-id.ts';
import { atPlace, toProblem, type Problem } from '../problem/problem.ts';
import type { OtherArticle } from './merge-article.ts';
import { captureKey, type FaultyCaptures } from './merge-warcs-fs.ts';
import { parseOther, readOtherText, type OtherState } from './other-file-fs.ts';
import { relocateFile, type Relocation } from './relocate-file.ts';
import { walkFolder } from './walk-folder-fs.ts';

/** An article's file of another archive, and the article with its versions; or why it can't be taken. */
export interface ReadOther {
  /** Below the other archive. */
  readonly path: string;
  readonly text: string | null;
  readonly sha256: string | null;
  readonly article: OtherArticle | null;
  readonly problems: readonly Problem[];
}

/** How an archive is read that is taken into another. */
export interface OtherReading {
  readonly other: string;
  readonly moved: Relocation;
  readonly faulty: FaultyCaptures;
}

/** An article has so many bytes at most, all its versions together. */
const maxArticleLength = 32 * 1024 * 1024;

/** A file as it would stand here; null where something is wrong with it. `id` is what its place says. */
const readState = async (
  { other, moved, faulty }: OtherReading,
  path: string,
  id: string,
): Promise<Pick<ReadOther, 'text' | 'sha256'> & { state: OtherState | null; problems: Problem[] }> => {
  const file = join(other, path);
  const read = await readOtherText(other, path);
  if (read.text === null) return { ...read, state: null, problems: [read.problem] };
  const { state, problems } = await parseOther(file, read.text);
  const none = (more: readonly Problem[]) => ({
    ...read,
    state: null,
    problems: [...problems, ...more.map((problem) => atPlace(problem, { file }))],
  });
  if (state === null) return none([]);
  if (state.article.id !== id) {
    const expected = join(other, articlePath(state.article.id));
    return none([toProblem('id-path-mismatch', { id: state.article.id, expected })]);
  }
  const wrong = state.article.captures.flatMap((capture) => faulty.get(captureKey(capture)) ?? []);
  if (wrong.length > 0) return none(wrong);
  const text = relocateFile(read.text, moved);
  if (text === read.text) return { ...read, state, problems };
  const relocated = await parseOther(file, text);
  return { ...read, state: relocated.state, problems: relocated.problems };
};

const numberOf = (path: string): number => {
  const number = /^([1-9]\d{0,8})\.md$/.exec(basename(path))?.[1];
  return number === undefined ? Number.NaN : Number(number);
};

const readVersions = async (
  reading: OtherReading,
  id: string,
): Promise<{ versions: OtherState[]; problems: Problem[] }> => {
  const { other } = reading;
  const paths: string[] = [];
  const problems: Problem[] = [];
  for await (const { path, problem } of walkFolder(other, `versions/${id}`, '.md')) {
    const file = join(other, path);
    if (problem !== null) problems.push(problem);
    else if (Number.isNaN(numberOf(path)) || path !== `versions/${id}/${basename(path)}`)
      problems.push(toProblem('version-misplaced', { file }, { file }));
    else paths.push(path);
  }
  const versions: OtherState[] = [];
  let length = 0;
  for (const path of paths.sort((a, b) => numberOf(a) - numberOf(b))) {
    const read = await readState(reading, path, id);
    problems.push(...read.problems);
    if (read.state === null) continue;
    length += read.state.text.length;
    if (length > maxArticleLength) {
      const file = join(other, path);
      problems.push(toProblem('file-too-large', { size: length, limit: maxArticleLength }, { file }));
      break;
    }
    versions.push(read.state);
  }
  return { versions, problems };
};

/**
 * The articles of another archive, one after another in the order of their paths, then the versions that belong to none.
 * What is wrong with a version keeps that one out; what is wrong with an article's file, the whole article.
 */
export async function* readOthers(reading: OtherReading): AsyncGenerator<ReadOther, void, undefined> {
  const { other } = reading;
  for await (const { path, problem } of walkFolder(other, 'articles', '.md')) {
    const id = path.replace(/^articles\//, '').replace(/\.md$/, '');
    if (problem !== null) {
      yield { path, text: null, sha256: null, article: null, problems: [problem] };
      continue;
    }
    const { text, sha256, state, problems } = await readState(reading, path, id);
    if (state === null) {
      yield { path, text, sha256, article: null, problems };
      continue;
    }
    const former = await readVersions(reading, id);
    const told = [...problems, ...former.problems];
    yield { path, text, sha256, article: { current: state, versions: former.versions }, problems: told };
  }
  for await (const { path, problem } of walkFolder(other, 'versions', '.md')) {
    const id = /^versions\/(.+)\/[^/]*$/.exec(path)?.[1] ?? '';
    const isOwned = await access(join(other, articlePath(id))).then(
      () => true,
      () => false,
    );
    if (isOwned) continue;
    const file = join(other, path);
    const why = problem ?? toProblem('version-misplaced', { file }, { file });
    yield { path, text: null, sha256: null, article: null, problems: [why] };
  }
}
