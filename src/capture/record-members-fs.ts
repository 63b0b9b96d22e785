import { open, type FileHandle } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
// It packs alike on every machine; zlib does not.
import { gzipSync } from 'fflate';
import { readRange } from './file-source-fs.ts';
import { scanWarc, type ScannedRecord } from './scan-warc.ts';
import { readPieces } from './warc-pieces-fs.ts';

/** A record of a WARC by itself: one gzip member, a whole WARC file in its own right. */
export interface RecordMember {
  /** Where the record lies in the WARC that it was taken from. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

const recordEnd = Uint8Array.of(13, 10, 13, 10);

const readAt = async (file: FileHandle, offset: number, length: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
};

/** Whether bytes are a gzip member that holds a record, and nothing beside it: a file may be one member with all its records. */
const isMemberOf = (bytes: Uint8Array, record: Uint8Array): boolean => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return false;
  try {
    return gunzipSync(bytes, { maxOutputLength: record.length + 1 }).equals(record);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return false;
  }
};

/** Null where the record is longer than what is ever read of one. */
const toMember = async (
  file: FileHandle,
  { offset, length, startsMember, head, block, blockLength }: ScannedRecord,
): Promise<Uint8Array | null> => {
  if (block.length < blockLength) return null;
  const record = Buffer.concat([head, block, recordEnd]);
  const asItLies = startsMember ? await readAt(file, offset, length) : null;
  return asItLies !== null && isMemberOf(asItLies, record) ? asItLies : gzipSync(record, { mtime: 0 });
};

/**
 * The records at the given offsets of a WARC: as they lie there where each is a gzip member of its own, else packed so. What
 * is not sound is left out. Reads the file once.
 */
export async function* readMembers(
  path: string,
  offsets: ReadonlySet<number>,
): AsyncGenerator<RecordMember, void, undefined> {
  const file = await open(path, 'r');
  try {
    let left = offsets.size;
    for await (const scanned of scanWarc(readPieces(readRange(path)))) {
      if (!offsets.has(scanned.offset)) continue;
      const bytes = scanned.kind === 'fault' ? null : await toMember(file, scanned);
      if (bytes !== null) yield { offset: scanned.offset, bytes };
      left -= 1;
      if (left === 0) return;
    }
  } finally {
    await file.close();
  }
}
