import { listPageSize } from './list-pages.ts';

/** The names with which a page of a list begins and ends, shortened. */
export interface PageRange {
  readonly from: string;
  readonly to: string;
}

const [fewestWords, mostWords] = [2, 6];

const wordsOf = (name: string): string[] =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => /^.{0,24}/u.exec(word)?.[0] ?? '')
    .slice(0, mostWords);

/** The first words of a name, so many that they tell it from its neighbour on the other page. */
const shorten = (name: string, neighbour: string | undefined): string => {
  const [words, others] = [wordsOf(name), neighbour === undefined ? [] : wordsOf(neighbour)];
  const same = words.findIndex((word, i) => word !== others[i]);
  const told = same === -1 ? words.length : same + 1;
  return words.slice(0, Math.max(fewestWords, neighbour === undefined ? 0 : told)).join(' ');
};

/** The ranges of a sorted list's pages. */
export const toPageRanges = (names: readonly string[]): PageRange[] =>
  Array.from({ length: Math.ceil(names.length / listPageSize) }, (_, i) => {
    const [first, last] = [i * listPageSize, Math.min(names.length, (i + 1) * listPageSize) - 1];
    return {
      from: shorten(names[first] ?? '', names[first - 1]),
      to: shorten(names[last] ?? '', names[last + 1]),
    };
  });
