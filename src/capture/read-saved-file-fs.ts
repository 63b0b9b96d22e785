import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { maxImageBytes } from './limits.ts';

/** A page as a browser saved it: its file, and the folder that was named for the import, which nothing is read outside of. */
export interface SavedBeside {
  readonly page: string;
  readonly folder: string;
}

/** A relative path in an address; null where the address is none. */
const pathIn = (address: string): string | null => {
  if (/^(?:[a-z][a-z\d+.-]*:|[/\\#?]|$)/i.test(address)) return null;
  const path = address.replace(/[?#].*$/s, '').replaceAll('\\', '/');
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return path.includes('\0') ? null : path;
  }
};

const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
};

const readInside = async (folder: string, path: string): Promise<Uint8Array | 'large' | null> => {
  if (!isInside(folder, path)) return null;
  try {
    // Wherever a link leads: that place must be inside, too.
    const real = await realpath(path);
    if (!isInside(folder, real)) return null;
    const found = await stat(real);
    if (!found.isFile()) return null;
    return found.size > maxImageBytes ? 'large' : new Uint8Array(await readFile(real));
  } catch {
    return null;
  }
};

/**
 * A file that a saved page names by a relative address, such as `bai_files/anh.jpg`; null where there is none. Names may be
 * composed otherwise than the page spells them: some systems part marks from letters.
 */
export const readSavedFile = async (
  { page, folder }: SavedBeside,
  address: string,
): Promise<Uint8Array | 'large' | null> => {
  const path = pathIn(address);
  if (path === null) return null;
  const root = await realpath(folder).catch(() => null);
  const home = await realpath(dirname(page)).catch(() => null);
  if (root === null || home === null) return null;
  for (const name of new Set([path, path.normalize('NFC'), path.normalize('NFD')])) {
    const found = await readInside(root, resolve(home, name));
    if (found !== null) return found;
  }
  return null;
};
