import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary } from './content-store-fs.ts';
import { errorCodeOf } from './error-code.ts';

/** Removes the temporary files that a killed run left anywhere in the content folder; whoever calls holds its lock. */
export const sweepTemporary = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return [];
  });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await sweepTemporary(path);
    else if (entry.isFile() && isTemporary(path)) await rm(path, { force: true });
  }
};
