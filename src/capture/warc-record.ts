import { emptyLine } from '../article/record-payload.ts';
import { undoChunks } from '../article/undo-chunks.ts';
import { maxHeadBytes } from './limits.ts';
import { parseHead, type Head } from './parse-head.ts';
import type { ScannedRecord } from './scan-warc.ts';

/** A record of a WARC, understood. */
export interface HeldRecord {
  readonly offset: number;
  readonly length: number;
  /** `response`, `resource` …, in small letters; empty where the record does not say. */
  readonly type: string;
  readonly targetUri: string | null;
  /** RFC 3339, in whole seconds of UTC; null where the record gives no instant. */
  readonly date: string | null;
  readonly field: (name: string) => string | null;
  /** Of the HTTP response in the record; null where there is none, as in a `resource`. */
  readonly status: number | null;
  /** Of the payload, in small letters, without parameters; null where nothing says. */
  readonly mediaType: string | null;
  /** As HTTP or the record names it. */
  readonly charset: string | null;
  /** Transfer coding undone, content coding kept. */
  readonly payload: Uint8Array;
  readonly contentEncoding: string | null;
  /** The record, or its chunks, say that it is not the whole payload. */
  readonly isCut: boolean;
  /** Longer than any page that is read: `payload` is its beginning. */
  readonly isTooLarge: boolean;
}

/** The HTTP message in a block: its head and its body; null where the block holds none. */
const splitMessage = async (block: Uint8Array): Promise<{ http: Head; body: Uint8Array } | null> => {
  if (!/^HTTP\/\d/.test(String.fromCharCode(...block.subarray(0, 6)))) return null;
  const end = emptyLine(block);
  const bodyStart = end === -1 ? block.length : end;
  return {
    http: await parseHead(block.subarray(0, Math.min(bodyStart, maxHeadBytes))),
    body: block.subarray(bodyStart),
  };
};

const typeOf = (contentType: string | null): { mediaType: string | null; charset: string | null } => ({
  mediaType: /^\s*([\w.+-]+\/[\w.+-]+)/.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null,
  charset: /;\s*charset\s*=\s*["']?([\w.:+-]+)/i.exec(contentType ?? '')?.[1] ?? null,
});

const instantOf = (date: string | null): string | null => {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(date ?? '')?.[1];
  return match === undefined || Number.isNaN(Date.parse(`${match}Z`)) ? null : `${match}Z`;
};

/** A record's address, without the angle brackets that some tools put around it. */
const addressOf = (uri: string | null): string | null => uri?.replace(/^<(.*)>$/, '$1') ?? null;

/** Reads a record's head and, where it holds one, its HTTP response. */
export const toHeldRecord = async (scanned: ScannedRecord): Promise<HeldRecord> => {
  const warc = await parseHead(scanned.head);
  const type = warc.get('WARC-Type')?.toLowerCase() ?? '';
  const holdsMessage = type === 'response' || type === 'revisit';
  const message = holdsMessage ? await splitMessage(scanned.block) : null;
  const isChunked = /\bchunked\b/i.test(message?.http.get('Transfer-Encoding') ?? '');
  const isTooLarge = scanned.block.length < scanned.blockLength;
  const body =
    message === null
      ? { bytes: scanned.block, isCut: false }
      : isChunked && !isTooLarge
        ? undoChunks(message.body)
        : { bytes: message.body, isCut: false };
  const status = /^HTTP\/\S+\s+(\d{3})\b/.exec(message?.http.firstLine ?? '')?.[1];
  return {
    offset: scanned.offset,
    length: scanned.length,
    type,
    targetUri: addressOf(warc.get('WARC-Target-URI')),
    date: instantOf(warc.get('WARC-Date')),
    field: warc.get,
    status: status === undefined ? null : Number(status),
    ...typeOf(
      message === null ? (holdsMessage ? null : warc.get('Content-Type')) : message.http.get('Content-Type'),
    ),
    payload: body.bytes,
    contentEncoding: message?.http.get('Content-Encoding') ?? null,
    isCut: body.isCut || (type !== 'revisit' && warc.get('WARC-Truncated') !== null),
    isTooLarge,
  };
};
