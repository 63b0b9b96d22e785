/** Chance that is the same for the same seed. */
export interface Seeded {
  /** From 0 to below `end`. */
  readonly below: (end: number) => number;
  /** Throws for an empty list. */
  readonly pick: <T>(list: readonly T[]) => T;
  readonly shuffle: <T>(list: readonly T[]) => T[];
}

/** Mulberry32. */
export const createSeeded = (seed: number): Seeded => {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[below(list.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  };
  const shuffle = <T>(list: readonly T[]): T[] =>
    list
      .map((value) => ({ value, rank: below(2 ** 31) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ value }) => value);
  return { below, pick, shuffle };
};
