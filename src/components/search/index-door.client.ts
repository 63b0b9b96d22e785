import type { ArchiveSearch, SearchAnswer } from '../../search/search-answer.ts';
import { toSearchRequest, type SearchState } from './search-address.ts';

/** The way to the index, which is fetched when it is first needed. */
export interface IndexDoor {
  /** Starts fetching; a failure is kept for the next `ask` to meet anew. */
  readonly prepare: () => void;
  readonly isOpen: () => boolean;
  readonly ask: (state: SearchState) => Promise<SearchAnswer>;
  /** Asks for anything else than the page's own answer. */
  readonly search: ArchiveSearch['search'];
}

const open = async (base: string): Promise<ArchiveSearch> => {
  const { openSearch } = await import('../../search/open-search.ts');
  return openSearch({ base });
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
    ask: async (state) => (await index()).search(toSearchRequest(state)),
    search: async (request) => (await index()).search(request),
  };
};
