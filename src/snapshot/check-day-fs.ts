import { join } from 'node:path';
import { releasedSnapshotPath, snapshotPath } from '../article/snapshot-record.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { hashFile } from './hash-file-fs.ts';
import { bagFolder, releaseFolder } from './publishing-folder-fs.ts';
import { listSnapshots } from './read-snapshot-fs.ts';
import { bagContentFolder } from './write-bag-fs.ts';

const hashOrNull = (file: string): Promise<string | null> =>
  hashFile(file).then(
    ({ sha256 }) => sha256,
    (error: unknown) => {
      if (errorCodeOf(error) === null) throw error;
      return null;
    },
  );

/** Whether a bag is that of the day that its folder is named by: the last snapshot in it. Problem: `snapshot-misplaced`. */
export const checkBagDay = async (folder: string, date: string): Promise<Problem | null> => {
  const found = (await listSnapshots(join(folder, bagContentFolder))).at(-1);
  if (found === date) return null;
  return toProblem('snapshot-misplaced', { folder, found: found ?? '—' }, { file: folder });
};

/**
 * Whether the release of a day and its bag hold the same snapshot, so that one put in the place of the other's is told.
 * Nothing where one of the two is not there. Problem: `manifest-file-altered`.
 */
export const checkPair = async (root: string, date: string): Promise<Problem | null> => {
  const file = join(releaseFolder(root, date), releasedSnapshotPath(date));
  const found = await hashOrNull(file);
  const expected = await hashOrNull(join(bagFolder(root, date), bagContentFolder, snapshotPath(date)));
  if (found === null || expected === null || found === expected) return null;
  return toProblem('manifest-file-altered', { file, found, expected }, { file });
};
