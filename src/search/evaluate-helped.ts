import { evaluatePlan, type EvaluateOptions, type RankedTier } from './evaluate-plan.ts';
import { helpQuery, type QueryHelp } from './help-query.ts';
import type { Lexicon } from './nearest-syllable.ts';
import { planQuery, type QueryPlan } from './plan-query.ts';
import type { PostingsSource } from './postings.ts';

/** What a query, or what was made of it, found. */
export interface Evaluated {
  readonly query: string;
  readonly plan: QueryPlan;
  readonly tiers: readonly RankedTier[];
  readonly help: QueryHelp | null;
}

const findsRuns = (tiers: readonly RankedTier[]): boolean =>
  tiers.some(({ kind, answers }) => kind !== 'loose' && answers.length > 0);

/**
 * Evaluates a query and, when neither exact nor folded keys found anything, what helps it: the first reading of it that they do.
 * No word is dropped while some article has them all.
 */
export const evaluateHelped = async (
  query: string,
  source: PostingsSource,
  options: EvaluateOptions,
  lexicon: (() => Promise<Lexicon>) | null,
): Promise<Evaluated> => {
  const plan = planQuery(query);
  const tiers = await evaluatePlan(plan, source, options);
  const asTyped = { query, plan, tiers, help: null };
  if (lexicon === null || plan.clauses.length === 0 || findsRuns(tiers)) return asTyped;
  const hasAllWords = tiers.some(({ answers }) => answers.length > 0);
  for await (const help of helpQuery(query, source, lexicon)) {
    if (help.kind === 'dropped' && hasAllWords) break;
    const helped = planQuery(help.query);
    const found = await evaluatePlan(helped, source, options);
    if (findsRuns(found)) return { query: help.query, plan: helped, tiers: found, help };
  }
  return asTyped;
};
