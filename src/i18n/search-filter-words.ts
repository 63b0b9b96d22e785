import type { Counted } from './search-words.ts';

/** What the filters of the search page say, in one language. `{name}` stands for a value. Words under `client` go to the browser. */
export interface SearchFilterWords {
  readonly chart: { readonly label: string; readonly hint: string; readonly all: string };
  readonly dates: string;
  readonly dateForm: string;
  readonly facets: Readonly<Record<'sources' | 'sections' | 'places' | 'documents' | 'authors', string>>;
  /** Asks for letters of a value's name. */
  readonly narrow: string;
  /** Names the list of what is set. */
  readonly set: string;
  /** Folds the panel away, where it stands before the results. */
  readonly done: string;
  readonly client: SearchFilterClientWords;
}

/** Words that the filters' own code needs. */
export interface SearchFilterClientWords {
  readonly chart: {
    /** `{from}`, `{to}` */
    readonly byYear: string;
    /** `{year}` */
    readonly byMonth: string;
    readonly onlyYear: string;
    readonly noDates: string;
    /** `{caption}`, one of the former; `{n}`, the most articles that one bar has. */
    readonly most: string;
    /** `{date}`, `{n}` */
    readonly bar: string;
    /** `{from}`, `{to}`, `{n}` */
    readonly range: string;
    /** `{n}` */
    readonly withoutMonth: string;
    readonly undated: string;
  };
  readonly facets: {
    readonly matching: Counted;
    readonly none: string;
    readonly counting: string;
    readonly failed: string;
    /** `{n}` */
    readonly more: string;
  };
  readonly chips: {
    /** `{value}` */
    readonly sources: string;
    readonly sections: string;
    readonly places: string;
    readonly documents: string;
    readonly authors: string;
    /** `{date}` */
    readonly during: string;
    readonly since: string;
    readonly until: string;
    /** `{from}`, `{to}` */
    readonly between: string;
    readonly undated: string;
    /** `{filter}` */
    readonly remove: string;
    readonly clear: string;
  };
}
