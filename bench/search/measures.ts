import { queryKinds, type BenchQuery, type QueryKind } from './bench-query.ts';
import type { NaiveAnswer } from './naive-scan.ts';
import type { PeerAnswer } from './peer.ts';

/** Of a kind judged by sets: means over its queries; `equal` is the share whose sets (and order of cut bonds) are the naive scan's. */
export interface SetMeasure {
  readonly queries: number;
  /** Over the queries that found anything; null when none did. */
  readonly precision: number | null;
  readonly recall: number;
  readonly equal: number;
}

/** Of a kind judged by the place of the article that is meant. */
export interface RankMeasure {
  readonly queries: number;
  readonly reciprocalRank: number;
  readonly first: number;
}

const cutoff = 10;

/** Median and 95th percentile. */
export interface Spread {
  readonly median: number;
  readonly high: number;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Nearest rank; NaN of nothing. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
};

export const toSpread = (values: readonly number[]): Spread => ({
  median: percentile(values, 0.5),
  high: percentile(values, 0.95),
});

/** Where the query is for: exact answers of a marked query, else folded ones. */
const wantedTier = ({ marked }: NaiveAnswer): 'exact' | 'folded' => (marked ? 'exact' : 'folded');

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && new Set(one).symmetricDifference(new Set(other)).size === 0;

/**
 * The highest MRR@10 that any order of equally good answers could reach: what a query means puts answers with fewer cut bonds, and
 * those of the tiers before, ahead of the article that is meant. Null where no query was scanned.
 */
export const highestReciprocalRank = (
  queries: readonly BenchQuery[],
  naive: readonly (NaiveAnswer | null)[],
  kind: QueryKind,
): number | null => {
  const ranks = queries.flatMap((query, i) => {
    const answer = naive[i] ?? null;
    const { target } = query;
    if (query.kind !== kind || answer === null || target === null) return [];
    let ahead = 0;
    for (const tier of ['exact', 'folded', 'loose'] as const) {
      const ids = answer.tiers[tier];
      if (!ids.includes(target)) {
        ahead += ids.length;
        continue;
      }
      const cutsOf = (id: string): number => (tier === 'loose' ? 0 : (answer.cuts.get(id) ?? 0));
      ahead += ids.filter((id) => cutsOf(id) < cutsOf(target)).length;
      return [ahead < cutoff ? 1 / (ahead + 1) : 0];
    }
    return [0];
  });
  return ranks.length === 0 ? null : mean(ranks);
};

/** Whether a tier's articles come in the order in which bonds were cut. */
const isOrdered = (ids: readonly string[], { cuts }: NaiveAnswer): boolean =>
  ids.every((id, i) => i === 0 || (cuts.get(ids[i - 1] ?? '') ?? 0) <= (cuts.get(id) ?? 0));

const isEqual = (query: BenchQuery, { ids, tiers }: PeerAnswer, naive: NaiveAnswer): boolean => {
  const wanted = wantedTier(naive);
  if (tiers === undefined) return isSame(ids, naive.tiers[wanted]);
  if (query.kind !== 'unquoted' && query.kind !== 'two-syllables')
    return isSame(tiers[wanted], naive.tiers[wanted]);
  return (['exact', 'folded', 'loose'] as const).every(
    (kind) => isSame(tiers[kind], naive.tiers[kind]) && (kind === 'loose' || isOrdered(tiers[kind], naive)),
  );
};

/** A query, what was answered, and what should have been. */
export interface JudgedAnswer {
  readonly query: BenchQuery;
  readonly answer: PeerAnswer;
  readonly naive: NaiveAnswer | null;
}

export const isSetKind = ({ kind }: BenchQuery): boolean => queryKinds[kind].judged === 'set';

export const measureSets = (judged: readonly JudgedAnswer[]): SetMeasure => {
  const precisions: number[] = [];
  const recalls: number[] = [];
  let equal = 0;
  for (const { query, answer, naive } of judged) {
    if (naive === null) continue;
    const wanted = new Set(naive.tiers[wantedTier(naive)]);
    const found = new Set(answer.tiers?.[wantedTier(naive)] ?? answer.ids);
    const right = found.intersection(wanted).size;
    if (found.size > 0) precisions.push(right / found.size);
    if (wanted.size > 0) recalls.push(right / wanted.size);
    if (isEqual(query, answer, naive)) equal += 1;
  }
  return {
    queries: judged.length,
    precision: precisions.length === 0 ? null : mean(precisions),
    recall: mean(recalls),
    equal: equal / judged.length,
  };
};

export const measureRanks = (judged: readonly JudgedAnswer[]): RankMeasure => {
  const ranks = judged.map(
    ({ query, answer }) => answer.ids.slice(0, cutoff).indexOf(query.target ?? '') + 1,
  );
  return {
    queries: judged.length,
    reciprocalRank: mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
    first: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))),
  };
};
