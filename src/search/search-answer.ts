import type { ListedField } from './article-fields.ts';

/** What a reader asks: the query and what stands beside it on the page or the command line. */
export interface SearchRequest {
  readonly query: string;
  /** Results wanted, from 0; default 10. */
  readonly limit?: number;
  /** Results to pass over first; default 0. */
  readonly offset?: number;
  /** Source ids; none means all. */
  readonly sources?: readonly string[];
  /**
   * Values of the article's fields, as facets name them or written otherwise with the same keys (`Hòa Bình`, `Hoà Bình`);
   * one of them suffices, and none means all. Different fields must all hold.
   */
  readonly sections?: readonly string[];
  readonly places?: readonly string[];
  readonly documents?: readonly string[];
  readonly authors?: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; an article is in if the span of its date overlaps. */
  readonly from?: string;
  readonly to?: string;
  /** Only articles without a date; `from` and `to` don't count then. */
  readonly undated?: boolean;
  /** Queries whose answers, in the tiers that each opens by itself, are all that is searched. */
  readonly within?: readonly string[];
  readonly sort?: SearchSort;
  /** `light` leaves out the facets that need a further file: all but `year`, `month` and `source`. */
  readonly facets?: 'light';
  /** Answers the query as it stands, without help for the hand. */
  readonly literal?: boolean;
  /** Ids by tier instead of results and facets; fetches no result record. */
  readonly ids?: boolean;
  /**
   * `all` opens every tier, however many answers the former ones hold; `whole` opens the first alone and cuts no bond: the
   * articles that have the query as it stands.
   */
  readonly tiers?: 'all' | 'whole';
  /** Results with what a catalogue says of them. */
  readonly details?: boolean;
  /** Results with the words around each match. */
  readonly context?: boolean;
}

export type SearchSort = 'relevance' | 'newest' | 'oldest';

/** Answers by exact keys, by folded keys, and with every syllable somewhere; disjoint, shown in this order. */
export const tierKinds = ['exact', 'folded', 'loose'] as const;
export type TierKind = (typeof tierKinds)[number];

/** One article of an answer. `[[` and `]]` stand around matched runs. */
export interface SearchResult {
  readonly id: string;
  /** Address of the article's page below the site's base, with the query for its marks. */
  readonly href: string;
  readonly title: string;
  /** The title with its matched runs marked. */
  readonly markedTitle: string;
  readonly titleSupplied: boolean;
  readonly source: string;
  readonly publishedAt: string | null;
  readonly publishedAtInferred: boolean;
  readonly tier: TierKind;
  readonly score: number;
  /** Whether the article answers by an abbreviation's other form alone. */
  readonly byExpansion: boolean;
  /** Plain text with matched runs marked. */
  readonly excerpt: string;
  /** Where the request asks for them; a field without a value is an empty list. */
  readonly details?: Readonly<Record<ListedField, readonly string[]>>;
  /** Where the request asks for it: the article's matches in the order of its text, its title first; at most 50. */
  readonly context?: readonly ContextLine[];
}

/** A match with what stands beside it in its block, spaces included. */
export interface ContextLine {
  readonly left: string;
  readonly match: string;
  readonly right: string;
}

/** Numbers of articles by value. */
export type Counts = Readonly<Record<string, number>>;

/**
 * Articles by value, over all shown tiers. `year` has `undated` too; `month` has `YYYY-MM` of the articles whose month is known,
 * whatever years they are of; `source` has ids. The others are named as most articles write them, spellings with equal keys being one value, in
 * order of count; they are left out when the request asks for `light` facets.
 */
export interface SearchFacets {
  readonly year: Counts;
  readonly month: Counts;
  readonly source: Counts;
  readonly section?: Counts;
  readonly place?: Counts;
  readonly document?: Counts;
  readonly author?: Counts;
}

/** The answer to a request, as `khobao search --json` prints it. */
export interface SearchAnswer {
  readonly query: string;
  /** Articles in all tiers that are shown. */
  readonly total: number;
  /** Opened tiers only, with their articles. */
  readonly tiers: readonly { readonly kind: TierKind; readonly total: number }[];
  readonly results?: readonly SearchResult[];
  readonly facets?: SearchFacets;
  readonly ids?: Readonly<Partial<Record<TierKind, readonly string[]>>>;
  /** Operators of the query that could not be read and were searched as words. */
  readonly unread: readonly string[];
  /** Pairs of single words that an `OR` of the query joined out of longer runs, as `sắt OR đường`. */
  readonly narrow: readonly string[];
  /** What was done to a query that found nothing as it stands; the answer is to `help.query`. */
  readonly help: { readonly kind: 'telex' | 'vni' | 'nearest' | 'dropped'; readonly query: string } | null;
  /** Files that a browser fetches for this query and did not hold before. */
  readonly transfer: { readonly requests: number; readonly bytes: number };
  readonly ms: number;
}

/** An opened index. The same code runs in the browser, on the command line and in tests. */
export interface ArchiveSearch {
  readonly search: (request: SearchRequest) => Promise<SearchAnswer>;
  /** Whole queries that a beginning may become, marks restored, the likeliest first; fetches one file, once. */
  readonly complete: (prefix: string, limit?: number) => Promise<readonly string[]>;
  /** All articles by year, as the facet `year` has them; withdrawn ones aside. */
  readonly years: () => Counts;
}
