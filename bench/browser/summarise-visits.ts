import { percentile, toSpread, type Spread } from '../search/measures.ts';
import type { PickedQuery } from './pick-queries.ts';
import type { CountedTwice } from './visit-engine.ts';
import type { Visit } from './visit-page.ts';
import { addWeights, wholeOf, type Weight } from './weight.ts';

/** What a page cost in the browser. Bytes are the server's. */
export interface BrowserMeasure {
  readonly name: string;
  readonly queries: number;
  /** Median; before any query. */
  readonly start: Weight;
  /** Until the first answer to a query of two syllables is shown, median: all that was fetched, and of it index and scripts. */
  readonly first: { readonly whole: number; readonly search: number };
  /** A query's own, start not counted, with what is fetched after its results are shown. */
  readonly two: Spread;
  readonly all: Spread;
  readonly requests: Spread;
  readonly ms: Spread;
}

export interface PickedVisit {
  readonly picked: PickedQuery;
  readonly visit: Visit;
}

const median = (values: readonly number[]): number => percentile(values, 0.5);

export const summariseVisits = (name: string, visits: readonly PickedVisit[]): BrowserMeasure => {
  const two = visits.filter(({ picked }) => picked.countsForTwo).map(({ visit }) => visit);
  const all = visits.filter(({ picked }) => picked.countsForAll).map(({ visit }) => visit);
  const startOf = (part: keyof Weight): number => median(visits.map(({ visit }) => visit.start[part]));
  const ofQuery = ({ untilShown, after }: Visit): Weight => addWeights(untilShown, after);
  const firsts = two.map(({ start, untilShown }) => addWeights(start, untilShown));
  return {
    name,
    queries: visits.length,
    start: {
      requests: startOf('requests'),
      index: startOf('index'),
      completions: startOf('completions'),
      scripts: startOf('scripts'),
      page: startOf('page'),
    },
    first: {
      whole: median(firsts.map(wholeOf)),
      search: median(firsts.map(({ index, completions, scripts }) => index + completions + scripts)),
    },
    two: toSpread(two.map((visit) => wholeOf(ofQuery(visit)))),
    all: toSpread(all.map((visit) => wholeOf(ofQuery(visit)))),
    requests: toSpread(all.map((visit) => ofQuery(visit).requests)),
    ms: toSpread(all.map(({ ms }) => ms)),
  };
};

/** In how many queries two counts of the same fetches were the same to the byte. */
export interface Agreement {
  readonly name: string;
  readonly queries: number;
  readonly agreed: number;
  /** The largest difference of a query or a start, in bytes. */
  readonly farthest: number;
}

export const toAgreement = (name: string, counts: readonly CountedTwice[]): Agreement => {
  const differences = counts.map(({ told, given }) =>
    Math.max(Math.abs(told.start - given.start), Math.abs(told.query - given.query)),
  );
  return {
    name,
    queries: counts.length,
    agreed: differences.filter((difference) => difference === 0).length,
    farthest: Math.max(0, ...differences),
  };
};
