import { undoChunks } from './undo-chunks.ts';

/** The longest head of a WARC record, or of the HTTP message in it, in bytes. */
export const maxHeadBytes = 64 * 1024;

/** Where what follows the first empty line begins; -1 where there is none within the bounds of a head. */
export const emptyLine = (bytes: Uint8Array): number => {
  for (let at = bytes.indexOf(10); at !== -1 && at < maxHeadBytes; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return -1;
};

const latin1 = new TextDecoder('latin1');

/** A head as a string: what stands in its bytes beyond ASCII is of no matter here. */
const headText = (bytes: Uint8Array, end: number): string => latin1.decode(bytes.subarray(0, end));

/** The block of the one record that bytes are, and its head; null where they are anything else. */
const splitRecord = (bytes: Uint8Array): { head: string; block: Uint8Array } | null => {
  const start = emptyLine(bytes);
  if (start === -1) return null;
  const head = headText(bytes, start);
  const digits = /^content-length:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(head)?.[1];
  const end = bytes.length - 4;
  const isWhole =
    /^WARC\/\d\.\d+\r?\n/.test(head) &&
    start + Number(digits) === end &&
    [13, 10, 13, 10].every((byte, i) => bytes[end + i] === byte);
  return isWhole ? { head, block: bytes.subarray(start, end) } : null;
};

/**
 * The payload of the one WARC record that bytes are, with transfer coding undone, content coding kept: what a capture’s SHA-256
 * is of. Null where only a thorough reader can tell.
 *
 * @see ISO 28500:2017
 */
export const payloadOfRecord = (bytes: Uint8Array): Uint8Array | null => {
  const record = splitRecord(bytes);
  if (record === null) return null;
  const { head, block } = record;
  const type = /^warc-type:[ \t]*([a-z]+)[ \t]*\r?$/im.exec(head)?.[1]?.toLowerCase();
  if (type === undefined) return null;
  if (type !== 'response' && type !== 'revisit') return block;
  const start = emptyLine(block);
  if (start === -1) return null;
  const http = headText(block, start);
  if (!http.startsWith('HTTP/')) return null;
  const body = block.subarray(start);
  return /^transfer-encoding:.*\bchunked\b/im.test(http) ? undoChunks(body).bytes : body;
};
