/**
 * The search page's state and its address. Parameters, all but `q` left out where they say nothing:
 *
 * - `q` the query
 * - `nguon` a source's id; may be repeated
 * - `muc`, `noi`, `van-ban`, `tac-gia` a section, a place, a cited document, a byline, as printed; may be repeated
 * - `tu`, `den` from and to: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * - `khong-ngay=1` only articles without a date; `tu` and `den` are left out then
 * - `sap-xep` the order: `moi-nhat` newest first, `cu-nhat` oldest first
 * - `muc-khop`: `tat-ca` every tier open, `nguyen-cau` only articles that have the query as it stands
 * - `nguyen-van=1` the query as it was typed, without help for the hand
 * - `so` how many results are shown, in tens
 * - `trong` a query within whose answers one searches; may be repeated, first the widest
 * - `xem=ngu-canh` words in context instead of the list
 * - `xep` their lines by the words on the left, `trai`, or on the right, `phai`
 */
import { datePrecision } from '../../article/date.ts';
import type { SearchRequest, SearchSort } from '../../search/search-answer.ts';
import type { ContextOrder } from './context-order.ts';

/** Longer queries are cut: an address much longer than this is refused by common hosts. In UTF-16 units. */
export const maxQueryLength = 500;
/** Results shown at once, and added on demand. */
export const pageSize = 10;
/** The most results that one page shows. */
const maxShown = 1000;
/** The most queries to search within. */
export const maxWithin = 5;

/** How results are viewed: as a list, or as their matches with the words around them. */
export type ResultView = 'list' | 'context';

export interface SearchState {
  readonly query: string;
  readonly sources: readonly string[];
  readonly sections: readonly string[];
  readonly places: readonly string[];
  readonly documents: readonly string[];
  readonly authors: readonly string[];
  /** Dates as above, or empty. */
  readonly from: string;
  readonly to: string;
  /** Only articles without a date. */
  readonly undated: boolean;
  readonly sort: SearchSort;
  /** Which tiers are open, if not those that the answers call for. */
  readonly tiers: NonNullable<SearchRequest['tiers']> | '';
  /** Answers what was typed, however little it finds. */
  readonly literal: boolean;
  /** A multiple of `pageSize`. */
  readonly shown: number;
  /** Queries within whose answers one searches, each within the former's. */
  readonly within: readonly string[];
  readonly view: ResultView;
  readonly lineOrder: ContextOrder;
}

/** The lists of the state that filter, by the parameters they are written in. */
export const facetParameters = {
  sources: 'nguon',
  sections: 'muc',
  places: 'noi',
  documents: 'van-ban',
  authors: 'tac-gia',
} as const;
export type FacetName = keyof typeof facetParameters;
export const facetNames = Object.keys(facetParameters) as readonly FacetName[];

/** Values of one facet that count, and how long one may be, in UTF-16 units: an address is short. */
const maxValues = 50;
const maxValueLength = 300;

const sortNames: Record<SearchSort, string> = {
  relevance: 'khop-nhat',
  newest: 'moi-nhat',
  oldest: 'cu-nhat',
};

const tierNames = { '': '', all: 'tat-ca', whole: 'nguyen-cau' } as const;

/** Whether a string is a date that filters: a year, a month or a day. */
export const isFilterDate = (value: string): boolean =>
  ['year', 'month', 'day'].includes(datePrecision(value) ?? '');

const toQuery = (value: string): string => value.toWellFormed().slice(0, maxQueryLength).toWellFormed();

const toDate = (value: string | null): string => (value !== null && isFilterDate(value) ? value : '');

const toSort = (value: string | null): SearchSort =>
  value === sortNames.newest ? 'newest' : value === sortNames.oldest ? 'oldest' : 'relevance';

const toTiers = (value: string | null): SearchState['tiers'] =>
  value === tierNames.all ? 'all' : value === tierNames.whole ? 'whole' : '';

const lineOrders: Record<ContextOrder, string> = { result: 'ket-qua', left: 'trai', right: 'phai' };

const toLineOrder = (value: string | null): ContextOrder =>
  value === lineOrders.left ? 'left' : value === lineOrders.right ? 'right' : 'result';

const toWithin = (values: readonly string[]): string[] =>
  [...new Set(values.map((value) => toQuery(value).trim()))].filter(hasWords).slice(0, maxWithin);

const toShown = (value: string | null): number => {
  const pages = Math.ceil(Number(value ?? pageSize) / pageSize);
  return Number.isFinite(pages) ? Math.min(Math.max(pages, 1) * pageSize, maxShown) : pageSize;
};

const toValues = (values: readonly string[]): string[] =>
  [...new Set(values.map((value) => value.toWellFormed().normalize('NFC').trim()))]
    .filter((value) => value !== '' && value.length <= maxValueLength)
    .sort()
    .slice(0, maxValues);

/** Reads the state from an address's query (`?q=…`); what can't be read is left out. */
export const parseSearchAddress = (addressQuery: string): SearchState => {
  const params = new URLSearchParams(addressQuery);
  const valuesOf = (name: FacetName): string[] => toValues(params.getAll(facetParameters[name]));
  const undated = params.get('khong-ngay') === '1';
  return {
    query: toQuery(params.get('q') ?? ''),
    sources: valuesOf('sources'),
    sections: valuesOf('sections'),
    places: valuesOf('places'),
    documents: valuesOf('documents'),
    authors: valuesOf('authors'),
    from: undated ? '' : toDate(params.get('tu')),
    to: undated ? '' : toDate(params.get('den')),
    undated,
    sort: toSort(params.get('sap-xep')),
    tiers: toTiers(params.get('muc-khop')),
    literal: params.get('nguyen-van') === '1',
    shown: toShown(params.get('so')),
    within: toWithin(params.getAll('trong')),
    view: params.get('xem') === 'ngu-canh' ? 'context' : 'list',
    lineOrder: toLineOrder(params.get('xep')),
  };
};

/** Writes the state as an address's query, `?` before it; empty where there is nothing to say. */
export const printSearchAddress = (state: SearchState): string => {
  const params = new URLSearchParams();
  if (state.query !== '') params.set('q', toQuery(state.query));
  for (const name of facetNames) {
    for (const value of toValues(state[name])) params.append(facetParameters[name], value);
  }
  if (state.from !== '') params.set('tu', state.from);
  if (state.to !== '') params.set('den', state.to);
  if (state.undated) params.set('khong-ngay', '1');
  if (state.sort !== 'relevance') params.set('sap-xep', sortNames[state.sort]);
  if (state.tiers !== '') params.set('muc-khop', tierNames[state.tiers]);
  if (state.literal) params.set('nguyen-van', '1');
  if (state.shown > pageSize) params.set('so', String(state.shown));
  for (const query of state.within) params.append('trong', query);
  if (state.view === 'context') params.set('xem', 'ngu-canh');
  if (state.lineOrder !== 'result') params.set('xep', lineOrders[state.lineOrder]);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

/** What is asked of the index for a state. */
export const toSearchRequest = (state: SearchState): SearchRequest => ({
  query: state.query,
  limit: state.shown,
  sort: state.sort,
  facets: 'light',
  ...(state.sources.length > 0 && { sources: state.sources }),
  ...(state.sections.length > 0 && { sections: state.sections }),
  ...(state.places.length > 0 && { places: state.places }),
  ...(state.documents.length > 0 && { documents: state.documents }),
  ...(state.authors.length > 0 && { authors: state.authors }),
  ...(state.from !== '' && { from: state.from }),
  ...(state.to !== '' && { to: state.to }),
  ...(state.undated && { undated: true }),
  ...(state.tiers !== '' && { tiers: state.tiers }),
  ...(state.literal && { literal: true }),
  ...(state.within.length > 0 && { within: state.within }),
  ...(state.view === 'context' && { context: true }),
});

/** What of a state filters by date, with nothing set. */
export const anyDate = { from: '', to: '', undated: false } as const satisfies Partial<SearchState>;

/** What of a state filters, with nothing set. */
export const noFilters = {
  sources: [],
  sections: [],
  places: [],
  documents: [],
  authors: [],
  ...anyDate,
} as const satisfies Partial<SearchState>;

/** Whether dates, or their lack, narrow the search. */
export const isDated = (state: SearchState): boolean => state.from !== '' || state.to !== '' || state.undated;

/** How many filters are set: each value of a facet is one, and so are the dates. */
export const countFilters = (state: SearchState): number =>
  facetNames.reduce((sum, name) => sum + state[name].length, isDated(state) ? 1 : 0);

/** Whether any filter narrows the search. */
export const isFiltered = (state: SearchState): boolean => countFilters(state) > 0;

/** Whether there is a letter or a digit to search for. */
export const hasWords = (query: string): boolean => /[\p{L}\p{N}]/u.test(query);

/** Whether there is anything to ask: words, or queries whose answers are listed where there are no words. */
export const isAsking = ({ query, within }: SearchState): boolean => hasWords(query) || within.length > 0;
