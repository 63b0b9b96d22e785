import { open } from 'node:fs/promises';

/** Tells quickly the hash of the record that bytes begin with; null of what only a thorough reader can tell. */
export type HashMember = (bytes: Uint8Array) => string | null;

/** So much of a WARC is held at a time. */
const windowBytes = 4 * 1024 * 1024;

/**
 * The hashes of the records at the offsets, in ascending order, of a WARC; stops at the first that can't be told quickly. An
 * error of the disk is thrown.
 */
export const hashMembers = async (
  path: string,
  offsets: readonly number[],
  hashMember: HashMember,
): Promise<Map<number, string>> => {
  const hashes = new Map<number, string>();
  const file = await open(path, 'r');
  try {
    const held = Buffer.allocUnsafeSlow(windowBytes);
    let start = 0;
    let length = 0;
    for (const offset of offsets) {
      const isHeld = offset >= start && offset < start + length;
      let sha256 = isHeld ? hashMember(held.subarray(offset - start, length)) : null;
      if (sha256 === null) {
        // The record may go on behind what is held.
        start = offset;
        length = (await file.read(held, 0, windowBytes, start)).bytesRead;
        sha256 = hashMember(held.subarray(0, length));
      }
      if (sha256 === null) return hashes;
      hashes.set(offset, sha256);
    }
    return hashes;
  } finally {
    await file.close();
  }
};
