import type { Readings } from './index-files.ts';
import { unpackNumbers } from './packed-numbers.ts';

/** Classes for each doubling of a count: enough to order words by, and few enough to pack well. */
const classesPerDoubling = 3;

/** The class of a count from 1 on. */
export const countClass = (count: number): number => Math.round(Math.log2(count) * classesPerDoubling);

const countOf = (counted: number): number => Math.round(2 ** (counted / classesPerDoubling));

/** The exact keys of a folded key, the commonest first, with about how many articles have each. */
export type OpenReadings = ReadonlyMap<
  string,
  readonly { readonly key: string; readonly articles: number }[]
>;

export const openReadings = ({ keys, counts }: Readings): OpenReadings => {
  const classes = unpackNumbers(counts);
  let at = 0;
  return new Map(
    // A key that looks like a number would stand first among an object's, whatever the order it was written in.
    Object.entries(keys)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([folded, own]) => [
        folded,
        own.map((key) => {
          const articles = countOf(classes[at] ?? 0);
          at += 1;
          return { key, articles };
        }),
      ]),
  );
};
