/**
 * Texts that are nearly the same, among many. Each text is made a signature by MinHash: the least of its shingles' numbers in
 * each of 128 parts of the numbers (one permutation; Li, Owen, Zhang 2012), an empty part taking the next one's. Texts that
 * have two neighbouring parts in common are compared by their shingles themselves, so chance makes no pair: it can only
 * miss one. The thresholds are measured in `docs/same-article.md`.
 */
import { countCommon, toShingles } from './shingles.ts';

/** Two texts by their numbers, the lesser first. */
export interface NearPair {
  readonly a: number;
  readonly b: number;
  /** The shingles in common, as a part of those that either has (Jaccard): 1 for the same words in the same order. */
  readonly resemblance: number;
}

/** Texts with this part of all their shingles in common are near. */
export const minResemblance = 0.5;

/** So are texts of which one has this part of its shingles in the other: a piece cut short. */
export const minContainment = 0.8;

/** But of a text in a much longer one, nothing is said. */
const minResemblanceOfPart = 0.25;

/** Texts with fewer shingles say too little to be compared. */
export const minShingles = 30;

const parts = 128;
const partsToBand = 2;

/** Articles of one mould, such as daily prices, fill a bucket: each is compared with so many after it. */
const maxCompared = 16;

/** The least that two signatures of near texts have in common; a text in a longer one has least. */
const minCommonParts = parts * 0.1;

const signatureOf = (shingles: Uint32Array): Uint32Array => {
  const empty = 0xffffffff;
  const signature = new Uint32Array(parts).fill(empty);
  for (const shingle of shingles) {
    const part = shingle % parts;
    if (shingle < (signature[part] ?? 0)) signature[part] = shingle;
  }
  const last = signature.findLastIndex((least) => least !== empty);
  // From the right, so that a whole run of empty parts takes the one after it.
  let next = signature.find((least) => least !== empty) ?? empty;
  for (let i = parts - 1; i >= 0; i -= 1) {
    if (signature[i] === empty && last !== -1) signature[i] = next;
    next = signature[i] ?? empty;
  }
  return signature;
};

const countEqual = (a: Uint32Array, b: Uint32Array): number => {
  let equal = 0;
  for (let i = 0; i < parts; i += 1) if (a[i] === b[i]) equal += 1;
  return equal;
};

/** Every pair of near texts, each once, in the order of their numbers. Texts are asked for again, not held. */
export const findNearTexts = (count: number, textOf: (number: number) => string): NearPair[] => {
  const signatures = Array.from({ length: count }, (_, i) => {
    const shingles = toShingles(textOf(i));
    return shingles.length < minShingles ? null : signatureOf(shingles);
  });
  const seen = new Set<number>();
  const candidates: [number, number][] = [];
  for (let band = 0; band < parts; band += partsToBand) {
    const buckets = new Map<number, number[]>();
    for (const [i, signature] of signatures.entries()) {
      if (signature === null) continue;
      const key = (signature[band] ?? 0) * 2 ** 20 + ((signature[band + 1] ?? 0) >>> 12);
      const bucket = buckets.get(key);
      if (bucket === undefined) {
        buckets.set(key, [i]);
        continue;
      }
      for (const other of bucket.slice(-maxCompared)) {
        const pair = other * count + i;
        if (seen.has(pair)) continue;
        seen.add(pair);
        const [a, b] = [signatures[other], signature];
        if (a && countEqual(a, b) >= minCommonParts) candidates.push([other, i]);
      }
      bucket.push(i);
    }
  }
  const pairs: NearPair[] = [];
  let held: { number: number; shingles: Uint32Array } = { number: -1, shingles: new Uint32Array() };
  for (const [a, b] of candidates.sort((x, y) => x[0] - y[0] || x[1] - y[1])) {
    if (held.number !== a) held = { number: a, shingles: toShingles(textOf(a)) };
    const other = toShingles(textOf(b));
    const common = countCommon(held.shingles, other);
    const resemblance = common / (held.shingles.length + other.length - common);
    const containment = common / Math.min(held.shingles.length, other.length);
    const isPart = containment >= minContainment && resemblance >= minResemblanceOfPart;
    if (resemblance >= minResemblance || isPart) pairs.push({ a, b, resemblance });
  }
  return pairs;
};
