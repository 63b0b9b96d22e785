/** What a reader asks: the query and what stands beside it on the page or the command line. */
export interface SearchRequest {
  readonly query: string;
  /** Results wanted, from 0; default 10. */
  readonly limit?: number;
  /** Results to pass over first; default 0. */
  readonly offset?: number;
  /** Source ids; none means all. */
  readonly sources?: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; an article is in if the span of its date overlaps. */
  readonly from?: string;
  readonly to?: string;
  readonly sort?: SearchSort;
  /** Ids by tier instead of results and facets; fetches no result record. */
  readonly ids?: boolean;
  /** `all` opens every tier, however many answers the former ones hold. */
  readonly tiers?: 'all';
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
  /** Plain text with matched runs marked. */
  readonly excerpt: string;
}

/** The answer to a request, as `khobao search --json` prints it. */
export interface SearchAnswer {
  readonly query: string;
  /** Articles in all tiers that are shown. */
  readonly total: number;
  /** Opened tiers only, with their articles. */
  readonly tiers: readonly { readonly kind: TierKind; readonly total: number }[];
  readonly results?: readonly SearchResult[];
  /** Articles by value, over all shown tiers; `year` has `undated` too. */
  readonly facets?: {
    readonly year: Readonly<Record<string, number>>;
    readonly source: Readonly<Record<string, number>>;
  };
  readonly ids?: Readonly<Partial<Record<TierKind, readonly string[]>>>;
  readonly help: { readonly kind: 'telex' | 'vni' | 'nearest' | 'dropped'; readonly query: string } | null;
  /** Files that a browser fetches for this query and did not hold before. */
  readonly transfer: { readonly requests: number; readonly bytes: number };
  readonly ms: number;
}

/** An opened index. The same code runs in the browser, on the command line and in tests. */
export interface ArchiveSearch {
  readonly search: (request: SearchRequest) => Promise<SearchAnswer>;
}
