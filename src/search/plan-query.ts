import { normaliseText } from '../text/normalise-text.ts';
import { toTokens, type Token } from '../text/tokens.ts';

/** By which keys two words are compared. */
export type Comparison = 'exact' | 'folded';

/** Neighbouring words of a query: a phrase in quotes, or a stretch without quotes, whose bonds may be cut. */
export interface QueryRun {
  readonly tokens: readonly Token[];
  readonly quoted: boolean;
}

/** What a query means. No run means that nothing is asked, and nothing answers. */
export interface QueryPlan {
  readonly runs: readonly QueryRun[];
  /** Whether any syllable carries a mark: then exact keys are compared first. */
  readonly marked: boolean;
}

/** Words of a query that are read, of those after it nothing; a phrase longer than this finds the same articles. */
export const maxQueryTokens = 64;

const isMarked = (tokens: readonly Token[]): boolean => tokens.some(({ key, folded }) => key !== folded);

/** A phrase is compared by its own marks, whatever stands around it. */
export const phraseComparison = (tokens: readonly Token[]): Comparison =>
  isMarked(tokens) ? 'exact' : 'folded';

/** The text in stretches, the odd ones in quotes. A quote without its partner is a space, and so is a pair with no word inside. */
const unquote = (text: string): string[] => {
  const parts = text.split(/["“”„‟«»]/);
  const stretches = [parts[0] ?? ''];
  for (let i = 1; i < parts.length; i += 2) {
    const [inside = '', after] = parts.slice(i, i + 2);
    if (after !== undefined && /[\p{L}\p{N}]/u.test(inside)) stretches.push(inside, after);
    else stretches.push(`${stretches.pop() ?? ''} ${inside} ${after ?? ''}`);
  }
  return stretches;
};

/**
 * Reads a query. Quotes, straight or curly, are paired from the left. `-`, `OR` and fields are words as yet.
 */
export const planQuery = (query: string): QueryPlan => {
  let left = maxQueryTokens;
  const runs: QueryRun[] = [];
  for (const [i, stretch] of unquote(normaliseText(query)).entries()) {
    const tokens = toTokens(stretch).slice(0, left);
    left -= tokens.length;
    if (tokens.length > 0) runs.push({ tokens, quoted: i % 2 === 1 });
  }
  return { runs, marked: runs.some(({ tokens }) => isMarked(tokens)) };
};
