import type { Article } from '../../src/article/article.ts';
import type { BenchQuery, Tiers } from './bench-query.ts';

export interface PeerAnswer {
  /** Of all articles found, in order; of a query whose one article is judged, the first ten are enough. */
  readonly ids: readonly string[];
  /** Where the peer has tiers. */
  readonly tiers?: Tiers;
  /** Until the first ten results could be shown. */
  readonly ms: number;
}

/** A peer's index, opened. */
export interface OpenPeer {
  readonly ask: (query: BenchQuery) => Promise<PeerAnswer>;
  /** Bytes fetched by a fresh session: before it can ask anything, and then for the query and ten results. Without it, the whole index is fetched at the start. */
  readonly transferOf?: (
    query: BenchQuery,
  ) => Promise<{ readonly startBytes: number; readonly queryBytes: number }>;
}

/** A search library, as it is measured: built in one process, asked in another. */
export interface Peer {
  /** How it is set up, beyond its defaults. */
  readonly note: string;
  readonly build: (articles: Iterable<Article>, folder: string) => Promise<void>;
  readonly open: (folder: string) => Promise<OpenPeer>;
}
