import { hash } from 'node:crypto';
import { crc32, inflateRawSync, type InflateRaw } from 'node:zlib';
import { headerLength } from './inflate-member-fs.ts';
import { undoChunks } from './undo-chunks.ts';
import { emptyLine } from './warc-record.ts';

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

/** The block of the one record that bytes are, and its head; null where they are anything else. */
const splitRecord = (bytes: Uint8Array): { head: string; block: Uint8Array } | null => {
  const start = emptyLine(bytes);
  if (start === -1) return null;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, start).toString('latin1');
  const digits = /^content-length:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(head)?.[1];
  const end = bytes.length - 4;
  const isWhole =
    /^WARC\/\d\.\d+\r?\n/.test(head) &&
    start + Number(digits) === end &&
    Buffer.from(bytes.buffer, bytes.byteOffset + end, 4).toString('latin1') === '\r\n\r\n';
  return isWhole ? { head, block: bytes.subarray(start, end) } : null;
};

/** A record's payload with transfer coding undone, content coding kept; null where only a thorough reader can tell. */
const payloadOf = (head: string, block: Uint8Array): Uint8Array | null => {
  const type = /^warc-type:[ \t]*([a-z]+)[ \t]*\r?$/im.exec(head)?.[1]?.toLowerCase();
  if (type === undefined) return null;
  if (type !== 'response' && type !== 'revisit') return block;
  const start = emptyLine(block);
  if (start === -1) return null;
  const http = Buffer.from(block.buffer, block.byteOffset, start).toString('latin1');
  if (!http.startsWith('HTTP/')) return null;
  const body = block.subarray(start);
  return /^transfer-encoding:.*\bchunked\b/im.test(http) ? undoChunks(body).bytes : body;
};

/**
 * The SHA-256 of the payload of the record that is the gzip member which bytes begin with, as `hashWarc` tells it, many times
 * as fast. Null where they begin with anything else, or with what is not sound: `hashWarc` tells what.
 */
export const hashMember = (bytes: Uint8Array): string | null => {
  const unpacked = unpackMember(bytes);
  const record = unpacked === null ? null : splitRecord(unpacked);
  const payload = record === null ? null : payloadOf(record.head, record.block);
  return payload === null ? null : hash('sha256', payload, 'hex');
};
