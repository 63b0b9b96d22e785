import { openSearchApart } from '../../search/open-search-apart.ts';
import type { ArchiveSearch, SearchAnswer } from '../../search/search-answer.ts';
import { afterPaint } from './after-paint.client.ts';
import { toSearchRequest, type SearchState } from './search-address.ts';

/** The way to the index, which is fetched when it is first needed. */
export interface IndexDoor {
  /** Starts fetching; a failure is kept for the next `ask` to meet anew. */
  readonly prepare: () => void;
  readonly isOpen: () => boolean;
  readonly ask: (state: SearchState) => Promise<SearchAnswer>;
  /** Asks for anything else than the page's own answer. */
  readonly search: ArchiveSearch['search'];
  /** What a beginning may become, once the answer under way stands: what that needs is fetched first. */
  readonly complete: (text: string, limit: number) => Promise<readonly string[]>;
}

/** A door to the index below `base`. After a failure the next call tries again. `onProgress` is told bytes fetched so far. */
export const createIndexDoor = (
  base: string,
  onProgress: (bytes: number, ofBytes: number | null) => void,
): IndexDoor => {
  let answering: Promise<unknown> = Promise.resolve();
  let opening: Promise<ArchiveSearch> | null = null;
  let opened: ArchiveSearch | null = null;

  const index = (): Promise<ArchiveSearch> => {
    if (opening === null) {
      const attempt = openSearchApart({ base, onProgress });
      opening = attempt;
      attempt.then(
        (archive) => {
          opened = archive;
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
    isOpen: () => opened !== null,
    ask(state) {
      const request = toSearchRequest(state);
      // Where the index is open, it is asked before the page does anything else.
      const asked = opened?.search(request) ?? index().then((archive) => archive.search(request));
      answering = asked.catch(() => undefined);
      return asked;
    },
    search: async (request) => (await index()).search(request),
    async complete(text, limit) {
      for (let waited; waited !== answering;) {
        waited = answering;
        await waited;
        // The answer is shown before what is of less use takes its turn.
        await afterPaint();
      }
      return opened?.complete(text, limit) ?? [];
    },
  };
};
