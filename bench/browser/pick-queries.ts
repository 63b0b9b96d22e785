import { kindNames, type BenchQuery } from '../search/bench-query.ts';

/** A query to be asked in the browser, and for which figures it counts. */
export interface PickedQuery {
  readonly query: BenchQuery;
  readonly countsForTwo: boolean;
  readonly countsForAll: boolean;
}

/** The first queries of two syllables, and as many of all kinds, taken from each kind in turn. */
export const pickQueries = (queries: readonly BenchQuery[], count: number): PickedQuery[] => {
  const byKind = kindNames.map((kind) => queries.filter((query) => query.kind === kind));
  const longest = Math.max(0, ...byKind.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, i) => byKind.flatMap((kind) => kind[i] ?? [])).flat();
  const all = new Set(inTurn.slice(0, count));
  const two = new Set(queries.filter(({ kind }) => kind === 'two-syllables').slice(0, count));
  return [...all.union(two)].map((query) => ({
    query,
    countsForTwo: two.has(query),
    countsForAll: all.has(query),
  }));
};
