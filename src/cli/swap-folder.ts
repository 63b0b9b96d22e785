import { readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCodeOf } from '../archive/error-code.ts';

/** A folder to build into, beside the one it will replace: on the same disk, so that renaming is enough. */
export interface Swap {
  readonly temporary: string;
  /** Puts the temporary folder in the place of the other, which is removed. */
  readonly finish: () => Promise<void>;
  /** Removes the temporary folder and leaves the other alone. */
  readonly drop: () => Promise<void>;
}

const exists = (path: string): Promise<boolean> =>
  realpath(path).then(
    () => true,
    () => false,
  );

/** Whether a process of this number runs. */
export const isProcessAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCodeOf(error) === 'EPERM';
  }
};

/** Clears away what killed builds left beside the folder; a site that one of them had moved aside is put back. */
const recover = async (folder: string): Promise<void> => {
  const prefix = `.${basename(folder)}.khobao-`;
  const names = await readdir(dirname(folder)).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(prefix)).sort()) {
    const [, kind, pid] = /^(new|old)-(\d+)$/.exec(name.slice(prefix.length)) ?? [];
    if (kind === undefined || (Number(pid) !== process.pid && isProcessAlive(Number(pid)))) continue;
    const left = join(dirname(folder), name);
    if (kind === 'old' && !(await exists(folder))) await rename(left, folder);
    else await rm(left, { recursive: true, force: true });
  }
};

/** Makes ready to replace a folder as a whole. A link to a folder stays a link; what it leads to is replaced. */
export const prepareSwap = async (path: string): Promise<Swap> => {
  const folder = await realpath(path).catch(() => resolve(path));
  await recover(folder);
  const beside = (kind: 'new' | 'old'): string =>
    join(dirname(folder), `.${basename(folder)}.khobao-${kind}-${String(process.pid)}`);
  const temporary = beside('new');
  const old = beside('old');
  return {
    temporary,
    finish: async () => {
      if (await exists(folder)) await rename(folder, old);
      try {
        await rename(temporary, folder);
      } catch (error) {
        if (await exists(old)) await rename(old, folder);
        throw error;
      }
      await rm(old, { recursive: true, force: true });
    },
    drop: () => rm(temporary, { recursive: true, force: true }),
  };
};
