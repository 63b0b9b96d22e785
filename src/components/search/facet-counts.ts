import type { ArchiveSearch, Counts, SearchAnswer, SearchFacets } from '../../search/search-answer.ts';
import type { DateCounts } from './date-bars.ts';
import { anyDate, isDated, toSearchRequest, type FacetName, type SearchState } from './search-address.ts';

/** Articles by date and by source, which the index tells without a further file. */
export interface LightCounts {
  readonly dates: DateCounts;
  readonly sources: Counts;
}

/** Articles by the values that lie in a file of their own. */
export type ListedFacet = Exclude<FacetName, 'sources'>;
export type ListedCounts = Readonly<Record<ListedFacet, Counts>>;

const fieldOf = {
  sections: 'section',
  places: 'place',
  documents: 'document',
  authors: 'author',
} as const satisfies Record<ListedFacet, keyof SearchFacets>;
export const listedFacets = Object.keys(fieldOf) as readonly ListedFacet[];

type Search = ArchiveSearch['search'];

const askFacets = async (
  search: Search,
  state: SearchState,
  light: boolean,
): Promise<SearchFacets | undefined> => {
  const { facets, ...request } = toSearchRequest(state);
  const answer = await search({ ...request, limit: 0, ...(light && facets && { facets }) });
  return answer.facets;
};

/** Counts for each filter as if that filter alone were not set, so that others than the chosen values can be added. */
export const countLight = async (
  search: Search,
  state: SearchState,
  answer: SearchAnswer,
): Promise<LightCounts> => {
  const countWithout = (filter: Partial<SearchState>): Promise<SearchFacets | undefined> =>
    askFacets(search, { ...state, ...filter }, true);
  const [sources, dates] = await Promise.all([
    state.sources.length > 0 ? countWithout({ sources: [] }) : answer.facets,
    isDated(state) ? countWithout(anyDate) : answer.facets,
  ]);
  return {
    sources: sources?.source ?? {},
    dates: { year: dates?.year ?? {}, month: dates?.month ?? {} },
  };
};

/** The same for the facets of the further file; those that are not set are counted together. */
export const countListed = async (search: Search, state: SearchState): Promise<ListedCounts> => {
  let together: Promise<SearchFacets | undefined> | null = null;
  const countOf = async (name: ListedFacet): Promise<Counts> => {
    const facets =
      state[name].length > 0
        ? await askFacets(search, { ...state, [name]: [] }, false)
        : await (together ??= askFacets(search, state, false));
    return facets?.[fieldOf[name]] ?? {};
  };
  const [sections, places, documents, authors] = await Promise.all([
    countOf('sections'),
    countOf('places'),
    countOf('documents'),
    countOf('authors'),
  ]);
  return { sections, places, documents, authors };
};
