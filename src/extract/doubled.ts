import { foldText } from '../text/fold-text.ts';

const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\d]+/gu) ?? [];

/** How alike two texts are in their words: 0 none in common, 1 the same words (Dice's coefficient). */
const likeness = (a: readonly string[], b: readonly string[]): number => {
  const inB = new Set(b);
  const setA = new Set(a);
  const common = [...setA].filter((word) => inB.has(word)).length;
  return (2 * common) / (setA.size + inB.size);
};

/** Longer texts are neither headlines nor captions. */
const maxLength = 1000;

/** A picture's alternative text and its caption are this alike, if they are not the same. */
const minLikeness = 0.72;

/**
 * Whether two texts are the same thing said twice: a headline over again, or a picture's alternative text and then its
 * caption. Different numbers make them two things.
 */
export const isDoubled = (first: string, second: string): boolean => {
  if (Math.max(first.length, second.length) > maxLength) return false;
  const a = wordsOf(first);
  const b = wordsOf(second);
  if (a.length === 0 || b.length === 0) return false;
  if (a.join(' ') === b.join(' ')) return true;
  const numbers = (words: readonly string[]): string => words.filter((word) => /^\d+$/.test(word)).join(' ');
  return Math.min(a.length, b.length) >= 6 && numbers(a) === numbers(b) && likeness(a, b) >= minLikeness;
};
