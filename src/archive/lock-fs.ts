import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toProblem, type Problem } from '../problem/problem.ts';
import { toWriteProblem } from '../problem/to-write-problem.ts';
import { errorCodeOf } from './error-code.ts';
import { makeFolder } from './make-folder-fs.ts';

const lockName = '.khobao.lock';

/** The lock of an archive, or why it could not be had. */
export type ArchiveLock =
  | { readonly release: () => Promise<void>; readonly problem: null }
  | { readonly release: null; readonly problem: Problem };

const isAlive = async (pid: number): Promise<boolean> => {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCodeOf(error) === 'EPERM';
  }
  // A number is soon given to another program after a restart: where the system tells its command, that has to be ours.
  const command = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => null);
  return command === null || command.includes('khobao');
};

/** Links a file that holds our process number into place, which only one of several can do; false where a lock is there. */
const tryLock = async (root: string, lock: string): Promise<boolean> => {
  const temporary = join(root, `.khobao-lock-${String(process.pid)}.tmp`);
  await writeFile(temporary, `${String(process.pid)}\n`);
  try {
    await link(temporary, lock);
    return true;
  } catch (error) {
    // Whoever holds the lock sweeps temporary files: ours may be gone before it is linked.
    if (errorCodeOf(error) === 'EEXIST' || errorCodeOf(error) === 'ENOENT') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
};

const readLock = (lock: string): Promise<string | null> =>
  readFile(lock, 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) !== 'ENOENT') throw error;
    return null;
  });

/** Takes a dead process's lock away, which only one of several can do; a lock that another took meanwhile is put back. */
const takeAway = async (root: string, lock: string, dead: string): Promise<void> => {
  const away = join(root, `.khobao-lock-${String(process.pid)}-dead.tmp`);
  try {
    await rename(lock, away);
    if ((await readFile(away, 'utf8')) !== dead) await link(away, lock);
  } catch (error) {
    if (errorCodeOf(error) !== 'ENOENT' && errorCodeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(away, { force: true });
  }
};

/**
 * Takes the content folder, or a publishing folder, for this process; a lock whose process is gone is taken over. Problems:
 * `archive-locked` or `publish-locked`, `disk-full`, `write-failed`.
 */
export const lockArchive = async (
  root: string,
  locked: 'archive-locked' | 'publish-locked' = 'archive-locked',
): Promise<ArchiveLock> => {
  const file = join(root, lockName);
  try {
    await makeFolder(root);
    while (!(await tryLock(root, file))) {
      const holder = await readLock(file);
      if (holder === null) continue;
      const pid = Number.parseInt(holder, 10);
      if (Number.isSafeInteger(pid) && (await isAlive(pid))) {
        const problem = toProblem(locked, { process: pid, file }, { file });
        return { release: null, problem };
      }
      await takeAway(root, file, holder);
    }
    return { release: () => rm(file, { force: true }), problem: null };
  } catch (error) {
    return { release: null, problem: toWriteProblem(error, file) };
  }
};
