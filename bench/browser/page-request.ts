import { parseSearchAddress, toSearchRequest } from '../../src/components/search/search-address.ts';
import type { SearchRequest } from '../../src/search/search-answer.ts';

/** What the search page asks of the index when a query is typed. */
export const pageRequest = (query: string): SearchRequest =>
  toSearchRequest({ ...parseSearchAddress(''), query });

/** Opens the index and fetches nothing more. */
export const startRequest: SearchRequest = { query: '', facets: 'light' };
