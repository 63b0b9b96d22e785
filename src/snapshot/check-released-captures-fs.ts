import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { releasedCapturePath } from '../article/snapshot-record.ts';
import type { HashedRecord } from '../capture/read-records-fs.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';

/** Tells the hash of each record of a WARC that is wanted. */
export type HashRecords = (
  chunks: AsyncIterable<Uint8Array>,
  wants: (offset: number) => boolean,
) => AsyncIterable<HashedRecord>;

const firstHash = async (path: string, hashRecords: HashRecords): Promise<string | null> => {
  const chunks = createReadStream(path) as AsyncIterable<Uint8Array>;
  for await (const { sha256 } of hashRecords(chunks, (offset) => offset === 0)) return sha256;
  return null;
};

/**
 * Whether the WARC of each capture in a release holds the bytes that the capture is named by. Problems: `capture-missing`,
 * `capture-altered`.
 */
export async function* checkReleasedCaptures(
  release: string,
  sha256s: Iterable<string>,
  hashRecords: HashRecords,
): AsyncGenerator<Problem, void, undefined> {
  for (const expected of sha256s) {
    const file = join(release, releasedCapturePath(expected));
    try {
      const found = await firstHash(file, hashRecords);
      if (found === expected) continue;
      yield toProblem('capture-altered', { file, offset: 0, found: found ?? '—', expected }, { file });
    } catch (error) {
      if (errorCodeOf(error) === null) throw error;
      yield toProblem('capture-missing', { sha256: expected, file, offset: 0 }, { file });
    }
  }
}
