import { open, type FileHandle } from 'node:fs/promises';
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

/** fflate packs alike on every machine; zlib does not. */
const pack = (...parts: readonly Uint8Array[]): Uint8Array => gzipSync(Buffer.concat(parts), { mtime: 0 });

const readAt = async (file: FileHandle, offset: number, length: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
};

const isMember = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Null where the record is longer than what is ever read of one. */
const toMember = async (
  file: FileHandle,
  { offset, length, head, block, blockLength }: ScannedRecord,
  isPackedWhole: boolean,
): Promise<Uint8Array | null> => {
  const asItLies = isPackedWhole ? null : await readAt(file, offset, length);
  if (asItLies !== null && isMember(asItLies)) return asItLies;
  return block.length < blockLength ? null : pack(head, block, recordEnd);
};

/** Whether a WARC is one gzip member with many records in it: then an offset is of what it unpacks to. */
const findPackedWhole = async (file: FileHandle, offsets: ReadonlySet<number>): Promise<boolean> => {
  if (!isMember(await readAt(file, 0, 2))) return false;
  for (const offset of offsets) if (!isMember(await readAt(file, offset, 2))) return true;
  return false;
};

/** The records at the given offsets of a WARC, as they lie there; what is not sound is left out. Reads the file once. */
export async function* readMembers(
  path: string,
  offsets: ReadonlySet<number>,
): AsyncGenerator<RecordMember, void, undefined> {
  const file = await open(path, 'r');
  try {
    const isPackedWhole = await findPackedWhole(file, offsets);
    let left = offsets.size;
    for await (const scanned of scanWarc(readPieces(readRange(path)))) {
      if (!offsets.has(scanned.offset)) continue;
      const bytes = scanned.kind === 'fault' ? null : await toMember(file, scanned, isPackedWhole);
      if (bytes !== null) yield { offset: scanned.offset, bytes };
      left -= 1;
      if (left === 0) return;
    }
  } finally {
    await file.close();
  }
}
