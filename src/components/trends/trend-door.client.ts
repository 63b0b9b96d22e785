import { openSearchApart } from '../../search/open-search-apart.ts';
import type { ArchiveSearch, Counts } from '../../search/search-answer.ts';
import type { TrendCount } from './trend-series.ts';

/** The way to the index's numbers. What was counted once is kept; a failure is not. */
export interface TrendDoor {
  /** Starts fetching; whoever asks next meets a failure. */
  readonly prepare: () => void;
  readonly isOpen: () => boolean;
  /** All articles by year. */
  readonly archive: () => Promise<Counts>;
  /** The articles that have a query as it stands. */
  readonly count: (query: string) => Promise<TrendCount>;
}

/** Queries whose numbers are kept. */
const maxKept = 100;

/** A door to the index below `base`. After a failure the next call tries again. `onProgress` is told bytes fetched so far. */
export const createTrendDoor = (
  base: string,
  onProgress: (bytes: number, ofBytes: number | null) => void,
): TrendDoor => {
  const kept = new Map<string, Promise<TrendCount>>();
  let opening: Promise<ArchiveSearch> | null = null;
  let opened = false;

  const index = (): Promise<ArchiveSearch> => {
    if (opening === null) {
      const attempt = openSearchApart({ base, onProgress });
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

  const ask = async (query: string): Promise<TrendCount> => {
    const search = await index();
    const { facets, unread } = await search.search({ query, tiers: 'whole', limit: 0, facets: 'light' });
    return { years: facets?.year ?? {}, unread };
  };

  return {
    prepare() {
      index().catch(() => undefined);
    },
    isOpen: () => opened,
    archive: async () => (await index()).years(),
    count(query) {
      const known = kept.get(query);
      if (known !== undefined) return known;
      const asked = ask(query);
      kept.set(query, asked);
      const [oldest] = kept.keys();
      if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
      asked.catch(() => kept.delete(query));
      return asked;
    },
  };
};
