import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { errorCodeOf } from '../problem/error-code.ts';

/** The real path of a folder, or the one that it will have once it is made. */
const realPathOf = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCodeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    return join(await realPathOf(dirname(path)), basename(path));
  }
};

const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
};

/** Whether one of two folders lies in the other, links followed. An error of the disk is thrown. */
export const foldersOverlap = async (one: string, other: string): Promise<boolean> => {
  const a = await realPathOf(resolve(one));
  const b = await realPathOf(resolve(other));
  return isInside(a, b) || isInside(b, a);
};
