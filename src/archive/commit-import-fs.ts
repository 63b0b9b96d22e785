import { createHash } from 'node:crypto';
import { articlePath, versionPath } from '../article/article-id.ts';
import type { Problem } from '../problem/problem.ts';
import type { IndexedArticle } from './archive-index.ts';
import type { ContentStore } from './content-store-fs.ts';
import { editRecord } from './edit-record.ts';
import { printState, type StagedCapture } from './staged-article.ts';

/** The captures of one WARC in the making: its records, each with the capture that waits for its place. */
export interface WarcBatch {
  readonly records: { readonly bytes: Uint8Array; readonly capture: StagedCapture }[];
  bytes: number;
}

export const emptyBatch = (): WarcBatch => ({ records: [], bytes: 0 });

/** A WARC is closed after so many bytes or captures, whichever comes first. */
export const maxWarcBytes = 64 * 1024 * 1024;
export const maxWarcCaptures = 1000;

export const isFull = ({ records, bytes }: WarcBatch): boolean =>
  bytes >= maxWarcBytes || records.length >= maxWarcCaptures;

/**
 * Puts the WARC of a batch in place and tells each capture where it lies. The name comes from the captures' hashes: the
 * same captures in the same order give the same file.
 */
export const commitWarc = async (store: ContentStore, { records }: WarcBatch): Promise<Problem | null> => {
  if (records.length === 0) return null;
  const hash = createHash('sha256');
  for (const { capture } of records) hash.update(capture.record.sha256);
  const file = `captures/${hash.digest('hex').slice(0, 16)}.warc.gz`;
  let offset = 0;
  for (const { bytes, capture } of records) {
    capture.place = { file, offset };
    offset += bytes.length;
  }
  return store.write(file, Buffer.concat(records.map(({ bytes }) => bytes)));
};

/** Former versions keep their numbers when the article gets another id. */
const moveVersions = async (store: ContentStore, formerId: string, id: string): Promise<Problem | null> => {
  for (let number = 1; ; number += 1) {
    const text = await store.read(versionPath(formerId, number));
    if (text === null) {
      // A run that was killed may have moved this one.
      if ((await store.read(versionPath(id, number))) === null) return null;
      continue;
    }
    const problem =
      (await store.write(versionPath(id, number), editRecord(text, { id }))) ??
      (await store.remove(versionPath(formerId, number)));
    if (problem !== null) return problem;
  }
};

/** Adds a version, numbered from 1, and tells its number; one that a killed run put there already is not added twice. */
const addVersion = async (
  store: ContentStore,
  id: string,
  text: string,
): Promise<{ number: number; problem: Problem | null }> => {
  let last: string | null = null;
  let number = 1;
  for (;;) {
    const there = await store.read(versionPath(id, number));
    if (there === null) break;
    last = there;
    number += 1;
  }
  if (last === text) return { number: number - 1, problem: null };
  return { number, problem: await store.write(versionPath(id, number), text) };
};

/**
 * Writes what is staged of an article: its former versions, then its file, then what lay under a former id is removed.
 * Wherever this is cut off, the next run finishes it.
 */
export const commitArticle = async (
  store: ContentStore,
  article: IndexedArticle,
): Promise<{ text: string | null; problem: Problem | null }> => {
  const { staged, id } = article;
  if (staged === null) return { text: null, problem: null };
  const { formerId, states, standing } = staged;
  const renamed = formerId !== null && formerId !== id;
  let problem = renamed ? await moveVersions(store, formerId, id) : null;
  for (const [number, state] of standing) {
    // Under a new id the version has moved by now, and says so already.
    problem ??= await store.write(versionPath(id, number), printState(state, id, formerId));
  }
  for (const state of states.slice(0, -1)) {
    if (problem !== null) break;
    const added = await addVersion(store, id, printState(state, id, formerId));
    problem = added.problem;
    if (state.base.kind === 'reading' && state.base.read.textKey === article.beside?.textKey) {
      article.beside = { textKey: article.beside.textKey, number: added.number };
    }
  }
  const text = printState(states.at(-1) ?? states[0], id, formerId);
  problem ??= await store.write(articlePath(id), text);
  if (renamed) problem ??= await store.remove(articlePath(formerId));
  if (problem === null) article.staged = null;
  return { text, problem };
};
