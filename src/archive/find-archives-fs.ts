import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf } from '../problem/error-code.ts';

/** A content folder among what an import was given. */
export interface FoundArchive {
  readonly path: string;
  /** Named by the person, not met in a folder that was. */
  readonly isNamed: boolean;
}

const kindOf = async (path: string): Promise<'file' | 'folder' | null> => {
  const found = await stat(path).catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return null;
  });
  if (found?.isDirectory() === true) return 'folder';
  return found?.isFile() === true ? 'file' : null;
};

/** Whether a folder, whatever its name, is the content of an archive: it has settings, and articles or captures. */
const isArchive = async (folder: string): Promise<boolean> =>
  (await kindOf(join(folder, 'archive.yml'))) === 'file' &&
  ((await kindOf(join(folder, 'articles'))) === 'folder' ||
    (await kindOf(join(folder, 'captures'))) === 'folder');

const foldersIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return [];
  });
  return entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name)
    .sort();
};

/** The content folders among these paths, and right in the folders at these paths. */
export const findArchives = async (paths: readonly string[]): Promise<FoundArchive[]> => {
  const found: FoundArchive[] = [];
  for (const path of paths) {
    if (await isArchive(path)) {
      found.push({ path, isNamed: true });
      continue;
    }
    for (const name of await foldersIn(path)) {
      const folder = join(path, name);
      if (await isArchive(folder)) found.push({ path: folder, isNamed: false });
    }
  }
  return found;
};

/** Whether two paths lead to the same folder. */
export const isSameFolder = async (one: string, other: string): Promise<boolean> => {
  const real = (path: string): Promise<string | null> =>
    realpath(path).catch((error: unknown) => {
      if (errorCodeOf(error) === null) throw error;
      return null;
    });
  const [first, second] = await Promise.all([real(one), real(other)]);
  return first !== null && first === second;
};
