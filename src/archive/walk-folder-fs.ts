import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { toProblem, type Problem } from '../problem/problem.ts';
import { errorCodeOf } from './error-code.ts';

/** A file below the content folder, by its path from there; or why it is not read. */
export interface FoundFile {
  readonly path: string;
  readonly problem: Problem | null;
}

/** The folder's names as a person lists them, sorted by code unit; none where there is no such folder. */
const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
};

const leadsOutside = (realRoot: string, realPath: string): boolean => {
  const way = relative(realRoot, realPath);
  return way === '..' || way.startsWith(`..${sep}`);
};

/**
 * Every file below a folder of `root` whose name ends as asked, in stable order. Hidden files are passed over; links are
 * followed where they lead to a file in `root`. Problems: `path-outside`, `file-unreadable`.
 */
export async function* walkFolder(
  root: string,
  folder: string,
  extension: string,
): AsyncGenerator<FoundFile, void, undefined> {
  const realRoot = await realpath(root).catch(() => root);
  const realFolder = await realpath(join(root, folder)).catch(() => null);
  if (realFolder === null) return;
  if (leadsOutside(realRoot, realFolder)) {
    const file = join(root, folder);
    yield { path: folder, problem: toProblem('path-outside', { file }, { file }) };
    return;
  }
  yield* walkInside(root, realRoot, folder, extension);
}

async function* walkInside(
  root: string,
  realRoot: string,
  folder: string,
  extension: string,
): AsyncGenerator<FoundFile, void, undefined> {
  for (const name of await namesIn(join(root, folder))) {
    if (name.startsWith('.')) continue;
    const path = folder === '' ? name : `${folder}/${name}`;
    const place = { file: join(root, path) };
    try {
      const entry = await lstat(join(root, path));
      if (entry.isDirectory()) {
        yield* walkInside(root, realRoot, path, extension);
        continue;
      }
      if (entry.isSymbolicLink()) {
        if (leadsOutside(realRoot, await realpath(join(root, path)))) {
          yield { path, problem: toProblem('path-outside', { file: place.file }, place) };
          continue;
        }
      }
      if (!name.endsWith(extension)) continue;
      const isFile = (await stat(join(root, path))).isFile();
      yield {
        path,
        problem: isFile ? null : toProblem('file-unreadable', { reason: 'not a regular file' }, place),
      };
    } catch (error) {
      const code = errorCodeOf(error);
      if (code === null) throw error;
      yield { path, problem: toProblem('file-unreadable', { reason: code }, place) };
    }
  }
}
