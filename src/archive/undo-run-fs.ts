import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../problem/problem.ts';
import type { ContentStore } from './content-store-fs.ts';
import { errorCodeOf } from './error-code.ts';
import { formerBytes, hasEnded, readChanges, readRuns, type LoggedRun } from './read-log-fs.ts';

/** What stands in the way of taking a run back, and what is to be done. */
export interface UndoPlan {
  readonly run: string;
  /** Files that are to be what they were before. */
  readonly paths: ReadonlySet<string>;
  /** Articles, versions and captures that have changed since: while there is one, nothing can be taken back. */
  readonly changed: readonly string[];
  /** Settings and sources that were edited since: they stay as they are. */
  readonly edited: readonly string[];
}

/** The last import that was not taken back, or not wholly; null where there is none. */
export const lastImport = async (root: string): Promise<LoggedRun | null> => {
  const runs = await readRuns(root);
  const undone = new Set<unknown>();
  for (const { run, head } of runs) {
    if (head.act === 'undo' && (await hasEnded(root, run))) undone.add(head.run);
  }
  return runs.findLast(({ run, head }) => head.act === 'import' && !undone.has(run)) ?? null;
};

/** The SHA-256 of a file as it stands; null where it is not there. */
const hashOf = async (root: string, path: string): Promise<string | null> => {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(join(root, path))) hash.update(piece as Buffer);
    return hash.digest('hex');
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
};

const isLibrarians = (path: string): boolean =>
  ['archive.yml', 'synonyms.yml', 'places.yml'].includes(path) || path.startsWith('sources/');

/** Looks at every file that a run changed. Writes nothing. */
export const planUndo = async (root: string, run: string): Promise<UndoPlan> => {
  const files = new Map<string, { before: string | null; after: Set<string | null>; lost: boolean }>();
  for await (const change of readChanges(root, run)) {
    const { file, before, after } = change;
    const lost = before !== null && change.former === undefined;
    const known = files.get(file) ?? { before, after: new Set<string | null>(), lost };
    files.set(file, known);
    known.after.add(after);
  }
  const paths = new Set<string>();
  const changed: string[] = [];
  const edited: string[] = [];
  for (const [path, { before, after, lost }] of files) {
    const now = await hashOf(root, path);
    // A run that was killed told of a last change that it did not make.
    if (now === before) continue;
    if (after.has(now) && !lost) paths.add(path);
    else if (isLibrarians(path)) edited.push(path);
    else changed.push(path);
  }
  return { run, paths, changed: changed.sort(), edited: edited.sort() };
};

/** What points at other files goes first, so that a run cut off here leaves nothing that points at what is gone. */
const passes: readonly ((path: string) => boolean)[] = [
  (path) => path.startsWith('articles/'),
  (path) => path.startsWith('versions/'),
  (path) => !path.startsWith('articles/') && !path.startsWith('versions/'),
];

/** What was done: how many files went, and how many are again what they were; or why it ended before. */
export interface Undone {
  readonly removed: number;
  readonly restored: number;
  readonly problem: Problem | null;
}

/** Makes the files of a plan what they were before the run. */
export const undoRun = async (
  root: string,
  store: ContentStore,
  { run, paths }: UndoPlan,
): Promise<Undone> => {
  const left = new Set(paths);
  const counts = { removed: 0, restored: 0 };
  for (const isNow of passes) {
    for await (const change of readChanges(root, run)) {
      if (!isNow(change.file) || !left.delete(change.file)) continue;
      const former = formerBytes(change);
      const problem =
        former === null ? await store.remove(change.file) : await store.write(change.file, former);
      if (problem !== null) return { ...counts, problem };
      counts[former === null ? 'removed' : 'restored'] += 1;
    }
  }
  return { ...counts, problem: null };
};
