import type { ArchiveSearch, SearchAnswer } from '../../search/search-answer.ts';
import { toSearchRequest, type SearchState } from './search-address.ts';

/** Articles by value, as the filters show them. */
export interface Facets {
  readonly source: Readonly<Record<string, number>>;
  readonly year: Readonly<Record<string, number>>;
}

/** The way to the index, which is fetched when it is first needed. */
export interface IndexDoor {
  /** Starts fetching; a failure is kept for the next `ask` to meet anew. */
  readonly prepare: () => void;
  readonly isOpen: () => boolean;
  readonly ask: (state: SearchState) => Promise<{ answer: SearchAnswer; facets: Facets }>;
}

const open = async (base: string): Promise<ArchiveSearch> => {
  const { openSearch } = await import('../../search/open-search.ts');
  return openSearch({ base });
};

/** Counts for each filter as if that filter alone were not set, so that others than the chosen values can be added. */
const askFacets = async (index: ArchiveSearch, state: SearchState, answer: SearchAnswer): Promise<Facets> => {
  const facetOf = async (less: Partial<SearchState>): Promise<SearchAnswer['facets']> =>
    (await index.search({ ...toSearchRequest({ ...state, ...less }), limit: 0 })).facets;
  const dated = state.from !== '' || state.to !== '';
  const [source, year] = await Promise.all([
    state.sources.length > 0 ? facetOf({ sources: [] }) : answer.facets,
    dated ? facetOf({ from: '', to: '' }) : answer.facets,
  ]);
  return { source: source?.source ?? {}, year: year?.year ?? {} };
};

/** A door to the index below `base`. After a failure the next call tries again. */
export const createIndexDoor = (base: string): IndexDoor => {
  let opening: Promise<ArchiveSearch> | null = null;
  let opened = false;

  const index = (): Promise<ArchiveSearch> => {
    if (opening === null) {
      const attempt = open(base);
      opening = attempt;
      attempt.then(
        () => {
          opened = true;
        },
        () => {
          if (opening === attempt) opening = null;
        },
      );
    }
    return opening;
  };

  return {
    prepare() {
      // Whoever asks next meets the failure; here nobody waits for it.
      index().catch(() => undefined);
    },
    isOpen: () => opened,
    async ask(state) {
      const search = await index();
      const answer = await search.search(toSearchRequest(state));
      return { answer, facets: await askFacets(search, state, answer) };
    },
  };
};
