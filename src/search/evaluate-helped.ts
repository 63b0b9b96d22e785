import { evaluatePlan, type EvaluateOptions, type RankedTier } from './evaluate-plan.ts';
import { expandQuery, type Expansion } from './expand-plan.ts';
import { helpQuery, type QueryHelp } from './help-query.ts';
import type { Synonym } from './index-files.ts';
import type { Lexicon } from './nearest-syllable.ts';
import { planQuery, type QueryPlan } from './plan-query.ts';
import type { PostingsSource } from './postings.ts';

/** What a query, or what was made of it, found. */
export interface Evaluated {
  readonly query: string;
  readonly plan: QueryPlan;
  readonly expansions: readonly Expansion[];
  readonly tiers: readonly RankedTier[];
  readonly help: QueryHelp | null;
}

const findsRuns = (tiers: readonly RankedTier[]): boolean =>
  tiers.some(({ kind, answers }) => kind !== 'loose' && answers.length > 0);

/**
 * Evaluates a query, also as an archive's abbreviations have it, and, when neither exact nor folded keys found anything, what helps it: the first reading of it that they do.
 * No word is dropped while some article has them all.
 */
export const evaluateHelped = async (
  query: string,
  source: PostingsSource,
  options: EvaluateOptions,
  synonyms: readonly Synonym[],
  lexicon: (() => Promise<Lexicon>) | null,
): Promise<Evaluated> => {
  const evaluate = async (text: string, help: QueryHelp | null): Promise<Evaluated> => {
    const plan = planQuery(text);
    const expansions = expandQuery(text, synonyms);
    const plans = expansions.map((expansion) => expansion.plan);
    const tiers = await evaluatePlan(plan, source, { ...options, expansions: plans });
    return { query: text, plan, expansions, tiers, help };
  };
  const asTyped = await evaluate(query, null);
  const { plan, tiers } = asTyped;
  if (lexicon === null || plan.clauses.length === 0 || findsRuns(tiers)) return asTyped;
  const hasAllWords = tiers.some(({ answers }) => answers.length > 0);
  for await (const help of helpQuery(query, source, lexicon)) {
    if (help.kind === 'dropped' && hasAllWords) break;
    const helped = await evaluate(help.query, help);
    if (findsRuns(helped.tiers)) return helped;
  }
  return asTyped;
};
