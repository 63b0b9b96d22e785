/** What the search says, in one language. `{name}` stands for a value. Words under `client` go to the browser. */
export interface SearchWords {
  readonly box: { readonly label: string; readonly placeholder: string; readonly submit: string };
  readonly page: {
    readonly title: string;
    readonly description: string;
    readonly scriptNeeded: string;
    readonly promptHeading: string;
    readonly promptAccents: string;
    readonly promptPhrase: string;
    readonly promptDocument: string;
    readonly promptKey: string;
    readonly browseHeading: string;
    readonly browseYears: string;
    readonly browseSources: string;
    readonly filters: string;
    readonly sort: string;
    readonly relevance: string;
    readonly newest: string;
    readonly oldest: string;
    readonly from: string;
    readonly to: string;
    readonly toResults: string;
  };
  readonly client: SearchClientWords;
  readonly marks: {
    readonly region: string;
    readonly previous: string;
    readonly next: string;
    readonly drop: string;
    /** Before one is chosen: `{total}`. */
    readonly total: string;
    /** `{at}`, `{total}`. */
    readonly place: string;
  };
}

/** One form for each plural of the language that differs; Vietnamese has one. `{n}` is the number. */
export interface Counted {
  readonly one?: string;
  readonly other: string;
}

/** Words that the search page's own code needs. */
export interface SearchClientWords {
  readonly found: Counted;
  readonly nothing: string;
  readonly nothingFiltered: string;
  readonly tried: string;
  readonly triedHelp: string;
  readonly nothingHint: string;
  readonly noWords: string;
  /** `{query}` as typed, `{helped}` as searched. */
  readonly helped: string;
  readonly literal: string;
  /** `{signs}` */
  readonly unread: string;
  /** `{joined}`: the words that an `OR` joined, where longer runs stand beside it. */
  readonly narrow: string;
  /** `{n}` */
  readonly cut: string;
  readonly completions: { readonly label: string; readonly count: Counted };
  readonly loadingIndex: string;
  /** `{kB}` */
  readonly loaded: string;
  /** The same where it is known how much comes in all: `{kB}` of `{of}`. */
  readonly loadedOf: string;
  readonly searching: string;
  readonly tiers: Readonly<
    Record<'exact' | 'folded' | 'loose', { readonly label: string; readonly meaning: string }>
  >;
  readonly resultsByDate: string;
  readonly wider: string;
  readonly widerMeaning: string;
  readonly more: string;
  readonly shown: string;
  readonly undated: string;
  readonly clearFilters: string;
  readonly dateUnread: string;
  readonly failed: string;
  readonly reasons: Readonly<
    Record<'offline' | 'unanswered' | 'missing' | 'refused' | 'damaged' | 'version' | 'code', string>
  >;
  readonly retry: string;
  readonly browseMeanwhile: string;
  readonly browseYears: string;
  readonly browseSources: string;
  readonly suppliedTitle: string;
  readonly inferredDate: string;
}
