import type { TierKind } from '../../src/search/search-answer.ts';

/** How queries of a kind are judged: by the set of articles found, or by the place of the one article meant. */
export type Judgement = 'set' | 'rank';

/** The kinds of queries, in the order that they are told. */
export const queryKinds = {
  'phrase-marked': { judged: 'set', label: 'phrase in quotes, with marks' },
  'phrase-unmarked': { judged: 'set', label: 'phrase in quotes, without marks' },
  'syllable-marked': { judged: 'set', label: 'one syllable with marks' },
  'syllable-unmarked': { judged: 'set', label: 'one syllable without marks' },
  decomposed: { judged: 'set', label: 'phrase, decomposed' },
  capitals: { judged: 'set', label: 'phrase, in capitals' },
  'tone-placement': { judged: 'set', label: 'phrase, other tone placement' },
  'y-for-i': { judged: 'set', label: 'phrase, y for i or i for y' },
  'two-syllables': { judged: 'set', label: '2 syllables, unquoted' },
  unquoted: { judged: 'set', label: '2 to 6 syllables, unquoted' },
  number: { judged: 'set', label: 'number as printed' },
  document: { judged: 'set', label: 'document number as printed' },
  date: { judged: 'set', label: 'date as printed' },
  'title-unmarked': { judged: 'rank', label: '7 unmarked syllables of the title' },
  'lead-marked': { judged: 'rank', label: '3 words of the lead, shuffled' },
  'lead-unmarked': { judged: 'rank', label: 'the same without marks' },
  telex: { judged: 'rank', label: '7 syllables of the title in Telex' },
  vni: { judged: 'rank', label: '7 syllables of the title in VNI' },
  spoilt: { judged: 'rank', label: 'title, one syllable spoilt' },
} as const satisfies Readonly<Record<string, { readonly judged: Judgement; readonly label: string }>>;

export type QueryKind = keyof typeof queryKinds;

export const kindNames = Object.keys(queryKinds) as QueryKind[];

export interface BenchQuery {
  readonly kind: QueryKind;
  /** As a reader types it, with quotes where it is a phrase. */
  readonly text: string;
  /** The id of the article that is meant, where one is. */
  readonly target: string | null;
}

/** Kinds whose words stand apart in the article that is meant: what a query means may put others ahead of it. */
export const scatteredKinds: readonly QueryKind[] = ['lead-marked', 'lead-unmarked'];

/** Ids of articles by tier, in order. */
export type Tiers = Readonly<Record<TierKind, readonly string[]>>;
