import { join } from 'node:path';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { hashFile } from './hash-file-fs.ts';
import { listFiles } from './list-files-fs.ts';

/** What is compared, and who is told of it. */
export interface FolderCheck {
  /** Hashes by path below the folder. */
  readonly manifest: ReadonlyMap<string, string>;
  /** Files that are none of the manifest's business: itself, and what signs it. */
  readonly isBeside: (path: string) => boolean;
  /** Told of every file that was read. */
  readonly onFile?: (bytes: number) => void;
  /** Aborted when the person has seen enough. */
  readonly signal?: AbortSignal;
}

const checkFile = async (
  file: string,
  expected: string,
  onFile: FolderCheck['onFile'],
): Promise<Problem | null> => {
  try {
    const { sha256, bytes } = await hashFile(file);
    onFile?.(bytes);
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
  { manifest, isBeside, onFile, signal }: FolderCheck,
): AsyncGenerator<Problem, void, undefined> {
  const found = new Set<string>();
  for (const { path, isFile } of await listFiles(root)) {
    signal?.throwIfAborted();
    const file = join(root, path);
    const expected = manifest.get(path);
    if (expected === undefined) {
      if (!isBeside(path)) yield toProblem('manifest-file-added', { file }, { file });
      continue;
    }
    // A link in the place of a file may lead to anything, now or later.
    if (!isFile) continue;
    found.add(path);
    const problem = await checkFile(file, expected, onFile);
    if (problem !== null) yield problem;
  }
  for (const path of [...manifest.keys()].filter((one) => !found.has(one)).sort()) {
    const file = join(root, path);
    yield toProblem('manifest-file-missing', { file }, { file });
  }
}
