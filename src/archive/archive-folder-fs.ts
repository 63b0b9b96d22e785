import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';

/** Any of these makes a folder that an import may add to: a librarian may have begun with a source or a list. */
const namesOfArchive: ReadonlySet<string> = new Set([
  'archive.yml',
  'articles',
  'captures',
  'images',
  'log',
  'places.yml',
  'snapshots',
  'sources',
  'synonyms.yml',
  'versions',
]);

const isThere = (path: string, kind: 'isDirectory' | 'isFile'): Promise<boolean> =>
  stat(path).then(
    (found) => found[kind](),
    (error: unknown) => {
      if (errorCodeOf(error) === null) throw error;
      return false;
    },
  );

/** Whether a folder is an archive: it has settings, articles, or captures alone, as an import leaves that was killed early. */
export const isArchive = async (folder: string): Promise<boolean> =>
  (await isThere(join(folder, 'archive.yml'), 'isFile')) ||
  (await isThere(join(folder, 'articles'), 'isDirectory')) ||
  (await isThere(join(folder, 'captures'), 'isDirectory'));

/** Why a folder can't be read as an archive: `content-missing`, `content-not-archive`; null where it can. */
export const refuseToRead = async (folder: string): Promise<Problem | null> => {
  if (await isArchive(folder)) return null;
  const code = (await isThere(folder, 'isDirectory')) ? 'content-not-archive' : 'content-missing';
  return toProblem(code, { folder }, { file: folder });
};

/**
 * Why no archive can be begun or gone on with in a folder: it holds other things (`content-not-archive`). Null where it is
 * not there yet, is empty but for hidden files, or is an archive.
 */
export const refuseToFill = async (folder: string): Promise<Problem | null> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return [];
  });
  const shown = names.filter((name) => !name.startsWith('.'));
  if (shown.length === 0 || shown.some((name) => namesOfArchive.has(name))) return null;
  return toProblem('content-not-archive', { folder }, { file: folder });
};
