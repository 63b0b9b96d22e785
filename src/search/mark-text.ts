import { toTokens, type Token } from '../text/tokens.ts';
import { phraseComparison, planQuery, type Comparison, type QueryPlan } from './plan-query.ts';
import type { TierKind } from './search-answer.ts';

/** A stretch of a text, in UTF-16 offsets: from `start` up to, not including, `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A matched stretch of tokens, by their numbers, and how many of the query's words it holds. */
export interface TokenMatch {
  readonly from: number;
  readonly words: number;
}

const isSame = (a: Token | undefined, b: Token | undefined, by: Comparison): boolean =>
  a !== undefined && b !== undefined && (by === 'exact' ? a.key === b.key : a.folded === b.folded);

/** How many words of the query from `i` stand in the text from `j` on, side by side and by the same joints. */
const stretchAt = (
  query: readonly Token[],
  i: number,
  text: readonly Token[],
  j: number,
  by: Comparison,
): number => {
  let n = 0;
  while (isSame(query[i + n], text[j + n], by)) {
    n += 1;
    if (query[i + n] !== undefined && query[i + n - 1]?.joint !== text[j + n - 1]?.joint) break;
  }
  return n;
};

/** The shortest stretch of a run that is marked in an answer of a tier. */
const shortestMatch = (tokens: readonly Token[], quoted: boolean, tier: TierKind): number => {
  if (quoted) return tokens.length;
  return tier === 'loose' ? 1 : Math.min(2, tokens.length);
};

/** The stretches of a text that match a plan, ascending, not overlapping; of two that would, the earlier and longer. */
export const matchTokens = (plan: QueryPlan, text: readonly Token[], tier: TierKind): TokenMatch[] => {
  const tierBy = tier === 'exact' || (tier === 'loose' && plan.marked) ? 'exact' : 'folded';
  const starts = plan.runs.map(({ tokens, quoted }) => {
    const by = quoted ? phraseComparison(tokens) : tierBy;
    const places = new Map<string, number[]>();
    for (const [i, token] of tokens.entries()) {
      const key = by === 'exact' ? token.key : token.folded;
      places.set(key, [...(places.get(key) ?? []), i]);
    }
    return { tokens, by, places, shortest: shortestMatch(tokens, quoted, tier) };
  });
  const matches: TokenMatch[] = [];
  for (let j = 0; j < text.length; j += 1) {
    let words = 0;
    for (const { tokens, by, places, shortest } of starts) {
      const token = text[j];
      for (const i of places.get((by === 'exact' ? token?.key : token?.folded) ?? '') ?? []) {
        const stretch = stretchAt(tokens, i, text, j, by);
        if (stretch >= shortest) words = Math.max(words, stretch);
      }
    }
    if (words === 0) continue;
    matches.push({ from: j, words });
    j += words - 1;
  }
  return matches;
};

/** The tier whose keys a query is compared by first. */
export const firstTier = ({ marked }: QueryPlan): TierKind => (marked ? 'exact' : 'folded');

/**
 * Where a query's runs match in any text, by the same keys as the search: ascending, not overlapping. An unquoted
 * query marks runs of two words at least where it has two; what matches nothing marks nothing. `tier` says by which keys an answer
 * was found, with `loose` marking single words too; without it the query's own marks decide.
 */
export const markText = (query: string, text: string, tier?: TierKind): TextRange[] => {
  const plan = planQuery(query);
  const tokens = toTokens(text);
  return matchTokens(plan, tokens, tier ?? firstTier(plan)).flatMap(({ from, words }) => {
    const [first, last] = [tokens[from], tokens[from + words - 1]];
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
};
