import { foldText } from './fold-text.ts';

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whole syllables, without their tone, in which y and i are alike. */
const eitherVowel = /^(?:h|k|l|m|qu|s|t)[yi]$/;

/**
 * The exact key of a word: lower case, the letters without their tone, then the tone as a combining mark, wherever in
 * the word it was put (`hoà` and `hòa` give `hoa` + U+0300); i for y in `kỹ`, `lý`, `quý` and their like, not in `thy`.
 * A word with two tones or more is no syllable: its letters keep their marks.
 */
export const exactKey = (word: string): string => {
  const lower = word.toLowerCase();
  const decomposed = lower.normalize('NFD');
  const tones = decomposed.match(toneMarks) ?? [];
  if (tones.length > 1) return lower.normalize('NFC');
  const letters = decomposed.replace(toneMarks, '').normalize('NFC');
  return (eitherVowel.test(letters) ? `${letters.slice(0, -1)}i` : letters) + (tones[0] ?? '');
};

/** The folded key of an exact key: without tone and marks, đ → d. */
export const foldedKey = (exact: string): string => foldText(exact);
