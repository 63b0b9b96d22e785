import { exactKey, foldedKey } from './syllable-keys.ts';

/** A run of letters and digits: nearly always one syllable. */
export interface Token {
  /** Two tokens are the same word when their exact keys are equal. */
  readonly key: string;
  readonly folded: string;
  /** Where it stands in the text as it was given, in UTF-16 offsets; `end` is not included. */
  readonly start: number;
  readonly end: number;
  /** Whether no white space parts it from the next token (`TP.HCM`); false for the last. */
  readonly bound: boolean;
  /**
   * What counts of the joint to the next token: empty but where digits stand on both sides without white space; there
   * `date`, or the signs themselves (`,` in `8,11`).
   */
  readonly joint: string;
}

const runs = /[\p{L}\p{N}]+/gu;
const oneOrTwoDigits = /^\d{1,2}$/;

const isIn = (digits: string, last: number): boolean =>
  oneOrTwoDigits.test(digits) && Number(digits) >= 1 && Number(digits) <= last;

const isYear = (digits: string): boolean => /^[12]\d{3}$/.test(digits);

/**
 * Whether two neighbouring numbers can be day and month, month and day, or month and year, in either order. The two
 * alone decide, so that a part of a date (`22/10`) is found in the whole (`22/10/2018`), however it is written.
 */
const isDatePair = (left: string, right: string): boolean =>
  (isIn(left, 31) && isIn(right, 12)) ||
  (isIn(left, 12) && isIn(right, 31)) ||
  (isYear(left) && isIn(right, 12)) ||
  (isIn(left, 12) && isYear(right));

const jointOf = (left: string, signs: string, right: string): string => {
  if (!/\p{N}$/u.test(left) || !/^\p{N}/u.test(right)) return '';
  const plain = signs.replace(/[‐‑‒–—−]/g, '-');
  return /^[-/.]$/.test(plain) && isDatePair(left, right) ? 'date' : plain;
};

/** Keys of words met lately: a text is mostly made of a few thousand syllables. */
const keptKeys = new Map<string, { readonly key: string; readonly folded: string }>();
const maxKeptKeys = 20_000;

const keysOf = (word: string): { readonly key: string; readonly folded: string } => {
  const kept = keptKeys.get(word);
  if (kept !== undefined) return kept;
  if (keptKeys.size >= maxKeptKeys) keptKeys.clear();
  const key = exactKey(word);
  const keys = { key, folded: foldedKey(key) };
  keptKeys.set(word, keys);
  return keys;
};

/** The text in NFC, and for each of its offsets the offset in the text as given. */
const compose = (text: string): { composed: string; offsetOf: (at: number) => number } => {
  if (text.normalize('NFC') === text) return { composed: text, offsetOf: (at) => at };
  let composed = '';
  const offsets: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const piece = cluster.normalize('NFC');
    for (let i = 0; i < piece.length; i += 1) offsets.push(index + Math.min(i, cluster.length));
    composed += piece;
  }
  offsets.push(text.length);
  return { composed, offsetOf: (at) => offsets[at] ?? text.length };
};

/** The tokens of a text, in order. Offsets are of the text as given, decomposed or not; lone surrogates part tokens. */
export const toTokens = (text: string): Token[] => {
  const { composed, offsetOf } = compose(text);
  const words = [...composed.matchAll(runs)];
  return words.map(({ 0: word, index }, i) => {
    const next = words[i + 1];
    const signs = next === undefined ? ' ' : composed.slice(index + word.length, next.index);
    const bound = !/\s/u.test(signs);
    return {
      ...keysOf(word),
      start: offsetOf(index),
      end: offsetOf(index + word.length),
      bound,
      joint: next !== undefined && bound ? jointOf(word, signs, next[0]) : '',
    };
  });
};
