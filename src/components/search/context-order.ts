import type { ContextLine } from '../../search/search-answer.ts';
import { toTokens } from '../../text/tokens.ts';

/** By what lines of words in context are ordered: the results' own order, the words before the match, or those after it. */
export type ContextOrder = 'result' | 'left' | 'right';

// Keys have a syllable's tone at its end, so `hoà` and `hòa` are one; the collation knows the order of letters and tones.
const collator = new Intl.Collator('vi');

const wordsOf = (text: string): string[] => toTokens(text).map(({ key }) => key);

/** Word by word; where one list of words begins the other, the shorter is first. */
const compareWords = (a: readonly string[], b: readonly string[]): number => {
  for (const [i, word] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    const difference = collator.compare(word, other);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

/**
 * Lines in an order, by Vietnamese syllables. On either side the word next to the match counts first; lines that are equal on
 * one side go by the other, then stay as they were.
 */
export const orderLines = <Line extends ContextLine>(lines: readonly Line[], order: ContextOrder): Line[] => {
  if (order === 'result') return [...lines];
  return lines
    .map((line) => {
      const [left, right] = [wordsOf(line.left).reverse(), wordsOf(line.right)];
      return { line, keys: order === 'left' ? [left, right] : [right, left] };
    })
    .sort(
      (a, b) =>
        compareWords(a.keys[0] ?? [], b.keys[0] ?? []) || compareWords(a.keys[1] ?? [], b.keys[1] ?? []),
    )
    .map(({ line }) => line);
};
