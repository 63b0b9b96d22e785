import { letterBits } from './letter-frequency-table.ts';
import { spellSyllable, splitSyllable } from './spell-syllable.ts';

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Rimes whose tone has two places in use: `hoà` and `hòa`, `khoẻ` and `khỏe`, `thuý` and `thúy`. */
const eitherPlace = /^(?:oa|oe|uy)$/;

const isSpelled = (word: string): boolean => {
  const lower = word.toLowerCase();
  if (word !== lower && word !== word.toUpperCase() && word.slice(1) !== lower.slice(1)) return false;
  const decomposed = lower.normalize('NFD');
  const tones = decomposed.match(toneMarks) ?? [];
  const tone = tones[0] ?? '';
  if (tones.length > 1) return false;
  const parts = splitSyllable(decomposed.replace(toneMarks, '').normalize('NFC'));
  if (parts === null) return false;
  const { onset, rime } = parts;
  if (/(?:c|ch|p|t)$/.test(rime) && tone !== '\u0301' && tone !== '\u0323') return false;
  if (spellSyllable(onset, rime, tone) === lower) return true;
  return eitherPlace.test(rime) && (onset + rime + tone).normalize('NFC') === lower;
};

const keptWords = new Map<string, boolean>();
const maxKeptWords = 20_000;

/** Whether a word is a Vietnamese syllable as it is spelled, its tone in its place, in one of the usual cases. */
export const isVietnameseWord = (word: string): boolean => {
  const kept = keptWords.get(word);
  if (kept !== undefined) return kept;
  if (keptWords.size >= maxKeptWords) keptWords.clear();
  const spelled = word.length <= 7 && isSpelled(word);
  keptWords.set(word, spelled);
  return spelled;
};

/** How Vietnamese a reading looks. */
export interface VietnameseScore {
  /** 0 to 1: how likely it is Vietnamese, by the words with marks; few words give little. */
  readonly likelihood: number;
  /** How many words bear a letter or sign past ASCII. */
  readonly marked: number;
  /** What it costs to write those words down, knowing Vietnamese: the fewest bits tell the best of several readings. */
  readonly bits: number;
}

/** Words, with the signs that a wrong reading leaves in them; what is punctuation in print is none of theirs. */
const words =
  /(?:[A-Za-z\u0001-\u0008\u000e-\u001f\u007f-\u009f]|[^\0-\u00a0\u2010-\u2019\u201c\u201d\u2039\u203a«»•°·…])+/gu;

const strangeBits = 16;
const misspeltBits = 8;

/** As many words more, and misspelt, are reckoned with: three words say little, thirty are enough. */
export const doubt = 2;

/** Words spelled right with marks are most of a Vietnamese text; this share of all words is enough. */
const enoughShare = 0.15;

/** As many different words are needed, or a sign that recurs in a table would do. */
export const enoughWords = 3;

export const scoreVietnamese = (text: string): VietnameseScore => {
  let all = 0;
  let marked = 0;
  let spelled = 0;
  let bits = 0;
  const different = new Set<string>();
  for (const [word] of text.matchAll(words)) {
    all += 1;
    const past = word.match(/[^A-Za-z]/gu);
    if (past === null) continue;
    marked += 1;
    const isRight = isVietnameseWord(word);
    if (isRight) {
      spelled += 1;
      if (different.size < enoughWords) different.add(word);
    }
    for (const letter of past) {
      const known = letterBits.get(letter.toLowerCase());
      bits += (known ?? strangeBits) + (isRight ? 0 : misspeltBits);
    }
  }
  const share = all === 0 ? 0 : spelled / all;
  const variety = different.size / enoughWords;
  const likelihood = (spelled / (marked + doubt)) * Math.min(1, share / enoughShare) * variety;
  return { likelihood, marked, bits };
};
