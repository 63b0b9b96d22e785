import { join } from 'node:path';
import { snapshotPath, type Snapshot } from '../article/snapshot-record.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { listSnapshots, readSnapshot } from './read-snapshot-fs.ts';

/**
 * Whether each snapshot of an archive names the one before by the hash that it has. Problems: `snapshot-chain-broken`, and
 * those of `readSnapshot`. `onSnapshot` is told of each that can be read, the oldest first.
 */
export async function* checkChain(
  content: string,
  onSnapshot?: (snapshot: Snapshot) => unknown,
): AsyncGenerator<Problem, void, undefined> {
  let before: { date: string; sha256: string | null } | null = null;
  for (const date of await listSnapshots(content)) {
    const { snapshot, sha256, problem } = await readSnapshot(content, date);
    if (problem !== null) yield problem;
    if (snapshot !== null) onSnapshot?.(snapshot);
    const named = snapshot?.previous ?? null;
    if (snapshot !== null && (named?.date !== before?.date || named?.sha256 !== before?.sha256)) {
      const file = join(content, snapshotPath(date));
      const values = { date, named: named?.date ?? '—', before: before?.date ?? '—' };
      yield toProblem('snapshot-chain-broken', values, { file });
    }
    before = { date, sha256 };
  }
}
