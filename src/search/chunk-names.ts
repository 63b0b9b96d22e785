import { packNumbers, unpackNumbers } from './packed-numbers.ts';

/**
 * Pagefind's names of chunks: a language, and a hash in hexadecimal, which is longer where a shorter one would not tell two
 * apart. They are sorted by length, then by name.
 */
export interface ChunkNames {
  readonly language: string;
  /** Names of equally long hashes: each hash as a number less the one before, packed. */
  readonly groups: readonly { readonly digits: number; readonly hashes: string }[];
}

/** Orders names as they are packed. */
export const compareChunkNames = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

/** Packs names in their order; throws for names that Pagefind would not give. */
export const packChunkNames = (names: readonly string[]): ChunkNames => {
  const language = names[0]?.split('_')[0] ?? '';
  const hashes = names.map((name) => name.slice(language.length + 1));
  const groups = [...new Set(hashes.map(({ length }) => length))].map((digits) => {
    const numbers = hashes.filter(({ length }) => length === digits).map((hash) => parseInt(hash, 16));
    return { digits, hashes: packNumbers(numbers.map((number, i) => number - (numbers[i - 1] ?? 0))) };
  });
  const packed = { language, groups };
  if (unpackChunkNames(packed).join() !== names.join()) throw new Error('pagefind: chunks with other names');
  return packed;
};

/** The names again. */
export const unpackChunkNames = ({ language, groups }: ChunkNames): string[] =>
  groups.flatMap(({ digits, hashes }) => {
    let hash = 0;
    return unpackNumbers(hashes).map((more) => {
      hash += more;
      return `${language}_${hash.toString(16).padStart(digits, '0')}`;
    });
  });
