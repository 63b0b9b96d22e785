import { matchEverywhere } from './match-everywhere.ts';
import { lacksWord } from './lacks-word.ts';
import { matchPiece } from './match-piece.ts';
import {
  admittedBy,
  allArticles,
  bondsOf,
  isTied,
  matchPart,
  partsOf,
  type Admission,
  type Bond,
  type Part,
  type PartSource,
  type RecordLookup,
} from './plan-parts.ts';
import type { Comparison, QueryPlan } from './plan-query.ts';
import { articlesOf, type PostingsSource } from './postings.ts';
import { rankAnswers, type Answer, type MatchedPart } from './rank-answers.ts';
import type { TierKind } from './search-answer.ts';

/** Answers that suffice: while there are fewer, bonds are cut and further tiers opened. */
export const enoughAnswers = 10;

export interface RankedTier {
  readonly kind: TierKind;
  /** In order of rank. */
  readonly answers: readonly Answer[];
}

export interface EvaluateOptions {
  /** The articles that filters let through: for the query there are no others, in bonds, counts and readings alike. */
  readonly admits?: Admission;
  /** Opens every tier, however many answers the former ones hold; or the first alone, cutting no bond. */
  readonly opens?: 'all' | 'whole';
  /** What records say; without it no article's record says anything. */
  readonly records?: RecordLookup;
  /** What the query may mean besides; an article that answers by one of them alone is told so. */
  readonly expansions?: readonly QueryPlan[];
  /** Lists all articles that are let through where no word is asked for, even if the query has no field. */
  readonly listsAll?: boolean;
}

/** One evaluation: a plan over the articles that are let through. */
interface Evaluation extends PartSource {
  readonly plan: QueryPlan;
  readonly admits: Admission;
  /** Parts that were matched before, by their words. */
  readonly matched: Map<string, Promise<MatchedPart>>;
}

const matchOnce = (evaluation: Evaluation, part: Part): Promise<MatchedPart> => {
  const { matched, admits } = evaluation;
  const name = JSON.stringify(part);
  const known = matched.get(name);
  if (known !== undefined) return known;
  const matching = matchPart(evaluation, part, admits);
  matched.set(name, matching);
  return matching;
};

const bondCounts = async (
  { plan, source, admits }: Evaluation,
  bonds: readonly Bond[],
  by: Comparison,
): Promise<number[]> =>
  Promise.all(
    bonds.map(async ({ clause, at }) => {
      const one = plan.clauses[clause];
      const tokens = one?.kind === 'run' ? one.run.tokens.slice(at, at + 2) : [];
      const articles = articlesOf(await matchPiece(source, { tokens, by }));
      return admits === null ? articles.length : articles.filter(admits).length;
    }),
  );

/** The answers by runs: with as few bonds cut as give ten, and one run of two words at least where the query has two. */
const answersByRuns = async (
  evaluation: Evaluation,
  by: Comparison,
  cutsBonds: boolean,
): Promise<Answer[]> => {
  const { plan, source } = evaluation;
  const bonds = bondsOf(plan);
  const cut = new Set<Bond>();
  const isCut = ({ clause, at }: Bond): boolean =>
    [...cut].some((bond) => bond.clause === clause && bond.at === at);
  const answers: Answer[] = [];
  const known = new Set<number>();
  const addAnswers = async (): Promise<void> => {
    const parts = partsOf(plan, by, isCut);
    if (cut.size > 0 && !parts.some(isTied)) return;
    const { matched, articles: fresh } = await matchEverywhere(
      source,
      parts,
      (part) => matchOnce(evaluation, part),
      (article) => !known.has(article),
    );
    const countsReadings = by === 'folded' && !plan.marked;
    for (const answer of await rankAnswers(source, matched, fresh, cut.size, countsReadings)) {
      known.add(answer.article);
      answers.push(answer);
    }
  };
  await addAnswers();
  if (answers.length >= enoughAnswers || bonds.length === 0 || !cutsBonds) return answers;
  const counts = await bondCounts(evaluation, bonds, by);
  for (const [i, bond] of bonds.entries()) if (counts[i] === 0) cut.add(bond);
  if (cut.size > 0) await addAnswers();
  // Joints and phrases are bonds that nobody cuts: with one of them every other may go.
  const staysTied = partsOf(plan, by, () => true).some(isTied);
  const order = bonds
    .map((bond, i) => ({ bond, count: counts[i] ?? 0, i }))
    .filter(({ bond }) => !cut.has(bond))
    .sort((a, b) => a.count - b.count || b.i - a.i);
  for (const { bond } of staysTied ? order : order.slice(0, -1)) {
    if (answers.length >= enoughAnswers) break;
    cut.add(bond);
    await addAnswers();
  }
  return answers;
};

/** Every word somewhere in an article that is wanted; phrases, and words bound without a space, stay whole. */
const answersByWords = async (
  evaluation: Evaluation,
  isWanted: (article: number) => boolean,
): Promise<Answer[]> => {
  const { plan, source } = evaluation;
  const parts = partsOf(plan, plan.marked ? 'exact' : 'folded', () => true);
  const { matched, articles } = await matchEverywhere(
    source,
    parts,
    (part) => matchOnce(evaluation, part),
    isWanted,
  );
  return rankAnswers(source, matched, articles, bondsOf(plan).length, false);
};

/** Answers to the query and to its expansions, each article once: fewer cut bonds first, then the query's own. */
const mergeAnswers = (own: readonly Answer[], others: readonly (readonly Answer[])[]): Answer[] => {
  const known = new Set(own.map(({ article }) => article));
  const merged = [...own];
  for (const [expansion, answers] of others.entries()) {
    for (const answer of answers) {
      if (known.has(answer.article)) continue;
      known.add(answer.article);
      merged.push({ ...answer, expansion });
    }
  }
  return others.length === 0 ? merged : merged.sort((a, b) => a.cuts - b.cuts);
};

/**
 * Evaluates a plan: the opened tiers, disjoint, in the order exact, folded, loose. `exact` is always there (empty for an
 * unmarked query), `folded` too when the query is unmarked. What a tier needs is fetched only when it is opened. Fields
 * and exclusions without a word beside them are answered in `exact`, the newest first.
 */
export const evaluatePlan = async (
  plan: QueryPlan,
  source: PostingsSource,
  options: EvaluateOptions = {},
): Promise<RankedTier[]> => {
  const { admits: admitsBeside = null, listsAll = false } = options;
  const { records = () => Promise.resolve(() => false) } = options;
  const admitsByPlan = await admittedBy({ source, records }, plan);
  const admits: Admission =
    admitsBeside === null || admitsByPlan === null
      ? (admitsBeside ?? admitsByPlan)
      : (article) => admitsBeside(article) && admitsByPlan(article);
  const isNarrowed = listsAll || plan.filters.length + plan.excluded.length > 0;
  if (plan.clauses.length === 0 && isNarrowed) {
    const listed = admits === null ? allArticles(source) : allArticles(source).filter(admits);
    return [{ kind: 'exact', answers: listed.map((article) => ({ article, cuts: 0, score: 0 })) }];
  }
  const { expansions = [] } = options;
  const evaluations = await Promise.all(
    [plan, ...expansions].map(async (one): Promise<Evaluation | null> => {
      const isHopeless = await lacksWord(source, one);
      return isHopeless ? null : { plan: one, source, records, admits, matched: new Map() };
    }),
  );
  const evaluateEach = async (answer: (one: Evaluation) => Promise<Answer[]>): Promise<Answer[]> => {
    const answered = await Promise.all(
      evaluations.map((one) => (one === null ? Promise.resolve([]) : answer(one))),
    );
    const [own = [], ...others] = answered;
    return mergeAnswers(own, others);
  };
  const tiers: RankedTier[] = [];
  const known = new Set<number>();
  const add = (kind: TierKind, answers: readonly Answer[]): void => {
    const fresh = answers.filter(({ article }) => !known.has(article));
    for (const { article } of fresh) known.add(article);
    tiers.push({ kind, answers: fresh });
  };
  const isWhole = options.opens === 'whole';
  const opens = (): boolean => !isWhole && (options.opens === 'all' || known.size < enoughAnswers);
  const byRuns = (by: Comparison): Promise<Answer[]> =>
    evaluateEach((one) => answersByRuns(one, by, !isWhole));
  add('exact', plan.marked ? await byRuns('exact') : []);
  if (!plan.marked || opens()) add('folded', await byRuns('folded'));
  const isWanted = (article: number): boolean => !known.has(article);
  if (opens()) add('loose', await evaluateEach((one) => answersByWords(one, isWanted)));
  return tiers;
};
