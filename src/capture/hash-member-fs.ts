import { hash } from 'node:crypto';
import { crc32, gunzipSync, inflateRawSync, type InflateRaw } from 'node:zlib';
import { payloadOfRecord } from '../article/record-payload.ts';
import { headerLength } from './inflate-member-fs.ts';

/** Longer records are left to `hashWarc`, which reads them piece by piece. */
const maxUnpackedBytes = 8 * 1024 * 1024;

/** Room for most records at once. */
const chunkSize = 64 * 1024;

/** So much may come of many records at once, of which each is unpacked by itself where they come to more. */
const maxRunBytes = 64 * 1024 * 1024;

const trailerBytes = 8;

/** Whether the trailer of a gzip member, which ends at `end`, is that of these bytes. */
const isTrailerOf = (bytes: Uint8Array, end: number, unpacked: Uint8Array): boolean => {
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + end - trailerBytes, trailerBytes);
  return trailer.getUint32(0, true) === crc32(unpacked) && trailer.getUint32(4, true) === unpacked.length;
};

/** What the gzip member that bytes begin with unpacks to; null where it is not whole, or too long. */
const unpackMember = (bytes: Uint8Array): Uint8Array | null => {
  const start = headerLength(bytes.subarray(0, 4096));
  if (start === null) return null;
  try {
    const unpacked = inflateRawSync(bytes.subarray(start), {
      chunkSize,
      maxOutputLength: maxUnpackedBytes,
      info: true,
      // The types don't tell what `info` gives.
    }) as unknown as { readonly buffer: Buffer; readonly engine: InflateRaw };
    const end = start + unpacked.engine.bytesWritten + trailerBytes;
    return end <= bytes.length && isTrailerOf(bytes, end, unpacked.buffer) ? unpacked.buffer : null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return null;
  }
};

/** What many gzip members unpack to, one after another; null where they don't, or to too much. */
const unpackRun = (bytes: Uint8Array): Uint8Array | null => {
  try {
    return gunzipSync(bytes, { chunkSize: 1024 * 1024, maxOutputLength: maxRunBytes });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return null;
  }
};

const hashRecord = (bytes: Uint8Array): string | null => {
  const payload = payloadOfRecord(bytes);
  return payload === null ? null : hash('sha256', payload, 'hex');
};

/**
 * The SHA-256 of the payload of the record that is the gzip member which bytes begin with, as `hashWarc` tells it, many times
 * as fast. Null where they begin with anything else, or with what is not sound: `hashWarc` tells what.
 */
export const hashMember = (bytes: Uint8Array): string | null => {
  const unpacked = unpackMember(bytes);
  return unpacked === null ? null : hashRecord(unpacked);
};

/**
 * The same of many members at once, which fill the bytes from the first of `starts` to the end, each up to the next. Null where
 * they don't, or where `hashMember` would tell null of one.
 */
export const hashRun = (bytes: Uint8Array, starts: readonly number[]): string[] | null => {
  const unpacked = unpackRun(bytes);
  if (unpacked === null) return null;
  const hashes: string[] = [];
  let at = 0;
  for (const [i, start] of starts.entries()) {
    const end = starts[i + 1] ?? bytes.length;
    if (end > bytes.length || end - start < trailerBytes) return null;
    if (headerLength(bytes.subarray(start, end)) === null) return null;
    const length = new DataView(bytes.buffer, bytes.byteOffset + end - 4, 4).getUint32(0, true);
    const record = unpacked.subarray(at, at + length);
    const sha256 = isTrailerOf(bytes, end, record) ? hashRecord(record) : null;
    if (sha256 === null) return null;
    hashes.push(sha256);
    at += length;
  }
  return at === unpacked.length ? hashes : null;
};
