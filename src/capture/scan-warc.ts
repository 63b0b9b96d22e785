import { maxHeadBytes, maxRecordBytes } from './limits.ts';
import type { Piece } from './warc-pieces-fs.ts';
import { toCursor, type WarcCursor } from './warc-cursor.ts';

/** A record of a WARC as it lies there. */
export interface ScannedRecord {
  readonly kind: 'record';
  /**
   * Where its gzip member starts in the file, or the record itself in a file that is not packed. In a file packed as a
   * whole: where it starts in all that the file unpacks to.
   */
  readonly offset: number;
  /** A gzip member starts there. */
  readonly startsMember: boolean;
  /** To where the next one may start. */
  readonly length: number;
  /** The lines before the block. */
  readonly head: Uint8Array;
  /** The first bytes alone where there are more than `maxRecordBytes`. */
  readonly block: Uint8Array;
  readonly blockLength: number;
}

/** A place where no whole record could be read; reading goes on at the next. `isCut`: the file ends there. */
export interface ScanFault {
  readonly kind: 'fault';
  readonly offset: number;
  readonly isCut: boolean;
}

const lineFeed = 10;
const stepBytes = 64 * 1024;

const isBlank = (byte: number | undefined): boolean => byte === 13 || byte === lineFeed || byte === 0;

const version = /^WARC\/\d\.\d+\r?\n/;

/** Whether a record may start at an index: its first line, at the start of a member or of a line. */
const startsAt = (bytes: Uint8Array, index: number, cursor: WarcCursor): boolean =>
  (index === 0 || bytes[index - 1] === lineFeed || cursor.startAt(index) !== null) &&
  version.test(String.fromCharCode(...bytes.subarray(index, index + 12)));

/** Where the next record may start, from an index and before another; null where none does, or the bytes end. */
const findStart = async (cursor: WarcCursor, from: number, to: number): Promise<number | null> => {
  for (let index = from; index < to;) {
    const bytes = await cursor.view(index + stepBytes);
    let at = bytes.indexOf(0x57, index);
    while (at !== -1 && at < to && at + 12 <= bytes.length) {
      if (startsAt(bytes, at, cursor)) return at;
      at = bytes.indexOf(0x57, at + 1);
    }
    if (bytes.length < index + stepBytes)
      return at !== -1 && at < to && startsAt(bytes, at, cursor) ? at : null;
    index = at === -1 ? bytes.length : Math.min(at, to);
  }
  return null;
};

/** The length of the head with its empty line, or null where it has no end within bounds. */
const headLength = (bytes: Uint8Array): number | null => {
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) {
    if (bytes[at + 1] === lineFeed) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === lineFeed) return at + 3;
  }
  return null;
};

const blockLengthOf = (head: Uint8Array): number | null => {
  const digits = /^content-length:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(
    new TextDecoder('latin1').decode(head),
  )?.[1];
  return digits === undefined ? null : Number(digits);
};

/** Passes over what lies between records without a meaning: ends of lines, and the zeros that fill up a tape's block. */
const dropBlanks = async (cursor: WarcCursor): Promise<void> => {
  for (;;) {
    const bytes = await cursor.view(1);
    const count = bytes.findIndex((byte) => !isBlank(byte));
    cursor.drop(count === -1 ? bytes.length : count);
    if (count !== -1 || bytes.length === 0) return;
  }
};

/** Whether a record may end at an index; with how many bytes lie between it and the next one, or null. */
const gapAt = async (cursor: WarcCursor, index: number): Promise<number | null> => {
  let end = index;
  let bytes = await cursor.view(end + stepBytes);
  while (isBlank(bytes[end]) && end - index < stepBytes) {
    end += 1;
    if (end + 16 > bytes.length) bytes = await cursor.view(end + 16);
  }
  const gap = end - index;
  if (end === bytes.length) return cursor.barrier()?.isInside === true ? null : gap;
  for (let at = index; at <= end; at += 1) if (cursor.endAt(at) !== null) return gap;
  return startsAt(bytes, end, cursor) ? gap : null;
};

/** Takes the record that starts here. A fault comes back without its bytes taken: the next record may be among them. */
const takeRecord = async (
  cursor: WarcCursor,
  isTrusted: boolean,
): Promise<ScannedRecord | (ScanFault & { readonly isLie: boolean })> => {
  const start = cursor.position();
  const memberStart = cursor.startAt(0);
  const offset = memberStart ?? start;
  const fault = (isLie: boolean) => {
    const isCut = !isLie && (cursor.barrier()?.isCut ?? true);
    return { kind: 'fault', offset, isCut, isLie } as const;
  };
  const record = (head: Uint8Array, block: Uint8Array, blockLength: number, end: number, gap: number) => {
    cursor.drop(end + gap);
    const after = cursor.endAt(0);
    const length = memberStart !== null && after !== null ? after - memberStart : cursor.position() - start;
    const startsMember = memberStart !== null;
    return { kind: 'record', offset, startsMember, length, head, block, blockLength } as const;
  };

  const front = await cursor.view(maxHeadBytes);
  const bodyStart = startsAt(front, 0, cursor) ? headLength(front.subarray(0, maxHeadBytes)) : null;
  if (bodyStart === null) return fault(front.length >= maxHeadBytes || !startsAt(front, 0, cursor));
  const head = front.slice(0, bodyStart);
  const blockLength = blockLengthOf(head);
  if (blockLength === null) return fault(true);
  const end = bodyStart + blockLength;

  if (blockLength <= maxRecordBytes) {
    if (!isTrusted && (await findStart(cursor, bodyStart, end)) !== null) return fault(true);
    const bytes = await cursor.view(end);
    if (bytes.length < end) return fault(false);
    if (cursor.startsBetween(bodyStart, end).some((index) => startsAt(bytes, index, cursor)))
      return fault(true);
    const gap = await gapAt(cursor, end);
    if (gap === null) return fault(cursor.barrier() === null);
    return record(head, (await cursor.view(end)).slice(bodyStart, end), blockLength, end, gap);
  }

  const block = front.slice(bodyStart);
  let left = end;
  for (let from = bodyStart; left > 0; from = 1) {
    const to = Math.min(left, from + 16 * stepBytes);
    if ((await findStart(cursor, from, to)) !== null) return fault(true);
    if ((await cursor.view(to)).length < to) return fault(false);
    const step = to === left ? left : to - 1;
    cursor.drop(step);
    left -= step;
  }
  const gap = await gapAt(cursor, 0);
  return gap === null ? fault(cursor.barrier() === null) : record(head, block, blockLength, 0, gap);
};

/** Goes to the next place where a record starts, barriers or not; false at the end. */
const seekRecord = async (cursor: WarcCursor): Promise<boolean> => {
  for (let from = 1; ; from = 1) {
    const to = from + 16 * stepBytes;
    const at = await findStart(cursor, from, to);
    if (at !== null) {
      cursor.drop(at);
      return true;
    }
    const { length } = await cursor.view(to);
    if (length >= to) {
      cursor.drop(to - 1);
      continue;
    }
    cursor.drop(length);
    if (cursor.barrier() === null) return false;
    cursor.passBarrier();
    if (startsAt(await cursor.view(16), 0, cursor)) return true;
  }
};

/**
 * The records of a WARC, and the places where there is none though there should be. A record that claims a length which is
 * not its own is a fault; what follows it is found by looking for where records start. Of no record more than
 * `maxRecordBytes` is held.
 *
 * @see ISO 28500:2017
 */
export async function* scanWarc(
  pieces: AsyncIterator<Piece>,
): AsyncGenerator<ScannedRecord | ScanFault, void, undefined> {
  const cursor = toCursor(pieces);
  let isTrusted = true;
  for (;;) {
    await dropBlanks(cursor);
    const { length } = await cursor.view(1);
    const barrier = cursor.barrier();
    if (length === 0 && barrier === null) return;
    if (length === 0 && barrier !== null) {
      yield { kind: 'fault', offset: barrier.offset, isCut: barrier.isCut };
      cursor.passBarrier();
      continue;
    }
    const found = await takeRecord(cursor, isTrusted);
    if (found.kind === 'record') {
      yield found;
      continue;
    }
    isTrusted = false;
    const isMore = await seekRecord(cursor);
    yield { kind: 'fault', offset: found.offset, isCut: found.isCut && !isMore };
    if (!isMore) return;
  }
}
