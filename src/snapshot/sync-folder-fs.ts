/** A renaming may outlive a loss of power when the bytes of what was renamed do not: those are seen onto the disk before. */
import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf } from '../problem/error-code.ts';
import { listFiles } from './list-files-fs.ts';

/** So many files are waited for at a time. */
const atOnce = 32;

const syncFile = async (path: string): Promise<void> => {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Sees the names in a folder onto the disk; some systems open no folder, and have nothing to be asked for. */
export const syncNames = async (folder: string): Promise<void> => {
  try {
    await syncFile(folder);
  } catch (error) {
    if (!['EPERM', 'EACCES', 'EISDIR', 'EINVAL'].includes(errorCodeOf(error) ?? '')) throw error;
  }
};

/** Linux flushes a whole file system at once, a hundred times faster than file by file; false where it doesn't. */
const syncFileSystem = (folder: string): Promise<boolean> =>
  new Promise((settle) => {
    execFile('sync', ['-f', folder], (error) => {
      settle(error === null);
    });
  });

/** Sees every byte below a folder onto the disk. An error of the disk is thrown. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'linux' && (await syncFileSystem(folder))) return;
  const files = (await listFiles(folder)).filter(({ isFile }) => isFile).values();
  const work = Array.from({ length: atOnce }, async () => {
    for (const { path } of files) await syncFile(join(folder, path));
  });
  await Promise.all(work);
};
