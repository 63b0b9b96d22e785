import { libraryName } from './index-files.ts';
import type { IndexFiles, IndexReader } from './index-reader.ts';
import { openShard, type OpenShard } from './open-shard.ts';
import { isLibrary, type PagefindLibrary } from './pagefind-volumes.ts';
import type { Admission } from './plan-parts.ts';
import { SearchUnavailable } from './search-unavailable.ts';

const loadLibrary = async (files: IndexFiles, reader: IndexReader): Promise<PagefindLibrary> => {
  const library = await files.importLibrary(libraryName);
  reader.count(reader.entry.libraryBytes);
  if (!isLibrary(library)) throw new SearchUnavailable('damaged', libraryName);
  return library;
};

/** Opens all shards of an index, the newest first. Rejects with `SearchUnavailable`. */
export const openShards = async (files: IndexFiles, reader: IndexReader): Promise<OpenShard[]> => {
  const { shards, wasm } = reader.entry;
  if (shards.length === 0) return [];
  const library = loadLibrary(files, reader);
  const code = reader.loadBytes(wasm);
  // Each shard awaits them, but one that fails before leaves them alone.
  for (const loading of [library, code]) loading.catch(() => undefined);
  let firstArticle = 0;
  return Promise.all(
    shards.map((shard) => {
      const opening = openShard(files, reader, { library, wasm: code }, shard, firstArticle);
      firstArticle += shard.articles;
      return opening;
    }),
  );
};

/** The shards that hold an article that is let through; where every article is, all. */
export const shardsWith = (shards: readonly OpenShard[], admits: Admission): readonly OpenShard[] => {
  if (admits === null) return shards;
  return shards.filter(({ firstArticle, articles }) => {
    for (let article = firstArticle; article < firstArticle + articles; article += 1) {
      if (admits(article)) return true;
    }
    return false;
  });
};
