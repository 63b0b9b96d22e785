import { toProblem, type Problem } from '../problem/problem.ts';
import { transportCharset } from '../text/transport-charset.ts';
import type { Capture } from './capture.ts';
import type { HeldCapture, WarcSource } from './held-capture.ts';
import { maxPageBytes } from './limits.ts';
import { mayBePage, pageTypeOf } from './page-type.ts';
import { sha256Of, toItem, type ReadItem, type ReadOptions } from './read-item-fs.ts';
import { undoContentCoding } from './undo-content-coding-fs.ts';
import type { HeldRecord } from './warc-record.ts';

/** A record of a WARC that tells of a capture: the one that holds it, or a `revisit` that points to it. */
export interface Telling {
  readonly source: WarcSource;
  readonly record: Pick<HeldRecord, 'offset' | 'date' | 'targetUri'>;
}

/** A record of a WARC that holds a capture's bytes. */
export interface Holding extends Telling {
  readonly record: HeldRecord;
}

/** Records that tell of captures; the others (`warcinfo`, `request`) tell of the crawl. */
const telling = new Set(['response', 'resource', 'conversion', 'metadata', 'revisit', 'continuation']);

export const isTelling = ({ type }: HeldRecord): boolean => telling.has(type);

const isWebAddress = (uri: string | null): boolean => /^https?:\/\//i.test(uri ?? '');

/** Whether a record may hold a page: what it says of itself, before its payload is looked at. */
export const mayHoldPage = ({ type, targetUri, status, mediaType }: HeldRecord): boolean => {
  if (!mayBePage(mediaType) || /^(?:metadata|dns|whois|filedesc):/i.test(targetUri ?? '')) return false;
  switch (type) {
    case 'response':
      return status === 200 && !/^https?:\/\/[^/]+\/robots\.txt$/i.test(targetUri ?? '');
    case 'revisit':
      return status === null || status === 200 || status === 304;
    case 'resource':
    case 'conversion':
      return mediaType !== null;
    // Most say something about another record; a page or a text at a web address is a capture by itself.
    case 'metadata':
      return mediaType !== null && isWebAddress(targetUri);
    default:
      return false;
  }
};

/** A page in a record, ready to be read; or why it is none. */
export type HeldPage =
  | {
      readonly bytes: Uint8Array;
      readonly mediaType: string;
      readonly charset: string | null;
      readonly isCut: boolean;
    }
  | { readonly skipped: true }
  | { readonly problem: Problem };

/** What a record's payload is to a reader: its content coding undone. */
export const openHeld = (
  { payload, contentEncoding, mediaType, charset, isTooLarge, isCut }: HeldRecord,
  named: string | undefined,
): HeldPage => {
  if (isTooLarge)
    return { problem: toProblem('file-too-large', { size: payload.length, limit: maxPageBytes }) };
  if (payload.length === 0) return { skipped: true };
  const content = undoContentCoding(payload, contentEncoding);
  if ('fault' in content) {
    const values = { coding: contentEncoding ?? '', size: payload.length, limit: maxPageBytes };
    return { problem: toProblem(content.fault, values) };
  }
  const ofTransport = transportCharset(charset);
  const type = pageTypeOf(mediaType, content.bytes, named ?? ofTransport);
  if (type === null) return { skipped: true };
  return {
    bytes: content.bytes,
    mediaType: type,
    charset: named ?? ofTransport,
    isCut: isCut || content.isCut,
  };
};

/**
 * The item of a record. `from` is the record that tells of the capture: its place, its instant and its address count.
 * Problems: `file-too-large`, `content-coding-unknown`, `content-damaged`, `payload-cut`.
 */
export const toHeldItem = (from: Telling, payload: Holding, { charset, url }: ReadOptions): ReadItem => {
  const { input, modifiedAt } = from.source;
  const { offset, date } = from.record;
  const place = { file: input };
  const sha256 = payload.record.isTooLarge ? null : sha256Of(payload.record.payload);
  const page = openHeld(payload.record, charset);
  if ('skipped' in page) return toItem(input, 'skipped', [], { record: offset, sha256 });
  if ('problem' in page) {
    return toItem(input, 'refused', [{ ...page.problem, place }], { record: offset, sha256 });
  }
  const uri = from.record.targetUri;
  const capture: Capture = {
    input,
    record: offset,
    bytes: page.bytes,
    payloadBytes: payload.record.payload.length,
    sha256: sha256 ?? '',
    capturedAt: date ?? modifiedAt,
    capturedAtInferred: date === null,
    url: url ?? (isWebAddress(uri) ? uri : null),
    mediaType: page.mediaType,
    charset: page.charset,
  };
  const held: HeldCapture = {
    source: payload.source,
    offset: payload.record.offset,
    revisitIn: from.source === payload.source ? null : from.source,
  };
  const problems = page.isCut ? [toProblem('payload-cut', { offset, reason: 'record-cut' }, place)] : [];
  return toItem(input, 'read', problems, { record: offset, capture, sha256, held });
};
