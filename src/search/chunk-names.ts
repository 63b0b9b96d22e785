import { packNumbers, unpackNumbers } from './packed-numbers.ts';

/** Pagefind's names of chunks: a language, and a hash in hexadecimal. They are sorted, and their hashes equally long. */
export interface ChunkNames {
  readonly language: string;
  readonly digits: number;
  /** Each hash as a number less the one before, packed. */
  readonly hashes: string;
}

/** Packs sorted names; throws for names that Pagefind would not give. */
export const packChunkNames = (names: readonly string[]): ChunkNames => {
  const [language = '', first = ''] = names[0]?.split('_') ?? [];
  const packed = { language, digits: first.length, hashes: '' };
  const hashes = names.map((name) => parseInt(name.slice(language.length + 1), 16));
  packed.hashes = packNumbers(hashes.map((hash, i) => hash - (hashes[i - 1] ?? 0)));
  if (unpackChunkNames(packed).join() !== names.join()) throw new Error('pagefind: chunks with other names');
  return packed;
};

/** The names again. */
export const unpackChunkNames = ({ language, digits, hashes }: ChunkNames): string[] => {
  let hash = 0;
  return unpackNumbers(hashes).map((more) => {
    hash += more;
    return `${language}_${hash.toString(16).padStart(digits, '0')}`;
  });
};
