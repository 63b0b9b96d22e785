/**
 * Writes a zip of files that lie in it as they are. A WACZ holds WARCs that are packed already, of gigabytes; the libraries at
 * hand write no ZIP64. The times of all files are the first that a zip can tell: the same files give the same bytes.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (6.3.10)
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/** A file in the zip, with its hash. */
export interface ZippedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file of a zip in the making. */
export interface ZippedFileWriter {
  readonly write: (chunk: Uint8Array) => Promise<void>;
  readonly end: () => Promise<ZippedFile>;
}

/** A zip in the making: one file after another. Errors of the disk are thrown. */
export interface ZipWriter {
  /** `mayBeLarge`: longer than 4 GiB. */
  readonly begin: (path: string, mayBeLarge: boolean) => Promise<ZippedFileWriter>;
  /** Adds a file at once. */
  readonly add: (
    path: string,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ) => Promise<ZippedFile>;
  /** Writes the list of files, with a comment in ASCII behind it, and sees all onto the disk. */
  readonly finish: (comment: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const max32 = 0xffffffff;
const max16 = 0xffff;

/** 1980-01-01. */
const date = 0x0021;
const utf8Names = 0x0800;
const plainVersion = 20;
const zip64Version = 45;

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly bytes: number;
  readonly crc: number;
}

const numbers = (...fields: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, size);
    at += size;
  }
  return buffer;
};

const localHeader = ({ name, bytes, crc }: Entry, isLarge: boolean): Buffer => {
  const size = isLarge ? max32 : bytes;
  const extra = isLarge ? numbers([2, 1], [2, 16], [8, bytes], [8, bytes]) : Buffer.alloc(0);
  const version = isLarge ? zip64Version : plainVersion;
  return Buffer.concat([
    numbers([4, 0x04034b50], [2, version], [2, utf8Names], [2, 0], [2, 0], [2, date], [4, crc]),
    numbers([4, size], [4, size], [2, name.length], [2, extra.length]),
    name,
    extra,
  ]);
};

const directoryHeader = ({ name, offset, bytes, crc }: Entry): Buffer => {
  const large = [...(bytes >= max32 ? [bytes, bytes] : []), ...(offset >= max32 ? [offset] : [])];
  const extra =
    large.length === 0
      ? Buffer.alloc(0)
      : numbers([2, 1], [2, large.length * 8], ...large.map((value) => [8, value] as const));
  const version = large.length === 0 ? plainVersion : zip64Version;
  const size = Math.min(bytes, max32);
  return Buffer.concat([
    numbers([4, 0x02014b50], [2, version], [2, version], [2, utf8Names], [2, 0], [2, 0], [2, date], [4, crc]),
    numbers([4, size], [4, size], [2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0]),
    numbers([4, Math.min(offset, max32)]),
    name,
    extra,
  ]);
};

const directoryEnd = (count: number, start: number, length: number, comment: string): Buffer => {
  const isLarge = count >= max16 || start >= max32 || length >= max32;
  const end = numbers(
    [4, 0x06064b50],
    [8, 44],
    [2, zip64Version],
    [2, zip64Version],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, length],
    [8, start],
  );
  const locator = numbers([4, 0x07064b50], [4, 0], [8, start + length], [4, 1]);
  const few = Math.min(count, max16);
  return Buffer.concat([
    ...(isLarge ? [end, locator] : []),
    numbers([4, 0x06054b50], [2, 0], [2, 0], [2, few], [2, few], [4, Math.min(length, max32)]),
    numbers([4, Math.min(start, max32)], [2, comment.length]),
    Buffer.from(comment, 'ascii'),
  ]);
};

/** Begins a zip at a path where nothing is yet. */
export const openZip = async (path: string): Promise<ZipWriter> => {
  const file = await open(path, 'wx');
  const entries: Entry[] = [];
  let end = 0;

  const append = async (bytes: Uint8Array): Promise<void> => {
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await file.write(bytes, at, bytes.length - at, end + at);
      at += bytesWritten;
    }
    end += bytes.length;
  };

  const begin: ZipWriter['begin'] = async (name, mayBeLarge) => {
    const empty = { name: Buffer.from(name, 'utf8'), offset: end, bytes: 0, crc: 0 };
    await append(localHeader(empty, mayBeLarge));
    const start = end;
    const hash = createHash('sha256');
    let crc = 0;
    return {
      write: async (chunk) => {
        crc = crc32(chunk, crc);
        hash.update(chunk);
        await append(chunk);
      },
      end: async () => {
        const entry = { ...empty, bytes: end - start, crc };
        if (entry.bytes >= max32 && !mayBeLarge) throw new Error(`${name} is longer than was thought`);
        const header = localHeader(entry, mayBeLarge);
        await file.write(header, 0, header.length, entry.offset);
        entries.push(entry);
        return { path: name, bytes: entry.bytes, sha256: hash.digest('hex') };
      },
    };
  };

  return {
    begin,
    add: async (name, chunks) => {
      const entry = await begin(name, false);
      for await (const chunk of chunks) await entry.write(chunk);
      return entry.end();
    },
    finish: async (comment) => {
      const start = end;
      for (const entry of entries) await append(directoryHeader(entry));
      await append(directoryEnd(entries.length, start, end - start, comment));
      await file.sync();
    },
    close: () => file.close(),
  };
};
