import { join } from 'node:path';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { hashFile, type OnBytes } from './hash-file-fs.ts';
import { listFiles } from './list-files-fs.ts';

/** What is compared, and who is told of it. */
export interface FolderCheck {
  /** Hashes by path below the folder. */
  readonly manifest: ReadonlyMap<string, string>;
  /** Files that are none of the manifest's business: itself, and what signs it. */
  readonly isBeside: (path: string) => boolean;
  /** Told of every file that was read, by its path and what its hash was found to be. */
  readonly onFile?: (bytes: number, path: string, sha256: string) => void;
  /** Takes the bytes of a short file on the way, by its path, so that nobody has to read it again; null for none of its business. */
  readonly reads?: (path: string) => OnBytes | null;
  /** Aborted when the person has seen enough. */
  readonly signal?: AbortSignal;
}

const checkFile = async (
  root: string,
  path: string,
  expected: string,
  { onFile, reads }: Pick<FolderCheck, 'onFile' | 'reads'>,
): Promise<Problem | null> => {
  const file = join(root, path);
  try {
    const { sha256, bytes } = await hashFile(file, reads?.(path) ?? undefined);
    onFile?.(bytes, path, sha256);
    if (sha256 === expected) return null;
    return toProblem('manifest-file-altered', { file, found: sha256, expected }, { file });
  } catch (error) {
    const reason = errorCodeOf(error);
    if (reason === null) throw error;
    return toProblem('file-unreadable', { reason }, { file });
  }
};

/**
 * Every difference of a folder from a manifest, by the paths' order. Reads one file at a time.
 *
 * Problems: `manifest-file-missing`, `manifest-file-altered`, `manifest-file-added`, `file-unreadable`.
 */
export async function* checkAgainst(
  root: string,
  { manifest, isBeside, signal, ...reading }: FolderCheck,
): AsyncGenerator<Problem, void, undefined> {
  const found = new Set<string>();
  for (const { path, isFile } of await listFiles(root)) {
    signal?.throwIfAborted();
    const expected = manifest.get(path);
    if (expected === undefined) {
      const file = join(root, path);
      if (!isBeside(path)) yield toProblem('manifest-file-added', { file }, { file });
      continue;
    }
    // A link in the place of a file may lead to anything, now or later.
    if (!isFile) continue;
    found.add(path);
    const problem = await checkFile(root, path, expected, reading);
    if (problem !== null) yield problem;
  }
  for (const path of [...manifest.keys()].filter((one) => !found.has(one)).sort()) {
    const file = join(root, path);
    yield toProblem('manifest-file-missing', { file }, { file });
  }
}
