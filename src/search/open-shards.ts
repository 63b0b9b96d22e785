import type { IndexReader } from './index-reader.ts';
import { openShard, type OpenShard } from './open-shard.ts';
import type { Admission } from './plan-parts.ts';

/** Opens all shards of an index, the newest first. Rejects with `SearchUnavailable`. */
export const openShards = async (reader: IndexReader): Promise<OpenShard[]> => {
  let firstArticle = 0;
  return Promise.all(
    reader.entry.shards.map((shard) => {
      const opening = openShard(reader, shard, firstArticle);
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
