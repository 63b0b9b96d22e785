import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkCaptures } from '../archive/check-captures-fs.ts';
import type { Snapshot } from '../article/snapshot-record.ts';
import { hashMember, hashRun } from '../capture/hash-member-fs.ts';
import { hashWarc } from '../capture/read-records-fs.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { checkChain } from '../snapshot/check-chain-fs.ts';
import { checkBagDay } from '../snapshot/check-day-fs.ts';
import type { FolderCheck } from '../snapshot/check-against-fs.ts';
import { readSnapshotDay } from '../snapshot/print-bag.ts';
import { listSnapshots } from '../snapshot/read-snapshot-fs.ts';
import { verifyBag } from '../snapshot/verify-bag-fs.ts';
import { bagContentFolder, tagManifestName } from '../snapshot/write-bag-fs.ts';
import { takeRecords, type BaggedRecords } from './bagged-records.ts';
import { isSnapshotContent } from './survey-content.ts';

const isThere = (path: string, kind: 'isFile' | 'isDirectory'): Promise<boolean> =>
  stat(path).then(
    (found) => found[kind](),
    () => false,
  );

/** The first file, by path, that is not what the snapshot of the bag's day says of it. */
const disagreement = (
  content: string,
  snapshot: Snapshot,
  hashes: ReadonlyMap<string, string>,
): Problem | null => {
  const path = [...new Set([...hashes.keys(), ...Object.keys(snapshot.content)])]
    .filter(isSnapshotContent)
    .sort()
    .find((one) => hashes.get(one) !== snapshot.content[one]);
  if (path === undefined) return null;
  const file = join(content, path);
  const [found, expected] = [hashes.get(path) ?? '—', snapshot.content[path] ?? '—'];
  return toProblem('manifest-file-altered', { file, found, expected }, { file });
};

/** The day of the snapshot that a bag was published with; null of one that was exported at any time. */
const publishedDay = async (bag: string): Promise<string | null> => {
  try {
    return readSnapshotDay(await readFile(join(bag, 'bag-info.txt'), 'utf8'));
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return null;
  }
};

/** The archive in a bag that is sound: each record's captures byte for byte, its pictures, and the chain of snapshots. */
async function* verifyContent(
  bag: string,
  day: string | null,
  records: BaggedRecords,
): AsyncGenerator<Problem, void, undefined> {
  const content = join(bag, bagContentFolder);
  if (!(await isThere(content, 'isDirectory'))) return;
  const tagManifest = join(bag, tagManifestName);
  if ((await listSnapshots(content)).length > 0 && !(await isThere(tagManifest, 'isFile'))) {
    yield toProblem('manifest-missing', { file: tagManifest }, { file: tagManifest });
  }
  const misplaced = day === null ? null : await checkBagDay(bag, day);
  if (misplaced !== null) yield misplaced;
  const { captures, problems } = await records.finish();
  yield* problems;
  yield* checkCaptures(content, captures, hashWarc, { hashMember, hashRun });
  const snapshots: Snapshot[] = [];
  yield* checkChain(content, (snapshot) => snapshots.push(snapshot));
  const last = snapshots.at(-1);
  if (last?.date !== (await publishedDay(bag))) return;
  const disagrees = disagreement(content, last, records.hashes);
  if (disagrees !== null) yield disagrees;
}

/**
 * Every fault of a bag and, where it is sound, of the archive in it. `day` is the one that its folder is named by; null where
 * that says nothing.
 *
 * Problems: `snapshot-misplaced`, and those of `verifyBag`, `BaggedRecords`, `checkCaptures` and `checkChain`.
 */
export async function* verifyBaggedArchive(
  bag: string,
  day: string | null,
  { onFile, signal }: Pick<FolderCheck, 'onFile' | 'signal'>,
): AsyncGenerator<Problem, void, undefined> {
  const records = takeRecords(bag);
  let isSound = true;
  const faults = verifyBag(bag, {
    reads: records.reads,
    onFile: (bytes, path, sha256) => {
      records.onFile(path, sha256);
      onFile?.(bytes, path, sha256);
    },
    ...(signal !== undefined && { signal }),
  });
  for await (const problem of faults) {
    isSound = false;
    yield problem;
  }
  if (isSound) yield* verifyContent(bag, day, records);
}
