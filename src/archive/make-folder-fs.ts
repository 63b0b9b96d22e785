import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { errorCodeOf } from './error-code.ts';

/**
 * Makes a folder and those above it that are missing, one by one from the nearest that is there. Node's own recursive
 * `mkdir` never comes back from a system folder such as /proc.
 */
export const makeFolder = async (path: string): Promise<void> => {
  const folder = resolve(path);
  const missing: string[] = [];
  for (let above = folder; ; above = dirname(above)) {
    const found = await stat(above).catch((error: unknown) => {
      if (errorCodeOf(error) !== 'ENOENT' || dirname(above) === above) throw error;
      return null;
    });
    if (found !== null) break;
    missing.unshift(above);
  }
  for (const one of missing) {
    await mkdir(one).catch((error: unknown) => {
      if (errorCodeOf(error) !== 'EEXIST') throw error;
    });
  }
};
