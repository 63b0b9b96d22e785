import { open } from 'node:fs/promises';
import { Gzip, gzipSync } from 'fflate';
import { readRange } from './file-source-fs.ts';
import { maxRecordBytes } from './limits.ts';
import { sha256Of } from './read-item-fs.ts';
import { scanWarc, type ScannedRecord } from './scan-warc.ts';
import { readPieces, type Piece } from './warc-pieces-fs.ts';
import { toHeldRecord, type HeldRecord } from './warc-record.ts';

/** A record of a WARC as it is read, and as one gzip member. */
export interface WarcRecord {
  readonly record: HeldRecord;
  /** Of the payload; null where the record is longer than what is ever held. */
  readonly sha256: string | null;
  /** The member, byte for byte as it lies there, else packed anew; null where that would take the whole record into memory. */
  readonly open: () => AsyncIterable<Uint8Array> | null;
}

const recordEnd = Uint8Array.of(13, 10, 13, 10);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield await Promise.resolve(bytes);
}

/** fflate packs alike on every machine; zlib does not. */
async function* pack(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const packed: Uint8Array[] = [];
  const gzip = new Gzip({ mtime: 0 }, (chunk) => packed.push(chunk));
  for await (const chunk of chunks) {
    gzip.push(chunk);
    yield* packed.splice(0);
  }
  gzip.push(new Uint8Array(), true);
  yield* packed.splice(0);
}

/** Whether the file's first bytes are those of gzip. */
const isGzip = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
};

/** Pieces as they come, and where the whole gzip members among those read so far start and end. */
const followMembers = (pieces: AsyncIterable<Piece>) => {
  const starts = new Set<number>();
  const ends = new Set<number>();
  async function* follow(): AsyncGenerator<Piece, void, undefined> {
    for await (const piece of pieces) {
      if (piece.kind === 'start') starts.add(piece.offset);
      if (piece.kind === 'end') ends.add(piece.offset);
      yield piece;
    }
  }
  return {
    pieces: follow(),
    isMember: ({ offset, length }: ScannedRecord): boolean => {
      const found = starts.has(offset) && ends.has(offset + length);
      starts.delete(offset);
      ends.delete(offset + length);
      return found;
    },
  };
};

/** Every sound record of a WARC in the order in which they lie there. */
export async function* readWarcRecords(path: string): AsyncGenerator<WarcRecord, void, undefined> {
  const isPacked = await isGzip(path);
  const members = followMembers(readPieces(readRange(path)));
  for await (const scanned of scanWarc(members.pieces)) {
    if (scanned.kind === 'fault') continue;
    const { offset, length, head, block, blockLength } = scanned;
    const isMember = members.isMember(scanned);
    const record = await toHeldRecord(scanned);
    yield {
      record,
      sha256: record.isTooLarge ? null : sha256Of(record.payload),
      open: () => {
        if (isMember) return readRange(path, offset, offset + length);
        if (block.length === blockLength) {
          return once(gzipSync(Buffer.concat([head, block, recordEnd]), { mtime: 0 }));
        }
        return isPacked ? null : pack(readRange(path, offset, offset + length));
      },
    };
  }
}

/** The longest record that can be packed anew out of a WARC that is one gzip member. */
export const longestRepacked = maxRecordBytes;
