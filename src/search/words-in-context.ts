import { toTokens } from '../text/tokens.ts';
import { matchTokens } from './mark-text.ts';
import type { QueryPlan } from './plan-query.ts';
import type { ContextLine, TierKind } from './search-answer.ts';

/** Words shown on either side of a match. */
const wordsBeside = 12;
/** Matches shown of one article. */
const mostLines = 50;

/**
 * The matches of a query in an article's texts, in their order, with the words beside each in its block: a concordance.
 * Line breaks are spaces; `…` stands where a block was cut. At most 50 of one article.
 */
export const toContextLines = (plan: QueryPlan, texts: readonly string[], tier: TierKind): ContextLine[] => {
  const lines: ContextLine[] = [];
  for (const text of texts) {
    const tokens = toTokens(text);
    for (const { from, words } of matchTokens(plan, tokens, tier)) {
      if (lines.length >= mostLines) return lines;
      const [first, last] = [tokens[from], tokens[from + words - 1]];
      if (first === undefined || last === undefined) continue;
      const before = tokens[from - wordsBeside];
      const after = tokens[from + words + wordsBeside - 1];
      const left = text.slice(before?.start ?? 0, first.start);
      const right = text.slice(last.end, after?.end ?? text.length);
      lines.push({
        left: (before === undefined || before.start === 0 ? left : `…${left}`).replaceAll('\n', ' '),
        match: text.slice(first.start, last.end).replaceAll('\n', ' '),
        right: (after === undefined || after.end === text.length ? right : `${right}…`).replaceAll('\n', ' '),
      });
    }
  }
  return lines;
};
