import { unpackChunkNames } from './chunk-names.ts';
import { shardFiles, type IndexEntry, type ShardParts } from './index-files.ts';
import type { IndexFiles, IndexReader } from './index-reader.ts';
import { bundleOf } from './index-terms.ts';
import type { Comparison } from './plan-query.ts';
import { openVolumes, type PagefindLibrary, type VolumeLookup } from './pagefind-volumes.ts';
import { SearchUnavailable } from './search-unavailable.ts';
import { createRecordsShelf, type RecordsShelf } from './shard-records.ts';
import { layOnShelves, unpackLengths, unpadPart } from './shelf.ts';

/** A shard of the index, ready to be asked. */
export interface OpenShard {
  /** Starts Pagefind; its failure is met by whoever looks up. */
  readonly prepare: () => Promise<void>;
  readonly folder: string;
  /** The number that its first article has in the archive. */
  readonly firstArticle: number;
  readonly articles: number;
  readonly records: RecordsShelf;
  /** The volumes that have a term, by their numbers, and where in their contents; `folded` is the key of its first word. Rejects with `SearchUnavailable`. */
  readonly lookup: (
    folded: string,
    term: string,
    by: Comparison,
  ) => Promise<readonly { readonly volume: number; readonly words: readonly number[] }[]>;
}

/** What all shards have in common. */
export interface SharedCode {
  readonly library: Promise<PagefindLibrary>;
  readonly wasm: Promise<Uint8Array<ArrayBuffer>>;
}

/** The look-ups of a shard's bundles, each opened when it is first asked. */
const bundleLookups = (
  files: IndexFiles,
  reader: IndexReader,
  { library, wasm }: SharedCode,
  folder: string,
  { bundles, wasmName, chunkLengths, chunkShelfBytes }: ShardParts,
): Pick<OpenShard, 'lookup' | 'prepare'> => {
  const places = layOnShelves(unpackLengths(chunkLengths), chunkShelfBytes);
  let firstChunk = 0;
  const openings = bundles.map(({ pagefindEntry, metaName, chunks }, bundle) => {
    const names = unpackChunkNames(chunks);
    const first = firstChunk;
    firstChunk += names.length;
    const placeOf = new Map(names.map((name, i) => [name, places[first + i]]));
    return async (): Promise<VolumeLookup> => {
      const meta = reader.loadBytes(folder + shardFiles.meta(bundle));
      return openVolumes({
        library: await library,
        address: `${files.address}${folder}${bundle}/`,
        fixed: new Map([
          ['pagefind-entry.json', new TextEncoder().encode(pagefindEntry)],
          [metaName, await meta],
          [wasmName, await wasm],
        ]),
        async loadChunk(name) {
          const place = placeOf.get(name);
          if (place === undefined) return null;
          const path = folder + shardFiles.chunks(place.shelf);
          const bytes = unpadPart(await reader.loadPart(path, place));
          if (bytes === null) throw new SearchUnavailable('damaged', path);
          return { path, bytes };
        },
      });
    };
  });
  const opened = new Map<number, Promise<VolumeLookup>>();
  const openBundle = (bundle: number): Promise<VolumeLookup> | undefined => {
    const opening = opened.get(bundle) ?? openings[bundle]?.();
    if (opening !== undefined) opened.set(bundle, opening);
    opening?.catch(() => opened.delete(bundle));
    return opening;
  };
  return {
    async lookup(folded, term, by) {
      const bundle = bundleOf(folded, bundles.length);
      const hits = (await (await openBundle(bundle))?.(term, by)) ?? [];
      const ids = bundles[bundle]?.volumes ?? [];
      return hits.flatMap(({ id, words }) => {
        const volume = ids.indexOf(id);
        return volume < 0 ? [] : [{ volume, words }];
      });
    },
    async prepare() {
      await openBundle(0)?.catch(() => undefined);
    },
  };
};

/** Opens one shard; rejects with `SearchUnavailable`. */
export const openShard = async (
  files: IndexFiles,
  reader: IndexReader,
  code: SharedCode,
  { folder, articles }: IndexEntry['shards'][number],
  firstArticle: number,
): Promise<OpenShard> => {
  const parts = await reader.load('parts', folder + shardFiles.parts);
  await Promise.all([code.library, code.wasm]);
  return {
    folder,
    firstArticle,
    articles,
    records: createRecordsShelf(reader, { folder, parts }),
    ...bundleLookups(files, reader, code, folder, parts),
  };
};
