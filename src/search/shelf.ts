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

/** The bytes of a shelf, such that there are no more than so many shelves, and a shelf is no smaller than need be. */
export const shelfSize = (partBytes: readonly number[], leastBytes: number, mostShelves: number): number => {
  const total = partBytes.reduce((sum, bytes) => sum + bytes, 0);
  const largest = partBytes.reduce((most, bytes) => Math.max(most, bytes), 0);
  // A shelf may stay emptier than it could be by what the next part takes.
  return Math.max(leastBytes, Math.ceil(total / Math.max(1, mostShelves)) + largest);
};
