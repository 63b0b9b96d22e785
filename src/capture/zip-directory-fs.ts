import { open, type FileHandle } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { readRange } from './file-source-fs.ts';
import { maxPageBytes } from './limits.ts';

/** A file in a zip, as the zip's list at its end tells. */
export interface ZipEntry {
  readonly name: string;
  /** As it lies in the zip, and unpacked. */
  readonly packedBytes: number;
  readonly bytes: number;
  readonly isDeflated: boolean;
  /** Of its bytes. */
  readonly start: number;
}

/** Why a zip can't be read: a key of `src/i18n/<language>/reasons.ts`. */
export type ZipFault = 'zip-list-missing' | 'zip-list-wrong' | 'zip-way-unknown';

const endBytes = 22;
const maxCommentBytes = 0xffff;
const entryBytes = 46;

const readAt = async (file: FileHandle, start: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
};

const bigAt = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));

interface Directory {
  readonly start: number;
  readonly length: number;
}

const findDirectory = async (file: FileHandle): Promise<Directory | null> => {
  const { size } = await file.stat();
  const from = Math.max(0, size - endBytes - maxCommentBytes - 20);
  const tail = await readAt(file, from, size - from);
  const at = tail.lastIndexOf('PK\u0005\u0006', -1, 'latin1');
  if (at === -1 || at + endBytes > tail.length) return null;
  const small = { length: tail.readUInt32LE(at + 12), start: tail.readUInt32LE(at + 16) };
  const locator = at - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) return small;
  const large = await readAt(file, bigAt(tail, locator + 8), 56);
  if (large.length < 56 || large.readUInt32LE(0) !== 0x06064b50) return null;
  return { length: bigAt(large, 40), start: bigAt(large, 48) };
};

/** Sizes and place, from the extra field of ZIP64 where they don't fit. */
const sizesOf = (bytes: Buffer, extra: Buffer): readonly [number, number, number] => {
  const small = [bytes.readUInt32LE(24), bytes.readUInt32LE(20), bytes.readUInt32LE(42)] as const;
  let large: Buffer = Buffer.alloc(0);
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) large = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  let at = 0;
  const [size, packed, start] = small.map((value) => {
    if (value !== 0xffffffff || at + 8 > large.length) return value;
    at += 8;
    return bigAt(large, at - 8);
  });
  return [size ?? 0, packed ?? 0, start ?? 0];
};

const readEntries = async (file: FileHandle, list: Buffer): Promise<ZipEntry[] | ZipFault> => {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + entryBytes <= list.length && list.readUInt32LE(at) === 0x02014b50;) {
    const nameEnd = at + entryBytes + list.readUInt16LE(at + 28);
    const extraEnd = nameEnd + list.readUInt16LE(at + 30);
    const next = extraEnd + list.readUInt16LE(at + 32);
    if (next > list.length) return 'zip-list-wrong';
    const [bytes, packedBytes, local] = sizesOf(list.subarray(at), list.subarray(nameEnd, extraEnd));
    const name = list.toString('utf8', at + entryBytes, nameEnd);
    const method = list.readUInt16LE(at + 10);
    if ((method !== 0 && method !== 8) || (list.readUInt16LE(at + 8) & 1) !== 0) return 'zip-way-unknown';
    const head = await readAt(file, local, 30);
    if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return 'zip-list-wrong';
    const start = local + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
    if (!name.endsWith('/')) entries.push({ name, packedBytes, bytes, isDeflated: method === 8, start });
    at = next;
  }
  return entries;
};

/**
 * The files in a zip, by the list at its end; ZIP64 as well. Nothing of them is read.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export const readZipDirectory = async (path: string): Promise<readonly ZipEntry[] | ZipFault> => {
  const file = await open(path);
  try {
    const directory = await findDirectory(file);
    if (directory === null) return 'zip-list-missing';
    if (directory.length > maxPageBytes) return 'zip-list-wrong';
    const list = await readAt(file, directory.start, directory.length);
    return list.length < directory.length ? 'zip-list-wrong' : await readEntries(file, list);
  } finally {
    await file.close();
  }
};

async function* inflate(
  path: string,
  { start, packedBytes, bytes }: ZipEntry,
): AsyncGenerator<Uint8Array, void, undefined> {
  const raw = readRange(path, start, start + packedBytes);
  const stream = createInflateRaw();
  const feed = async (): Promise<void> => {
    for await (const chunk of raw) {
      if (stream.destroyed) return;
      if (!stream.write(chunk)) {
        await new Promise<void>((settle) => {
          stream.once('drain', settle).once('close', settle);
        });
      }
    }
    stream.end();
  };
  const feeding = feed().catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  let left = bytes;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      yield chunk.length > left ? chunk.subarray(0, left) : chunk;
      left -= chunk.length;
      if (left <= 0) return;
    }
  } catch (error) {
    // What does not unpack ends there: whoever reads finds it cut off, and its hash tells as well.
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
  } finally {
    stream.destroy();
    await feeding;
  }
}

/** A file's bytes: never more than the list tells, fewer where the zip is damaged. A part only of a file that is not packed. */
export const readZipEntry = (
  path: string,
  entry: ZipEntry,
  part: { readonly offset: number; readonly length: number } = { offset: 0, length: Infinity },
): AsyncIterable<Uint8Array> => {
  if (entry.isDeflated) return inflate(path, entry);
  const end = entry.start + Math.min(entry.bytes, entry.packedBytes);
  const start = entry.start + part.offset;
  return readRange(path, start, Math.min(end, start + part.length));
};
