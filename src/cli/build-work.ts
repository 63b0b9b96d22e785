import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorCodeOf } from '../archive/error-code.ts';
import { isProcessAlive } from './swap-folder.ts';

/** Astro loads half-built code from its work folder, so that has to lie where the checkout's packages are found. */
const workRoot = fileURLToPath(new URL('../../node_modules/.astro/', import.meta.url));

const prefix = 'build-';

/** A folder of one build's own; those of dead builds are cleared away. */
export const makeWorkFolder = async (): Promise<string> => {
  for (const name of await readdir(workRoot).catch(() => [])) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)$`).exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || (pid !== process.pid && isProcessAlive(pid))) continue;
    await rm(join(workRoot, name), { recursive: true, force: true });
  }
  const work = join(workRoot, `${prefix}${String(process.pid)}`);
  await mkdir(work, { recursive: true });
  return work;
};

/** How a folder is renamed: a test's may lie on another disk. */
export type RenameFolder = (from: string, to: string) => Promise<void>;

/** Moves a folder; to another disk it is copied. */
export const moveFolder = async (
  from: string,
  to: string,
  renameFolder: RenameFolder = rename,
): Promise<void> => {
  try {
    await renameFolder(from, to);
  } catch (error) {
    if (errorCodeOf(error) !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true, force: true });
  }
};
