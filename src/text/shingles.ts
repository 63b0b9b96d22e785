import { foldText } from './fold-text.ts';

/** Syllables to a shingle. */
const shingleLength = 4;

/** Spreads the bits of a number over 32 bits (the finaliser of MurmurHash3). */
const mix = (value: number): number => {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** Hashes of words met lately: a text is mostly made of a few thousand syllables. */
const keptHashes = new Map<string, number>();
const maxKeptHashes = 50_000;

/** Of a word without its marks (FNV-1a). */
const hashOf = (word: string): number => {
  const kept = keptHashes.get(word);
  if (kept !== undefined) return kept;
  const folded = foldText(word);
  let hash = 0x811c9dc5;
  for (let i = 0; i < folded.length; i += 1) hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193);
  if (keptHashes.size >= maxKeptHashes) keptHashes.clear();
  keptHashes.set(word, hash);
  return hash;
};

/**
 * The runs of four syllables that a text has, each as a number of 32 bits, sorted, none twice. Marks and case count for
 * nothing: a copy that lost its marks has the same. Fewer than four syllables have none.
 */
export const toShingles = (text: string): Uint32Array => {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashOf);
  const count = Math.max(0, hashes.length - shingleLength + 1);
  const shingles = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    let hash = 0;
    for (let j = i; j < i + shingleLength; j += 1) hash = Math.imul(hash, 31) + (hashes[j] ?? 0);
    shingles[i] = mix(hash);
  }
  shingles.sort();
  let kept = 0;
  for (let i = 0; i < count; i += 1) {
    if (i === 0 || shingles[i] !== shingles[i - 1]) shingles[kept++] = shingles[i] ?? 0;
  }
  return shingles.slice(0, kept);
};

/** How many shingles two texts have in common. */
export const countCommon = (a: Uint32Array, b: Uint32Array): number => {
  let common = 0;
  let j = 0;
  for (const shingle of a) {
    while (j < b.length && (b[j] ?? 0) < shingle) j += 1;
    if (b[j] === shingle) common += 1;
  }
  return common;
};
