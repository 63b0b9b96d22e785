/**
 * `content/log/`: one file for each run that changed the archive, JSON Lines, written once and then left alone. What a file
 * was before is written down before it is changed, so that a run that was killed can be taken back as well. A run that
 * changes nothing leaves no file. Whoever writes holds the archive's lock.
 */
import { open, readdir, realpath, type FileHandle } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { toProblem, type Problem } from '../problem/problem.ts';
import { toWriteProblem } from '../problem/to-write-problem.ts';
import type { ChangeListener } from './content-store-fs.ts';
import { errorCodeOf } from './error-code.ts';
import { makeFolder } from './make-folder-fs.ts';

/** What a run does to an archive. */
export const runActs = ['import', 'withdraw', 'restore', 'undo'] as const;
export type RunAct = (typeof runActs)[number];

/** The first line of a run's file: what is done, when, by whom, and what else the act has to say. */
export interface RunHead {
  readonly act: RunAct;
  /** With its zone. */
  readonly at: string;
  /** Null where the system does not tell. */
  readonly by: string | null;
  readonly [more: string]: unknown;
}

/** The file of one run. Until something changes, nothing is written. */
export interface RunLog {
  /** Begins the file though nothing has changed yet. */
  readonly begin: () => Promise<Problem | null>;
  /** To be asked by the store before each change. */
  readonly onChange: ChangeListener;
  /** Names the archive that the changes from now on come from; null where they are this run's own. */
  readonly comeFrom: (archive: string | null) => void;
  /** Adds lines; a run that changed nothing has none. */
  readonly tell: (lines: readonly object[]) => Promise<Problem | null>;
  /** Adds the last line, with `end: true`. */
  readonly end: (counts: object) => Promise<Problem | null>;
}

export const logFolder = 'log';

const runName = /^(\d{6,})-(\d{4}-\d{2}-\d{2})-([a-z]+)\.jsonl$/;

/** The number of a run's file; null for a file that is none. */
export const runNumberOf = (name: string): number | null => {
  const number = runName.exec(name)?.[1];
  return number === undefined ? null : Number(number);
};

/** The names of the runs' files, the first run first. */
export const listRuns = async (root: string): Promise<string[]> => {
  const names = await readdir(join(root, logFolder)).catch((error: unknown) => {
    if (errorCodeOf(error) !== 'ENOENT') throw error;
    return [];
  });
  return names
    .filter((name) => runNumberOf(name) !== null)
    .sort((a, b) => (runNumberOf(a) ?? 0) - (runNumberOf(b) ?? 0));
};

/** Packed records of captures are never written over, and too large for a log; so is a picture that goes. */
const isKept = (path: string, after: string | null): boolean =>
  !/\.(warc|warc\.gz|cdxj)$/.test(path) && (after !== null || !path.startsWith('images/'));

/** The log of a run that is about to begin. */
export const openRunLog = (root: string, head: RunHead): RunLog => {
  let file: FileHandle | null = null;
  let isTorn = false;
  let from: string | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const append = async (lines: readonly object[]): Promise<void> => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const whole = isTorn ? `\n${text}` : text;
    isTorn = true;
    await file?.appendFile(whole);
    isTorn = false;
  };

  const begin = async (): Promise<Problem | null> => {
    if (file !== null) return null;
    const folder = join(root, logFolder);
    await makeFolder(folder);
    if (relative(await realpath(root), await realpath(folder)) !== logFolder) {
      return toProblem('path-outside', { file: folder }, { file: folder });
    }
    const last = (await listRuns(root)).at(-1);
    const number = (last === undefined ? 0 : (runNumberOf(last) ?? 0)) + 1;
    const name = `${String(number).padStart(6, '0')}-${head.at.slice(0, 10)}-${head.act}.jsonl`;
    file = await open(join(folder, name), 'ax');
    await append([head]);
    return null;
  };

  /** One write at a time, in the order asked for. */
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const done = queue.then(act);
    queue = done.catch(() => null);
    return done;
  };

  const orProblem = (act: () => Promise<null>): Promise<Problem | null> =>
    inTurn(async () => {
      try {
        return file === null ? null : await act();
      } catch (error) {
        return toWriteProblem(error, join(root, logFolder));
      }
    });

  return {
    begin: () => inTurn(begin).catch((error: unknown) => toWriteProblem(error, join(root, logFolder))),
    onChange: (path, former, after) =>
      inTurn(async () => {
        const problem = await begin();
        if (problem !== null) return problem;
        const before = former === null ? null : createHash('sha256').update(former).digest('hex');
        const kept = former === null || !isKept(path, after) ? null : gzipSync(former).toString('base64');
        const origin = from === null ? {} : { from };
        await append([{ file: path, before, after, ...origin, ...(kept === null ? {} : { former: kept }) }]);
        return null;
      }),
    comeFrom: (archive) => {
      from = archive;
    },
    tell: (lines) =>
      orProblem(async () => {
        await append(lines);
        await file?.sync();
        return null;
      }),
    end: (counts) =>
      orProblem(async () => {
        await append([{ end: true, ...counts }]);
        await file?.sync();
        await file?.close();
        file = null;
        return null;
      }),
  };
};
