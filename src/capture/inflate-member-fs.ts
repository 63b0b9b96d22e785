import { crc32, createInflateRaw } from 'node:zlib';
import type { RawBytes } from './raw-bytes.ts';

/** A member may unpack to so many times its size, and some megabytes more: text never gets there, a bomb always. */
const maxRatio = 200;
const freeBytes = 64 * 1024 * 1024;

const trailerBytes = 8;

/** Enough for a header with a file's name; a longer one is taken for none. */
const headerBytes = 4096;

/** The length of the header of a gzip member, or null where there is none. */
export const headerLength = (bytes: Uint8Array): number | null => {
  const flags = bytes[3] ?? 0xff;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8 || flags > 0x1f) return null;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (bytes[10] ?? 0) + (bytes[11] ?? 0) * 256;
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return null;
    at = end + 1;
  }
  if ((flags & 2) !== 0) at += 2;
  return at <= bytes.length ? at : null;
};

/** What the deflate stream ahead unpacks to; afterwards, `raw` stands behind its end. Throws where it does not unpack. */
async function* inflateRaw(raw: RawBytes): AsyncGenerator<Uint8Array, void, undefined> {
  const stream = createInflateRaw({ chunkSize: 64 * 1024 });
  const start = raw.offset();
  const ended = new Promise<void>((settle) => {
    stream.once('end', settle).once('close', settle);
  });
  const feed = async (): Promise<void> => {
    for (let isWanted = true; isWanted && !stream.destroyed;) {
      const chunk = await raw.next();
      if (chunk === null) {
        stream.end();
        return;
      }
      // Behind the end of its data, zlib takes nothing more, and tells nobody that it has not; 'end' itself comes only when
      // all has been read, however late that is.
      const wanted = stream.bytesWritten + chunk.length;
      await Promise.race([new Promise((settle) => stream.write(chunk, settle)), ended]);
      isWanted = stream.bytesWritten === wanted;
    }
  };
  const feeding = feed().catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    for await (const bytes of stream as AsyncIterable<Uint8Array>) yield bytes;
  } finally {
    stream.destroy();
    await feeding;
  }
  raw.rewind(start + stream.bytesWritten);
}

/** How a gzip member ended: `cut` where the file ends within it. */
export type MemberEnd = 'whole' | 'cut' | 'damaged';

/**
 * What the gzip member ahead unpacks to; afterwards, `raw` stands behind it, if it was whole. Its checksum is compared
 * when all its bytes have come.
 *
 * @see RFC 1952
 */
export async function* inflateMember(raw: RawBytes): AsyncGenerator<Uint8Array, MemberEnd, undefined> {
  const start = raw.offset();
  const length = headerLength(await raw.take(headerBytes));
  if (length === null) return 'damaged';
  raw.rewind(start + length);
  let crc = 0;
  let size = 0;
  try {
    for await (const bytes of inflateRaw(raw)) {
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (size > freeBytes && size > (raw.offset() - start) * maxRatio) return 'damaged';
      yield bytes;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('Z_')) throw error;
    return code === 'Z_BUF_ERROR' ? 'cut' : 'damaged';
  }
  const end = raw.offset();
  const trailer = await raw.take(trailerBytes);
  raw.rewind(end + trailerBytes);
  if (trailer.length < trailerBytes) return 'cut';
  const view = new DataView(trailer.buffer, trailer.byteOffset, trailerBytes);
  const isSound = view.getUint32(0, true) === crc && view.getUint32(4, true) === size % 2 ** 32;
  return isSound ? 'whole' : 'damaged';
}
