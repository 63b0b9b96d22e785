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

/** What the matches within a window's words are worth, from the given one on: a longer run more than the same words scattered. */
const worthFrom = (matches: readonly TokenMatch[], first: number): number => {
  const end = (matches[first]?.from ?? 0) + excerptWords - wordsBefore;
  let worth = 0;
  // At most a window's words are looked at, however many matches a long article has.
  for (let i = first; i < matches.length; i += 1) {
    const { from, words } = matches[i] ?? { from: end, words: 0 };
    if (from >= end) break;
    if (from + words <= end) worth += words * words;
  }
  return worth;
};

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
      const worth = worthFrom(matches, i);
      if (worth > best.worth) best = { text, from: Math.max(0, from - wordsBefore), worth };
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
