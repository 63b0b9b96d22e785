import type { Token } from '../text/tokens.ts';
import { matchPiece } from './match-piece.ts';
import type { Comparison } from './plan-query.ts';
import type { PostingsSource } from './postings.ts';

const stands = async (source: PostingsSource, tokens: readonly Token[], by: Comparison): Promise<boolean> =>
  (await matchPiece(source, { tokens, by })).length > 0;

/** How many words the longest run has that some article holds; with `at`, of those runs that hold that word. */
export const longestRun = async (
  source: PostingsSource,
  tokens: readonly Token[],
  by: Comparison,
  at: number | null = null,
): Promise<number> => {
  for (let size = tokens.length; size > 1; size -= 1) {
    const first = at === null ? 0 : Math.max(0, at - size + 1);
    const last = Math.min(at ?? tokens.length, tokens.length - size);
    for (let from = first; from <= last; from += 1) {
      if (await stands(source, tokens.slice(from, from + size), by)) return size;
    }
  }
  return Math.min(1, tokens.length);
};
