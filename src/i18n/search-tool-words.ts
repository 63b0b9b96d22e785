import type { Counted } from './search-words.ts';

/** What the tools over search results say, in one language. `{name}` stands for a value. Words under `client` go to the browser. */
export interface SearchToolWords {
  readonly bar: {
    readonly region: string;
    /** Opens the bar where it is folded. */
    readonly tools: string;
    readonly view: string;
    readonly list: string;
    readonly context: string;
    readonly lineOrder: string;
    readonly byResult: string;
    readonly byLeft: string;
    readonly byRight: string;
    readonly cite: string;
    readonly csv: string;
    readonly searchWithin: string;
    readonly cancel: string;
    readonly citeHeading: string;
    readonly citeForm: string;
    readonly citeSelected: string;
    readonly citeList: string;
    readonly close: string;
    readonly withinRegion: string;
    readonly withinWhole: string;
  };
  readonly client: SearchToolClientWords;
}

export interface SearchToolClientWords {
  /** `{n}` matches, `{articles}` as `contextArticles` counts them. */
  readonly contextCaption: Counted;
  readonly contextArticles: Counted;
  /** Where an article has more matches than are shown of it: `{n}`. */
  readonly contextCut: string;
  readonly contextNone: string;
  readonly left: string;
  readonly match: string;
  readonly right: string;
  readonly article: string;
  readonly citeShown: Counted;
  readonly citeAll: Counted;
  /** Where not all fit: `{n}` of `{total}`. */
  readonly citeFirst: string;
  readonly copied: Counted;
  /** What stands for an unknown date in a citation. */
  readonly undated: string;
  /** `{done}`, `{total}` */
  readonly gathering: string;
  readonly cancelled: string;
  /** `{n}` */
  readonly saved: Counted;
  /** `{n}` of `{total}` */
  readonly savedFirst: string;
  readonly failed: string;
  /** `{query}` */
  readonly removeWithin: string;
}
