import { createHash } from 'node:crypto';
import { articleStep, leadStep, titleStep } from './article-slots.ts';
import type { ArticleSpool } from './article-spool-fs.ts';
import { articlesPerVolume, indexVersion, postingsPerChunk, shardFolder } from './index-files.ts';

import type { ShardWays } from './write-shard-fs.ts';

/**
 * The folder of a shard, below the index's: named by a hash of all that its files are made from, the articles and the ways
 * of making. Equal folders hold equal files.
 */
export const shardName = (
  spool: ArticleSpool,
  articles: readonly number[],
  { version, bundles, commonFrom }: ShardWays & { readonly version: string },
): string => {
  const ways = [
    indexVersion,
    version,
    bundles,
    commonFrom,
    process.versions.zlib,
    process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE ?? postingsPerChunk,
    articlesPerVolume,
    titleStep,
    leadStep,
    articleStep,
  ];
  const hash = createHash('sha256').update(JSON.stringify(ways));
  for (const number of articles) hash.update('\n').update(spool.bytesOf(number));
  return `${shardFolder}${hash.digest('hex').slice(0, 16)}/`;
};
