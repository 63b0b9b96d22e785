import { unpackChunkNames } from './chunk-names.ts';
import { shardFiles, type IndexEntry, type ShardParts } from './index-files.ts';
import type { IndexFiles, IndexReader } from './index-reader.ts';
import { openVolumes, type PagefindLibrary, type VolumeLookup } from './pagefind-volumes.ts';
import { SearchUnavailable } from './search-unavailable.ts';
import { createRecordsShelf, type RecordsShelf } from './shard-records.ts';
import { layOnShelves, unpackLengths, unpadPart } from './shelf.ts';

/** A shard of the index, ready to be asked. */
export interface OpenShard {
  readonly folder: string;
  /** The number that its first article has in the archive. */
  readonly firstArticle: number;
  readonly articles: number;
  readonly parts: ShardParts;
  readonly records: RecordsShelf;
  readonly lookup: VolumeLookup;
}

/** Opens one shard; rejects with `SearchUnavailable`. */
export const openShard = async (
  files: IndexFiles,
  reader: IndexReader,
  library: Promise<PagefindLibrary>,
  wasm: Promise<Uint8Array<ArrayBuffer>>,
  { folder, articles }: IndexEntry['shards'][number],
  firstArticle: number,
): Promise<OpenShard> => {
  const meta = reader.loadBytes(folder + shardFiles.meta);
  // Awaited below; without this its failure would be told twice.
  meta.catch(() => undefined);
  const parts = await reader.load('parts', folder + shardFiles.parts);
  const places = layOnShelves(unpackLengths(parts.chunkLengths), parts.chunkShelfBytes);
  const chunkPlaces = new Map(unpackChunkNames(parts.chunks).map((name, i) => [name, places[i]]));
  const lookup = openVolumes({
    library: await library,
    address: files.address + folder,
    fixed: new Map([
      ['pagefind-entry.json', new TextEncoder().encode(parts.pagefindEntry)],
      [parts.metaName, await meta],
      [parts.wasmName, await wasm],
    ]),
    async loadChunk(name) {
      const place = chunkPlaces.get(name);
      if (place === undefined) return null;
      const path = folder + shardFiles.chunks(place.shelf);
      const bytes = unpadPart(await reader.loadPart(path, place));
      if (bytes === null) throw new SearchUnavailable('damaged', path);
      return { path, bytes };
    },
  });
  return {
    folder,
    firstArticle,
    articles,
    parts,
    records: createRecordsShelf(reader, { folder, parts }),
    lookup,
  };
};
