import type { ArchiveSearch } from './search-answer.ts';
import { SearchUnavailable } from './search-unavailable.ts';

/** Where the index lies and how its files are had. */
export interface OpenSearchOptions {
  /** The site's base, ending in a slash: `/`, `/kho/`, `https://example.org/kho/`. The index is in `search/` below it. */
  readonly base: string;
}

/**
 * Opens the archive's index. In the browser give it the site's base; `openSearchFolder` does the same over files.
 * Rejects with `SearchUnavailable`, as does each later `search` that meets a missing or damaged file.
 */
export const openSearch = (options: OpenSearchOptions): Promise<ArchiveSearch> =>
  Promise.reject(new SearchUnavailable('missing', options.base));
