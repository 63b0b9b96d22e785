import { articlesPerVolume } from './index-files.ts';
import { pairTerm, wordTerm } from './index-terms.ts';
import type { IndexReader } from './index-reader.ts';
import { openReadings, type OpenReadings } from './reading-counts.ts';
import { blocksOf } from './result-record.ts';
import { toArticleSlots } from './article-slots.ts';
import type { OpenShard } from './open-shard.ts';
import type { Comparison } from './plan-query.ts';
import { articleOf, slotOf, toPlace, type Place, type PostingsSource } from './postings.ts';
import type { OpenTable } from './table-reader.ts';

/** Look-ups whose places are kept. */
const keptLookups = 512;

/** By the folded key of a term's first word, and the term. */
type PlacesLookup = (folded: string, term: string, by: Comparison) => Promise<readonly Place[]>;

/** The places of a term in one shard, ascending, by the numbers that articles have in the archive. */
const shardPlaces = ({ lookup, firstArticle, articles }: OpenShard, table: OpenTable): PlacesLookup => {
  const end = firstArticle + articles;
  /** In a volume's content each article has its pairs, one a slot, and then as many slots for its words. */
  return async (folded, term, by) => {
    const hits = [...(await lookup(folded, term, by))];
    const places: Place[] = [];
    for (const { volume, words } of hits.sort((a, b) => a.volume - b.volume)) {
      let article = firstArticle + volume * articlesPerVolume;
      let from = 0;
      for (const word of words) {
        while (word >= from + 2 * table.slotsOf(article) && article < end) {
          from += 2 * table.slotsOf(article);
          article += 1;
        }
        places.push(toPlace(article, (word - from) % table.slotsOf(article)));
      }
    }
    return places;
  };
};

/** The postings of an archive's shards, which are in the order of their articles; of these alone, whatever else the archive has. */
export type ShardPostings = (shards: readonly OpenShard[]) => PostingsSource;

/** The postings of a whole archive, out of Pagefind's volumes. */
export const archivePostings = (reader: IndexReader, table: OpenTable): ShardPostings => {
  const lookups = new Map<OpenShard, PlacesLookup>();
  const kept = new Map<string, Promise<readonly Place[]>>();

  const keptPlaces = (
    shard: OpenShard,
    folded: string,
    term: string,
    by: Comparison,
  ): Promise<readonly Place[]> => {
    const name = `${shard.folder} ${by} ${term}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const oldest = kept.keys().next();
    if (kept.size >= keptLookups && oldest.done !== true) kept.delete(oldest.value);
    const lookup = lookups.get(shard) ?? shardPlaces(shard, table);
    lookups.set(shard, lookup);
    const places = lookup(folded, term, by);
    kept.set(name, places);
    places.catch(() => kept.delete(name));
    return places;
  };

  let opened: Promise<OpenReadings> | null = null;
  const readings = (): Promise<OpenReadings> =>
    (opened ??= reader.load('readings', reader.entry.readings).then(openReadings, (error: unknown) => {
      opened = null;
      throw error;
    }));

  return (shards) => {
    const placesOf: PlacesLookup = async (folded, term, by) => {
      const found = await Promise.all(shards.map((shard) => keptPlaces(shard, folded, term, by)));
      return found.length === 1 ? (found[0] ?? []) : found.flat();
    };
    return {
      articles: table.articles,
      wordPlaces: ({ key, folded }, by) => placesOf(folded, wordTerm(by === 'exact' ? key : folded), by),
      pairPlaces: (first, second, joint, by) =>
        placesOf(
          first.folded,
          by === 'exact'
            ? pairTerm(first.key, second.key, joint)
            : pairTerm(first.folded, second.folded, joint),
          by,
        ),
      async readings(folded) {
        return (await readings()).get(folded)?.map(({ key }) => key) ?? [folded];
      },
      async articlesWith({ key, folded }, by) {
        const own = (await readings()).get(folded);
        if (own === undefined) return null;
        if (by === 'exact') return own.find((one) => one.key === key)?.articles ?? null;
        return own.reduce((sum, { articles }) => sum + articles, 0);
      },
      articleBytes: () => {
        const [shard] = shards;
        if (shard === undefined) return 1;
        const { records } = shard;
        return reader.givesParts() ? records.partBytes : records.shelfBytes;
      },
      async slotsOf(article) {
        const shard = shards.find(
          (one) => article >= one.firstArticle && article < one.firstArticle + one.articles,
        );
        const [record] = (await shard?.records.lookUp([article - shard.firstArticle])) ?? [];
        return record === null || record === undefined ? [] : toArticleSlots(blocksOf(record)).slots;
      },
      zoneOf: (place) => table.zoneOf(articleOf(place), slotOf(place)),
    };
  };
};
