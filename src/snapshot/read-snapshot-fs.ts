import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSnapshot } from '../article/parse-snapshot.ts';
import { snapshotPath, type Snapshot } from '../article/snapshot-record.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import { atPlace, toProblem, type Problem } from '../problem/problem.ts';

/** A snapshot and the SHA-256 of its file; or why it can't be read. */
export interface SnapshotRead {
  readonly snapshot: Snapshot | null;
  readonly sha256: string | null;
  readonly problem: Problem | null;
}

/** The days that an archive has snapshots of, the oldest first. */
export const listSnapshots = async (content: string): Promise<string[]> => {
  const names = await readdir(join(content, 'snapshots')).catch((error: unknown) => {
    if (errorCodeOf(error) === null) throw error;
    return [];
  });
  return names.flatMap((name) => /^(\d{4}-\d{2}-\d{2})\.json$/.exec(name)?.[1] ?? []).sort();
};

/**
 * A snapshot's file; `date` is the day that its place stands for. Problems: `snapshot-invalid`, `file-unreadable`.
 */
export const readSnapshotFile = async (file: string, date: string): Promise<SnapshotRead> => {
  try {
    const bytes = await readFile(file);
    const { snapshot, problems } = parseSnapshot(bytes.toString('utf8'), snapshotPath(date));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const [problem = null] = problems.map((one) => atPlace(one, { file }));
    return { snapshot, sha256, problem };
  } catch (error) {
    const reason = errorCodeOf(error);
    if (reason === null) throw error;
    return { snapshot: null, sha256: null, problem: toProblem('file-unreadable', { reason }, { file }) };
  }
};

/** The archive's snapshot of a day. */
export const readSnapshot = (content: string, date: string): Promise<SnapshotRead> =>
  readSnapshotFile(join(content, snapshotPath(date)), date);
