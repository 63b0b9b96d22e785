import { packNumbers, unpackNumbers } from './packed-numbers.ts';

/**
 * Many small parts in few files: the parts lie one after another on shelves, a file each. A browser asks for a part alone
 * (RFC 9110, range requests); a host that knows none gives the whole shelf, which is therefore kept small.
 */
export interface ShelfPlace {
  readonly shelf: number;
  /** Bytes of the shelf: from `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
}

/** Where each of the parts lies, by their bytes: a shelf takes another part while it stays within `shelfBytes`, and one at least. */
export const layOnShelves = (partBytes: readonly number[], shelfBytes: number): ShelfPlace[] => {
  let shelf = 0;
  let from = 0;
  return partBytes.map((bytes) => {
    if (from > 0 && from + bytes > shelfBytes) {
      shelf += 1;
      from = 0;
    }
    const place = { shelf, from, to: from + bytes };
    from = place.to;
    return place;
  });
};

/** The bytes of a shelf, such that there are no more than so many shelves, and a shelf is hardly larger than need be. */
export const shelfSize = (partBytes: readonly number[], leastBytes: number, mostShelves: number): number => {
  const most = Math.max(1, mostShelves);
  let bytes = Math.max(leastBytes, Math.ceil(partBytes.reduce((sum, part) => sum + part, 0) / most));
  while ((layOnShelves(partBytes, bytes).at(-1)?.shelf ?? 0) >= most) bytes = Math.ceil(bytes * 1.02);
  return bytes;
};

/** Parts take whole steps, in bytes: so the list of their lengths, which every reader fetches, is half as long. */
const step = 64;

/** A part as it lies on a shelf: a byte that tells how many follow the part, the part, and those. */
export const padPart = (part: Uint8Array): Uint8Array<ArrayBuffer> => {
  const padded = new Uint8Array(Math.ceil((part.length + 1) / step) * step);
  padded[0] = padded.length - part.length - 1;
  padded.set(part, 1);
  return padded;
};

/** The part out of what lies on a shelf; null where it can be none. */
export const unpadPart = (padded: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null => {
  const end = padded.length - (padded[0] ?? 0);
  return padded.length % step === 0 && padded.length > 0 && end > 0 ? padded.subarray(1, end) : null;
};

/** The lengths of padded parts as one text, and back. */
export const packLengths = (padded: readonly Uint8Array[]): string =>
  packNumbers(padded.map(({ length }) => length / step));
export const unpackLengths = (text: string): number[] => unpackNumbers(text).map((steps) => steps * step);
