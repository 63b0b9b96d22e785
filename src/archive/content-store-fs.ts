/** The one door through which the content folder is written: whole files only, never outside the folder. */
import { createHash, randomBytes } from 'node:crypto';
import { access, open, readFile, realpath, rename, rm, rmdir, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { toProblem, type Problem } from '../problem/problem.ts';
import { toWriteProblem } from '../problem/to-write-problem.ts';
import { errorCodeOf } from './error-code.ts';
import { makeFolder } from './make-folder-fs.ts';

/** Writes below one folder. Paths are relative to it, with `/`. A fault of the disk comes back as a problem. */
export interface ContentStore {
  /** The file's text, or null where there is none. */
  readonly read: (path: string) => Promise<string | null>;
  /** Puts a whole file in place, or leaves what was there. A file that holds these bytes already is not touched. */
  readonly write: (path: string, data: string | Uint8Array) => Promise<Problem | null>;
  /**
   * Puts a file in place that may be of any length, under a path below `folder` that may depend on its SHA-256. A file that is
   * there already is left as it is.
   */
  readonly writeStream: (
    folder: string,
    chunks: AsyncIterable<Uint8Array>,
    nameOf: (sha256: string) => string,
  ) => Promise<{ readonly path: string; readonly problem: Problem | null }>;
  /** Removes a file, and the folders that this leaves empty. */
  readonly remove: (path: string) => Promise<Problem | null>;
}

/** How bytes go into an open file: a test's disk may be full. */
export type WriteBytes = (file: FileHandle, data: Uint8Array) => Promise<void>;

/**
 * Told of each change before it is made, with the SHA-256 that the file will have, null where it goes; a problem keeps
 * the change from being made.
 */
export type ChangeListener = (
  path: string,
  former: Buffer | null,
  after: string | null,
) => Promise<Problem | null>;

/** A file that is longer is not read before it is removed. */
const maxFormerBytes = 256 * 1024 * 1024;

const temporaryName = /^\.khobao-[\w-]+\.tmp$/;

/** Whether a file's name is that of a file in the writing. */
export const isTemporary = (path: string): boolean => temporaryName.test(basename(path));

const isInside = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
};

/** The real path of a path's nearest ancestor that exists. */
const realAncestor = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCodeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    return realAncestor(dirname(path));
  }
};

const writeBytes: WriteBytes = async (file, data) => {
  await file.writeFile(data);
};

/** Opens a folder for writing; it is made if it is missing. */
export const openContentStore = async (
  root: string,
  write: WriteBytes = writeBytes,
  onChange: ChangeListener = () => Promise.resolve(null),
): Promise<ContentStore> => {
  await makeFolder(root);
  const realRoot = await realpath(root);

  /** Null where the path may be written; the folder is there afterwards. */
  const refuse = async (path: string): Promise<Problem | null> => {
    const folder = join(realRoot, dirname(path));
    const file = join(root, path);
    const ancestor = isInside(realRoot, folder) ? await realAncestor(folder) : null;
    if (ancestor === null || !isInside(realRoot, ancestor)) {
      return toProblem('path-outside', { file }, { file });
    }
    if (ancestor !== folder) await makeFolder(folder);
    return null;
  };

  const temporaryIn = (folder: string): string =>
    join(folder, `.khobao-${String(process.pid)}-${randomBytes(6).toString('hex')}.tmp`);

  const putStream = async (
    folder: string,
    chunks: AsyncIterable<Uint8Array>,
    nameOf: (sha256: string) => string,
  ): Promise<{ path: string; problem: Problem | null }> => {
    const temporary = temporaryIn(join(realRoot, folder));
    try {
      const hash = createHash('sha256');
      const file = await open(temporary, 'wx');
      try {
        for await (const chunk of chunks) {
          hash.update(chunk);
          await write(file, chunk);
        }
        await file.sync();
      } finally {
        await file.close();
      }
      const sha256 = hash.digest('hex');
      const path = `${folder}/${nameOf(sha256)}`;
      const isThere = await access(join(realRoot, path)).then(
        () => true,
        () => false,
      );
      if (isThere) return { path, problem: null };
      const problem = await onChange(path, null, sha256);
      if (problem === null) await rename(temporary, join(realRoot, path));
      return { path, problem };
    } finally {
      await rm(temporary, { force: true });
    }
  };

  const putInPlace = async (path: string, data: Uint8Array): Promise<void> => {
    const target = join(realRoot, path);
    const temporary = temporaryIn(dirname(target));
    try {
      const file = await open(temporary, 'wx');
      try {
        await write(file, data);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  };

  /** Removes a folder that is empty, and those above it that are so then; `articles` and `sources` are always there. */
  const removeEmpty = async (folder: string): Promise<void> => {
    if (['.', 'articles', 'sources'].includes(folder)) return;
    try {
      await rmdir(join(realRoot, folder));
    } catch (error) {
      if (errorCodeOf(error) !== 'ENOTEMPTY') throw error;
      return;
    }
    await removeEmpty(dirname(folder));
  };

  const readBytes = async (path: string): Promise<Buffer | null> => {
    try {
      return await readFile(join(realRoot, path));
    } catch (error) {
      const code = errorCodeOf(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw error;
    }
  };

  return {
    read: async (path) => (await readBytes(path))?.toString('utf8') ?? null,
    write: async (path, data) => {
      try {
        const refused = await refuse(path);
        if (refused !== null) return refused;
        const bytes = Buffer.from(data);
        const former = await readBytes(path);
        if (former?.equals(bytes) === true) return null;
        const hash = createHash('sha256').update(bytes).digest('hex');
        const kept = await onChange(path, former, hash);
        if (kept === null) await putInPlace(path, bytes);
        return kept;
      } catch (error) {
        return toWriteProblem(error, join(root, path));
      }
    },
    writeStream: async (folder, chunks, nameOf) => {
      const unnamed = `${folder}/${nameOf('')}`;
      try {
        const refused = await refuse(unnamed);
        return refused === null
          ? await putStream(folder, chunks, nameOf)
          : { path: unnamed, problem: refused };
      } catch (error) {
        return { path: unnamed, problem: toWriteProblem(error, join(root, unnamed)) };
      }
    },
    remove: async (path) => {
      try {
        const refused = await refuse(path);
        if (refused !== null) return refused;
        const size = await stat(join(realRoot, path)).then(
          (found) => found.size,
          () => 0,
        );
        // A WARC may be longer than memory; nobody needs what it was, for none is ever written over.
        const former = size > maxFormerBytes ? Buffer.alloc(0) : await readBytes(path);
        const kept = former === null ? null : await onChange(path, former, null);
        if (kept !== null) return kept;
        await rm(join(realRoot, path), { force: true });
        await removeEmpty(dirname(path));
        return null;
      } catch (error) {
        return toWriteProblem(error, join(root, path));
      }
    },
  };
};
