import { hash } from 'node:crypto';
import { crc32, inflateRawSync, type InflateRaw } from 'node:zlib';
import { payloadOfRecord } from '../article/record-payload.ts';
import { headerLength } from './inflate-member-fs.ts';

/** Longer records are left to `hashWarc`, which reads them piece by piece. */
const maxUnpackedBytes = 8 * 1024 * 1024;

/** Room for most records at once. */
const chunkSize = 64 * 1024;

const trailerBytes = 8;

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
    const end = start + unpacked.engine.bytesWritten;
    if (end + trailerBytes > bytes.length) return null;
    const trailer = new DataView(bytes.buffer, bytes.byteOffset + end, trailerBytes);
    const { buffer } = unpacked;
    const isSound =
      trailer.getUint32(0, true) === crc32(buffer) && trailer.getUint32(4, true) === buffer.length;
    return isSound ? buffer : null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return null;
  }
};

/**
 * The SHA-256 of the payload of the record that is the gzip member which bytes begin with, as `hashWarc` tells it, many times
 * as fast. Null where they begin with anything else, or with what is not sound: `hashWarc` tells what.
 */
export const hashMember = (bytes: Uint8Array): string | null => {
  const unpacked = unpackMember(bytes);
  const payload = unpacked === null ? null : payloadOfRecord(unpacked);
  return payload === null ? null : hash('sha256', payload, 'hex');
};
