import { matchPiece, type Piece } from './match-piece.ts';
import { phraseComparison, type Comparison, type QueryPlan } from './plan-query.ts';
import { articleOf, articlesOf, type PostingsSource } from './postings.ts';
import { rankAnswers, type Answer, type MatchedPiece } from './rank-answers.ts';
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
  readonly admits?: (article: number) => boolean;
  /** Opens every tier, however many answers the former ones hold. */
  readonly openAll?: boolean;
}

/** A bond by its run and the word before it. */
interface Bond {
  readonly run: number;
  readonly at: number;
}

const bondsOf = ({ runs }: QueryPlan): Bond[] =>
  runs.flatMap(({ tokens, quoted }, run) =>
    quoted ? [] : tokens.slice(1).flatMap((_, at) => (tokens[at]?.bound === true ? [] : [{ run, at }])),
  );

/** The pieces of a plan when some bonds are cut; a phrase is one, by its own marks. */
const piecesOf = ({ runs }: QueryPlan, by: Comparison, isCut: (bond: Bond) => boolean): Piece[] =>
  runs.flatMap(({ tokens, quoted }, run): Piece[] => {
    if (quoted) return [{ tokens, by: phraseComparison(tokens) }];
    const pieces: Piece[] = [];
    let from = 0;
    for (const at of tokens.keys()) {
      if (at + 1 < tokens.length && (tokens[at]?.bound === true || !isCut({ run, at }))) continue;
      pieces.push({ tokens: tokens.slice(from, at + 1), by });
      from = at + 1;
    }
    return pieces;
  });

/** One evaluation: a plan over the articles that are let through. */
interface Evaluation {
  readonly plan: QueryPlan;
  readonly source: PostingsSource;
  readonly admits: (article: number) => boolean;
}

const matchAll = async ({ source, admits }: Evaluation, pieces: readonly Piece[]): Promise<MatchedPiece[]> =>
  Promise.all(
    pieces.map(async (piece) => ({
      piece,
      places: (await matchPiece(source, piece)).filter((place) => admits(articleOf(place))),
    })),
  );

const articlesWithAll = (matched: readonly MatchedPiece[]): number[] => {
  const sets = matched.map(({ places }) => articlesOf(places)).sort((a, b) => a.length - b.length);
  const [fewest = [], ...others] = sets;
  return others.reduce((left, right) => {
    const has = new Set(right);
    return left.filter((article) => has.has(article));
  }, fewest);
};

const bondCounts = async (
  { plan, source, admits }: Evaluation,
  bonds: readonly Bond[],
  by: Comparison,
): Promise<number[]> =>
  Promise.all(
    bonds.map(async ({ run, at }) => {
      const tokens = plan.runs[run]?.tokens.slice(at, at + 2) ?? [];
      return articlesOf(await matchPiece(source, { tokens, by })).filter(admits).length;
    }),
  );

/** The answers by runs: with as few bonds cut as give ten, and one run of two words at least where the query has two. */
const answersByRuns = async (evaluation: Evaluation, by: Comparison): Promise<Answer[]> => {
  const { plan, source } = evaluation;
  const bonds = bondsOf(plan);
  const cut = new Set<Bond>();
  const isCut = ({ run, at }: Bond): boolean => [...cut].some((bond) => bond.run === run && bond.at === at);
  const answers: Answer[] = [];
  const known = new Set<number>();
  const addAnswers = async (): Promise<void> => {
    const pieces = piecesOf(plan, by, isCut);
    if (cut.size > 0 && pieces.every(({ tokens }) => tokens.length === 1)) return;
    const matched = await matchAll(evaluation, pieces);
    const fresh = articlesWithAll(matched).filter((article) => !known.has(article));
    const countsReadings = by === 'folded' && !plan.marked;
    for (const answer of await rankAnswers(source, matched, fresh, cut.size, countsReadings)) {
      known.add(answer.article);
      answers.push(answer);
    }
  };
  await addAnswers();
  if (answers.length >= enoughAnswers || bonds.length === 0) return answers;
  const counts = await bondCounts(evaluation, bonds, by);
  for (const [i, bond] of bonds.entries()) if (counts[i] === 0) cut.add(bond);
  if (cut.size > 0) await addAnswers();
  // Joints and phrases are bonds that nobody cuts: with one of them every other may go.
  const isTied = piecesOf(plan, by, () => true).some(({ tokens }) => tokens.length > 1);
  const order = bonds
    .map((bond, i) => ({ bond, count: counts[i] ?? 0, i }))
    .filter(({ bond }) => !cut.has(bond))
    .sort((a, b) => a.count - b.count || b.i - a.i);
  for (const { bond } of isTied ? order : order.slice(0, -1)) {
    if (answers.length >= enoughAnswers) break;
    cut.add(bond);
    await addAnswers();
  }
  return answers;
};

/** Every word somewhere in the article; phrases, and words bound without a space, stay whole. */
const answersByWords = async (evaluation: Evaluation): Promise<Answer[]> => {
  const { plan, source } = evaluation;
  const pieces = piecesOf(plan, plan.marked ? 'exact' : 'folded', () => true);
  const matched = await matchAll(evaluation, pieces);
  return rankAnswers(source, matched, articlesWithAll(matched), bondsOf(plan).length, false);
};

/**
 * Evaluates a plan: the opened tiers, disjoint, in the order exact, folded, loose. `exact` is always there (empty for an
 * unmarked query), `folded` too when the query is unmarked. What a tier needs is fetched only when it is opened.
 */
export const evaluatePlan = async (
  plan: QueryPlan,
  source: PostingsSource,
  { admits = () => true, openAll = false }: EvaluateOptions = {},
): Promise<RankedTier[]> => {
  const evaluation = { plan, source, admits };
  const tiers: RankedTier[] = [];
  const known = new Set<number>();
  const add = (kind: TierKind, answers: readonly Answer[]): void => {
    const fresh = answers.filter(({ article }) => !known.has(article));
    for (const { article } of fresh) known.add(article);
    tiers.push({ kind, answers: fresh });
  };
  const opens = (): boolean => openAll || known.size < enoughAnswers;
  add('exact', plan.marked ? await answersByRuns(evaluation, 'exact') : []);
  if (!plan.marked || opens()) add('folded', await answersByRuns(evaluation, 'folded'));
  if (opens()) add('loose', await answersByWords(evaluation));
  return tiers;
};
