import { toTokens } from '../text/tokens.ts';
import { matchTokens, type TextRange, type TokenMatch } from './mark-text.ts';
import type { QueryPlan } from './plan-query.ts';
import type { TierKind } from './search-answer.ts';

/** Words of an excerpt. */
const excerptWords = 40;
/** Words shown before the first match, where the text allows. */
const wordsBefore = 8;

/** A text with `[[` and `]]` around the ranges. */
export const withMarks = (text: string, ranges: readonly TextRange[]): string => {
  let marked = '';
  let at = 0;
  for (const { start, end } of ranges) {
    marked += `${text.slice(at, start)}[[${text.slice(start, end)}]]`;
    at = end;
  }
  return marked + text.slice(at);
};

/** A longer run is worth more than the same words scattered. */
const worth = (matches: readonly TokenMatch[]): number =>
  matches.reduce((sum, { words }) => sum + words * words, 0);

interface Window {
  readonly text: string;
  readonly from: number;
  readonly worth: number;
}

/**
 * The place of an article's text where a query's matches stand densest, some 40 words of one block, its matches
 * marked and `…` where it was cut. Without a match, the beginning of the first block; without a block, nothing.
 */
export const toExcerpt = (plan: QueryPlan, texts: readonly string[], tier: TierKind): string => {
  let best: Window | null = null;
  for (const text of texts) {
    const matches = matchTokens(plan, toTokens(text), tier);
    best ??= { text, from: 0, worth: 0 };
    for (const [i, { from }] of matches.entries()) {
      const inside = matches
        .slice(i)
        .filter((match) => match.from + match.words <= from + excerptWords - wordsBefore);
      if (worth(inside) > best.worth)
        best = { text, from: Math.max(0, from - wordsBefore), worth: worth(inside) };
    }
  }
  if (best === null) return '';
  const tokens = toTokens(best.text);
  const start = best.from === 0 ? 0 : (tokens[best.from]?.start ?? 0);
  const after = tokens[best.from + excerptWords];
  const end = after === undefined ? best.text.length : (tokens[best.from + excerptWords - 1]?.end ?? 0);
  const ranges = matchTokens(plan, tokens, tier).flatMap(({ from, words }): TextRange[] => {
    const [first, last] = [tokens[from], tokens[from + words - 1]];
    if (first === undefined || last === undefined || first.start < start || last.end > end) return [];
    return [{ start: first.start - start, end: last.end - start }];
  });
  const shown = withMarks(best.text.slice(start, end), ranges).replaceAll('\n', ' ');
  return `${start > 0 ? '…' : ''}${shown}${after === undefined ? '' : '…'}`;
};
