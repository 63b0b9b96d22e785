import { open } from 'node:fs/promises';

/** Tell quickly what most records of a WARC are, and null of what only a thorough reader can tell. */
export interface HashMembers {
  /** The hash of the record that bytes begin with. */
  readonly hashMember: (bytes: Uint8Array) => string | null;
  /** The hashes of the records that fill the bytes, each from one of `starts` to the next. */
  readonly hashRun: (bytes: Uint8Array, starts: readonly number[]) => string[] | null;
}

/** So much of a WARC is taken for a run of records. */
const runBytes = 1024 * 1024;

/** A record by itself is no longer. */
const memberBytes = 4 * 1024 * 1024;

/**
 * The hashes of the records at the offsets, in ascending order, of a WARC; stops at the first that can't be told quickly. An
 * error of the disk is thrown.
 */
export const hashMembers = async (
  path: string,
  offsets: readonly number[],
  { hashMember, hashRun }: HashMembers,
): Promise<Map<number, string>> => {
  const hashes = new Map<number, string>();
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const held = Buffer.allocUnsafeSlow(Math.min(size, memberBytes));
    const read = async (start: number, length: number): Promise<Uint8Array> => {
      const { bytesRead } = await file.read(held, 0, Math.min(length, held.length), start);
      return held.subarray(0, bytesRead);
    };
    for (let i = 0; i < offsets.length;) {
      const start = offsets[i] ?? size;
      if (start >= size) return hashes;
      let next = i + 1;
      while (next < offsets.length && (offsets[next + 1] ?? size) - start <= runBytes) next += 1;
      const run = offsets.slice(i, next);
      const bytes = await read(start, (offsets[next] ?? size) - start);
      const quick = hashRun(
        bytes,
        run.map((offset) => offset - start),
      );
      for (const [k, offset] of run.entries()) {
        const sha256 = quick === null ? hashMember(await read(offset, memberBytes)) : quick[k];
        if (sha256 === undefined || sha256 === null) return hashes;
        hashes.set(offset, sha256);
      }
      i = next;
    }
    return hashes;
  } finally {
    await file.close();
  }
};
