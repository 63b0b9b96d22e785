import { shardFiles, type IndexEntry, type ShardParts } from './index-files.ts';
import { unpack, type IndexReader } from './index-reader.ts';
import { bundleOf } from './index-terms.ts';
import { chunkOf, formsInChunk, type TermForm } from './pagefind-files.ts';
import { unpackNumbers } from './packed-numbers.ts';
import { SearchUnavailable } from './search-unavailable.ts';
import { createRecordsShelf, type RecordsShelf } from './shard-records.ts';
import { layOnShelves, unpackLengths, unpadPart } from './shelf.ts';

/** Chunks that are kept as they were read: a query's words lie in few. */
const keptChunks = 32;

/** A shard of the index, ready to be asked. */
export interface OpenShard {
  readonly folder: string;
  /** The number that its first article has in the archive. */
  readonly firstArticle: number;
  readonly articles: number;
  readonly records: RecordsShelf;
  /** Exact keys of the words of which only the zone is told, not the place. */
  readonly common: ReadonlySet<string>;
  /**
   * The forms of a term that Pagefind files under a key, and in which volumes, by their numbers, and where in their contents; `folded` is
   * the key of the term's first word. Rejects with `SearchUnavailable`.
   */
  readonly lookup: (folded: string, key: string) => Promise<readonly TermForm[]>;
}

type ShardLookup = OpenShard['lookup'];

const createLookup = (
  reader: IndexReader,
  folder: string,
  { bundles, chunkLengths, chunkShelfBytes }: ShardParts,
): ShardLookup => {
  const places = layOnShelves(unpackLengths(chunkLengths), chunkShelfBytes);
  let chunks = 0;
  const opened = bundles.map(({ volumes, firsts }) => {
    const firstChunk = chunks;
    chunks += firsts.length;
    return { volumes: unpackNumbers(volumes), firsts, firstChunk };
  });
  const kept = new Map<number, Promise<Uint8Array>>();

  const loadChunk = async (chunk: number): Promise<Uint8Array> => {
    const place = places[chunk];
    if (place === undefined) throw new SearchUnavailable('damaged', folder + shardFiles.parts);
    const path = folder + shardFiles.chunks(place.shelf);
    const bytes = unpadPart(await reader.loadPart(path, place));
    if (bytes === null) throw new SearchUnavailable('damaged', path);
    return unpack(bytes, path);
  };
  const keptChunk = (chunk: number): Promise<Uint8Array> => {
    const known = kept.get(chunk);
    if (known !== undefined) return known;
    const oldest = kept.keys().next();
    if (kept.size >= keptChunks && oldest.done !== true) kept.delete(oldest.value);
    const loading = loadChunk(chunk);
    kept.set(chunk, loading);
    loading.catch(() => kept.delete(chunk));
    return loading;
  };

  return async (folded, key) => {
    const bundle = opened[bundleOf(folded, opened.length)];
    const at = bundle === undefined ? -1 : chunkOf(bundle.firsts, key);
    if (bundle === undefined || at < 0) return [];
    const chunk = bundle.firstChunk + at;
    const bytes = await keptChunk(chunk);
    try {
      return formsInChunk(bytes, key).map(({ form, pages }) => ({
        form,
        pages: pages.map(({ page, words }) => ({ page: bundle.volumes[page] ?? page, words })),
      }));
    } catch (cause) {
      throw new SearchUnavailable('damaged', folder + shardFiles.chunks(places[chunk]?.shelf ?? 0), {
        cause,
      });
    }
  };
};

/** Opens one shard; rejects with `SearchUnavailable`. */
export const openShard = async (
  reader: IndexReader,
  { folder, articles }: IndexEntry['shards'][number],
  firstArticle: number,
): Promise<OpenShard> => {
  const parts = await reader.load('parts', folder + shardFiles.parts);
  return {
    folder,
    firstArticle,
    articles,
    common: new Set(parts.common),
    records: createRecordsShelf(reader, { folder, parts }),
    lookup: createLookup(reader, folder, parts),
  };
};
