import { joinBytes } from './raw-bytes.ts';
import type { Piece } from './warc-pieces-fs.ts';

/** A place in what a WARC unpacks to, and the place in the file that it stands for. */
interface Mark {
  readonly position: number;
  readonly offset: number;
}

/** Where the bytes end because a gzip member does not unpack. */
export interface Barrier extends Mark {
  /** Some of its bytes came before it was met. */
  readonly isInside: boolean;
  readonly isCut: boolean;
}

/** The bytes of a WARC, unpacked, from a place onward; no more of them is held than is asked for. */
export interface WarcCursor {
  /** Of the first byte held, in all that the file unpacks to. */
  readonly position: () => number;
  /** As many bytes as asked for, or more; fewer at the end or before a barrier. */
  readonly view: (length: number) => Promise<Uint8Array>;
  readonly drop: (length: number) => void;
  readonly barrier: () => Barrier | null;
  /** Lets the bytes behind a barrier come. */
  readonly passBarrier: () => void;
  /** The offset of the gzip member that starts, or ends, at so many bytes from here. */
  readonly startAt: (index: number) => number | null;
  readonly endAt: (index: number) => number | null;
  /** How far from here members start, within bounds that are no starts themselves. */
  readonly startsBetween: (from: number, to: number) => number[];
}

const offsetAt = (marks: readonly Mark[], position: number): number | null =>
  marks.findLast((mark) => mark.position === position)?.offset ?? null;

/** A cursor at the start of the pieces. */
export const toCursor = (pieces: AsyncIterator<Piece>): WarcCursor => {
  let parts: Uint8Array[] = [];
  let length = 0;
  let position = 0;
  let starts: Mark[] = [];
  let ends: Mark[] = [];
  let barrier: Barrier | null = null;
  let isDone = false;

  const pull = async (): Promise<void> => {
    const step = await pieces.next();
    if (step.done === true) {
      isDone = true;
      return;
    }
    const piece = step.value;
    if (piece.kind === 'bytes') {
      parts.push(piece.bytes);
      length += piece.bytes.length;
      return;
    }
    const mark = { position: position + length, offset: piece.offset };
    if (piece.kind === 'start') starts.push(mark);
    else if (piece.kind === 'end') ends.push(mark);
    else {
      const isInside = starts.at(-1)?.offset === piece.offset;
      barrier = { ...mark, isInside, isCut: piece.kind === 'cut' };
    }
  };

  return {
    position: () => position,
    view: async (wanted) => {
      while (length < wanted && !isDone && barrier === null) await pull();
      const first = parts[0] ?? new Uint8Array();
      if (first.length >= Math.min(wanted, length)) return first;
      parts = [joinBytes(parts)];
      return parts[0] ?? first;
    },
    drop: (count) => {
      position += count;
      length -= count;
      let left = count;
      while (left > 0) {
        const first = parts.shift();
        if (first === undefined) break;
        if (first.length > left) parts.unshift(first.subarray(left));
        left -= Math.min(left, first.length);
      }
      // The last start stays: it tells in which member the bytes are.
      starts = starts.filter((mark, i) => mark.position >= position || i === starts.length - 1);
      ends = ends.filter((mark) => mark.position >= position);
    },
    barrier: () => (barrier !== null && length + position === barrier.position ? barrier : null),
    passBarrier: () => {
      barrier = null;
    },
    startAt: (index) => offsetAt(starts, position + index),
    endAt: (index) => offsetAt(ends, position + index),
    startsBetween: (from, to) =>
      starts.map((mark) => mark.position - position).filter((index) => index > from && index < to),
  };
};
