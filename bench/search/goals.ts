import type { QueryKind } from './bench-query.ts';
import type { BrowserResult } from '../browser/measure-browser.ts';
import type { PeerMeasure } from './measure-peer.ts';

/** A goal set for the archive's search, and how near it came. */
export interface GoalResult {
  readonly goal: string;
  readonly wanted: string;
  readonly measured: string;
  /** Null where what it is measured against was not run. */
  readonly met: boolean | null;
}

const setGoals: Readonly<Partial<Record<QueryKind, number>>> = {
  'phrase-marked': 0.995,
  'phrase-unmarked': 0.995,
  'syllable-marked': 0.995,
  'syllable-unmarked': 0.995,
  decomposed: 0.995,
  capitals: 0.995,
  'tone-placement': 0.995,
  'y-for-i': 0.995,
  'two-syllables': 0.99,
  unquoted: 0.99,
};

const printedGoal = 0.98;
const printedKinds: readonly QueryKind[] = ['number', 'document', 'date'];

const rankGoals: Readonly<Partial<Record<QueryKind, number>>> = {
  'title-unmarked': 0.99,
  'lead-marked': 0.95,
  'lead-unmarked': 0.95,
  telex: 0.95,
  vni: 0.95,
  spoilt: 0.85,
};

const kindOf = (kind: string): QueryKind => kind as QueryKind;
const inKilobytes = (bytes: number): string => `${(bytes / 1e3).toFixed(0)} kB`;

const upTo = (goal: string, value: number, limit: number, print: (value: number) => string): GoalResult => ({
  goal,
  wanted: `≤ ${print(limit)}`,
  measured: print(value),
  met: value <= limit,
});

const ratio = (
  goal: string,
  ours: number | null,
  theirs: number | null | undefined,
  limit: number,
): GoalResult => {
  const wanted = `≤ ${limit} ×`;
  if (ours === null || theirs === null || theirs === undefined) {
    return { goal, wanted, measured: 'Pagefind was not run', met: null };
  }
  return { goal, wanted, measured: `${(ours / theirs).toFixed(2)} ×`, met: ours / theirs <= limit };
};

const inMilliseconds = (ms: number): string => `${ms.toFixed(0)} ms`;

/** By what the server gave; with `Range`, as common hosts have it. */
const browserGoals = ({ ours: { first, two, all, ms }, agreements }: BrowserResult): GoalResult[] => [
  upTo('bytes before the first answer, two syllables: index and scripts', first.search, 420_000, inKilobytes),
  upTo('the same with page, styles and fonts', first.whole, 420_000, inKilobytes),
  upTo('bytes of a query, two syllables, median', two.median, 60_000, inKilobytes),
  upTo('bytes of a query, all kinds, median', all.median, 110_000, inKilobytes),
  upTo('bytes of a query, all kinds, 95th', all.high, 240_000, inKilobytes),
  upTo('key press to results, median', ms.median, 150, inMilliseconds),
  upTo('key press to results, 95th', ms.high, 400, inMilliseconds),
  ...agreements.map(({ name, queries, agreed }) => ({
    goal: `${name}: as the server counts`,
    wanted: `${queries} of ${queries}`,
    measured: `${agreed} of ${queries}`,
    met: agreed === queries,
  })),
];

/** By what the index itself tells. */
const bytesGoals = ({ coldBytes, queryBytes }: PeerMeasure): GoalResult[] => [
  upTo('bytes before the first answer, two syllables', coldBytes, 420_000, inKilobytes),
  ...(queryBytes === null
    ? []
    : [
        upTo('bytes of a query, two syllables, median', queryBytes.two.median, 60_000, inKilobytes),
        upTo('bytes of a query, all kinds, median', queryBytes.all.median, 110_000, inKilobytes),
        upTo('bytes of a query, all kinds, 95th', queryBytes.all.high, 240_000, inKilobytes),
      ]),
];

/** The goals of search that this benchmark can judge. */
export const judgeGoals = (
  ours: PeerMeasure,
  pagefind: PeerMeasure | undefined,
  browser: BrowserResult | null,
  labels: Readonly<Record<QueryKind, { readonly label: string }>>,
): GoalResult[] => {
  const least = (kind: QueryKind, what: string, value: number | null, limit: number): GoalResult => ({
    goal: `${labels[kind].label}: ${what}`,
    wanted: `≥ ${limit}`,
    measured: value === null ? '–' : value.toFixed(3),
    met: value !== null && value >= limit,
  });
  const sets = Object.entries(setGoals).flatMap(([kind, limit]) => {
    const measure = ours.sets[kindOf(kind)];
    return measure === undefined ? [] : [least(kindOf(kind), 'sets equal', measure.equal, limit)];
  });
  const printed = printedKinds.flatMap((kind) => {
    const measure = ours.sets[kind];
    if (measure === undefined) return [];
    return [
      least(kind, 'precision', measure.precision, printedGoal),
      least(kind, 'recall', measure.recall, printedGoal),
    ];
  });
  const ranks = Object.entries(rankGoals).flatMap(([kind, limit]) => {
    const measure = ours.ranks[kindOf(kind)];
    return measure === undefined ? [] : [least(kindOf(kind), 'MRR@10', measure.reciprocalRank, limit)];
  });
  return [
    ...sets,
    ...printed,
    ...ranks,
    ...(browser === null ? bytesGoals(ours) : browserGoals(browser)),
    ratio('bytes on disk, against Pagefind', ours.bytes, pagefind?.bytes, 3),
    ratio('time to build, against Pagefind', ours.buildSeconds, pagefind?.buildSeconds, 5),
    upTo(
      'peak memory while it is built',
      ours.buildPeakBytes,
      6e9,
      (bytes) => `${(bytes / 1e9).toFixed(2)} GB`,
    ),
  ];
};
