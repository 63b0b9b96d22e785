import { foldText } from '../../text/fold-text.ts';

/** A completion in two: what answers to the text typed, and what it adds. */
export interface CompletionParts {
  readonly typed: string;
  readonly added: string;
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

const lettersOf = (text: string): readonly string[] => text.normalize('NFC').match(/./gsu) ?? [];
const toneOf = (letter: string): string => letter.normalize('NFD').match(toneMarks)?.join('') ?? '';
const withoutTone = (letter: string): string =>
  letter.normalize('NFD').replace(toneMarks, '').normalize('NFC').toLowerCase();

const folded = (letter: string): string => foldText(letter).replace('y', 'i');

/** Whether a letter may be what was typed: marks that are typed count, those that are not may still come. */
const answers = (typed: string, letter: string): boolean => {
  const [tone, other] = [toneOf(typed), toneOf(letter)];
  // A tone may stand on either vowel (hoà, hòa): only two that differ are a contradiction.
  if (tone !== '' && other !== '' && tone !== other) return false;
  const shape = withoutTone(typed);
  return shape === withoutTone(letter) || (foldText(shape) === shape && folded(shape) === folded(letter));
};

/**
 * Parts a completion where the text typed ends in it, with marks or without, whatever quotes it has put; null where it does
 * not go on from that text.
 */
export const completionParts = (text: string, completion: string): CompletionParts | null => {
  const typed = lettersOf(text.replace(/\s+/g, ' ').trimStart());
  const letters = lettersOf(completion);
  let at = 0;
  for (const letter of typed) {
    if (letters[at] === '"' && letter !== '"') at += 1;
    const here = letters[at];
    // A space after the last word is typed before what comes after it.
    if (here === undefined || !answers(letter, here)) return null;
    at += 1;
  }
  return { typed: letters.slice(0, at).join(''), added: letters.slice(at).join('') };
};
