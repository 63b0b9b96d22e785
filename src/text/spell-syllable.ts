import { rimes, onsets } from './syllable-table.ts';

/** The five tones that are written, as combining marks: huyền, sắc, ngã, hỏi, nặng. */
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/;

/** The letter of a rime that bears the tone: the marked one, or where the vowels and what follows them put it. */
const toneBearer = (rime: string): number => {
  const letters = Array.from(rime);
  const marked = letters.findLastIndex((letter) => /[ăâêôơư]/.test(letter));
  if (marked >= 0) return marked;
  const vowels = letters.filter((letter) => /[aeiouy]/.test(letter)).length;
  if (vowels < letters.length || vowels === 3) return vowels === 3 ? 1 : vowels - 1;
  return 0;
};

/** A syllable from its onset, its rime without tone, and its tone as a combining mark or empty; NFC. */
export const spellSyllable = (onset: string, rime: string, tone: string): string => {
  const letters = Array.from(rime);
  const at = toneBearer(rime);
  return (onset + letters.map((letter, i) => (i === at ? letter + tone : letter)).join('')).normalize('NFC');
};

const rimeSet = new Set(rimes);

/** The onset and rime of a syllable without its tone, or null where it is none. */
export const splitSyllable = (letters: string): { onset: string; rime: string } | null => {
  for (const onset of onsets) {
    const rime = letters.slice(onset.length);
    if (letters.startsWith(onset) && rimeSet.has(rime)) return { onset, rime };
  }
  return null;
};

/** How a word of this exact key is written; what is no syllable keeps its tone at the end. */
export const spellKey = (key: string): string => {
  const tone = toneMarks.exec(key.at(-1) ?? '')?.[0] ?? '';
  const letters = tone === '' ? key : key.slice(0, -1);
  const parts = splitSyllable(letters);
  if (parts === null) return key.normalize('NFC');
  const rime = parts.onset === 'qu' && parts.rime === 'i' ? 'y' : parts.rime;
  return spellSyllable(parts.onset, rime, tone);
};
