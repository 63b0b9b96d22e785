import type { Counted } from './search-words.ts';

/** What the Trends page says, in one language. `{name}` stands for a value. Words under `client` go to the browser. */
export interface TrendsWords {
  /** Its name among the site's sections, and the page's title. */
  readonly title: string;
  readonly description: string;
  readonly intro: string;
  /** On the search page, leading here. */
  readonly link: string;
  /** On the search page before anything is asked. */
  readonly prompt: string;
  readonly scriptNeeded: string;
  readonly queries: string;
  /** `{n}` */
  readonly query: string;
  /** `{n}` */
  readonly remove: string;
  readonly add: string;
  readonly draw: string;
  readonly unit: string;
  readonly articles: string;
  readonly perThousand: string;
  /** After a query, over its column of a CSV file. */
  readonly perThousandShort: string;
  readonly years: string;
  readonly from: string;
  readonly to: string;
  readonly yearForm: string;
  readonly promptHeading: string;
  readonly promptText: string;
  readonly keys: string;
  readonly numbers: string;
  readonly download: string;
  readonly client: TrendsClientWords;
}

/** Words that the Trends page's own code needs. */
export interface TrendsClientWords {
  /** Articles of one query. */
  readonly found: Counted;
  /** `{n}` queries. */
  readonly drawn: Counted;
  /** `{first}`, `{last}` */
  readonly span: string;
  /** `{first}` */
  readonly oneYear: string;
  readonly noWords: string;
  readonly nothing: string;
  /** Leads to the search page, which has help for the hand. */
  readonly searchWider: string;
  /** `{signs}` */
  readonly unread: string;
  /** `{value}` */
  readonly yearUnread: string;
  readonly noYears: string;
  readonly noYearsInRange: string;
  readonly allYears: string;
  /** Articles without a date, before the queries that have some. */
  readonly undated: string;
  readonly gaps: string;
  readonly chart: string;
  /** `{query}`, `{year}`, `{value}` */
  readonly point: string;
  /** `{n}` */
  readonly rate: string;
  /** The numbers of one year: `{year}`, `{unit}`. */
  readonly tipHead: string;
  readonly inArchive: string;
  readonly year: string;
  /** The table's caption: `{unit}`. */
  readonly caption: string;
  readonly unitArticles: string;
  readonly unitPerThousand: string;
  readonly archive: string;
  readonly undatedRow: string;
  readonly noArticles: string;
}
