import type { ArchiveSearch, SearchRequest, SearchResult } from '../../search/search-answer.ts';

/** Results asked at once: few enough that the page answers to the hand between two of them. */
const resultsAtOnce = 100;

/** Lets the page do what has waited. */
const breathe = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done);
  });

/** How a gathering is followed. */
export interface Gathering {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * The first `most` results of a request with their details, whatever limit and offset it has; null where it was stopped.
 * Rejects as the search does.
 */
export const gatherResults = async (
  search: ArchiveSearch['search'],
  request: SearchRequest,
  most: number,
  { signal, onProgress }: Gathering,
): Promise<SearchResult[] | null> => {
  const gathered: SearchResult[] = [];
  let wanted = most;
  while (gathered.length < wanted) {
    const offset = gathered.length;
    const limit = Math.min(resultsAtOnce, wanted - offset);
    const answer = await search({
      ...request,
      offset,
      limit,
      details: true,
      context: false,
      facets: 'light',
    });
    await breathe();
    if (signal.aborted) return null;
    const results = answer.results ?? [];
    gathered.push(...results);
    wanted = results.length === 0 ? gathered.length : Math.min(most, answer.total);
    onProgress(gathered.length, wanted);
  }
  return gathered;
};
