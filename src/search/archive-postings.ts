import { articlesPerVolume } from './index-files.ts';
import { pairTerm, readWordTerm, wordTerm } from './index-terms.ts';
import type { IndexReader } from './index-reader.ts';
import { openReadings, type OpenReadings } from './reading-counts.ts';
import { blocksOf } from './result-record.ts';
import { toArticleSlots } from './article-slots.ts';
import type { OpenShard } from './open-shard.ts';
import type { Comparison } from './plan-query.ts';
import { termKey, type FormPage } from './pagefind-files.ts';
import {
  articleOf,
  slotOf,
  toPlace,
  type FormPlaces,
  type Place,
  type PostingsSource,
  type Zone,
} from './postings.ts';
import type { OpenTable } from './table-reader.ts';

/** What a request costs beside the bytes that it fetches, in bytes: many small ones take their time. */
const requestBytes = 4000;
/** Look-ups whose places are kept. */
const keptLookups = 512;

/** By the folded key of a term's first word, and what Pagefind files the term under. */
type FormsLookup = (folded: string, key: string) => Promise<readonly FormPlaces[]>;

/** The forms of a term in one shard, and their places, ascending, by the numbers that articles have in the archive. */
const shardForms = ({ lookup, firstArticle, articles }: OpenShard, table: OpenTable): FormsLookup => {
  const end = firstArticle + articles;
  /** As `volume-contents.ts` lays them out. */
  const toPlaces = (pages: readonly FormPage[], zone: Zone): Place[] => {
    const places: Place[] = [];
    for (const { page: volume, words } of pages) {
      const first = firstArticle + volume * articlesPerVolume;
      const size = Math.min(articlesPerVolume, end - first);
      let article = first;
      let slots = table.slotsOf(article);
      let from = 0;
      for (const word of words) {
        while (word >= from + 2 * slots && article < first + size) {
          from += 2 * slots;
          article += 1;
          slots = article < first + size ? table.slotsOf(article) : 0;
        }
        if (article < first + size) places.push(toPlace(article, (word - from) % slots));
        else {
          const common = first + ((word - from) % size);
          places.push(toPlace(common, table.startOf(zone, common)));
        }
      }
    }
    return places;
  };
  return async (folded, key) => {
    const forms = await lookup(folded, key);
    return forms.map(({ form, pages }) => {
      const { term, zone } = readWordTerm(form);
      return {
        form: term,
        places: toPlaces(
          pages.toSorted((a, b) => a.page - b.page),
          zone,
        ),
      };
    });
  };
};

/** The places of all forms together. */
const allPlaces = (forms: readonly FormPlaces[]): readonly Place[] => {
  const [only] = forms;
  if (forms.length <= 1) return only?.places ?? [];
  return Array.from(Float64Array.from(forms.flatMap(({ places }) => places)).sort());
};

/** The postings of an archive's shards, which are in the order of their articles; of these alone, whatever else the archive has. */
export type ShardPostings = (shards: readonly OpenShard[]) => PostingsSource;

/** The postings of a whole archive, out of Pagefind's volumes. */
export const archivePostings = (reader: IndexReader, table: OpenTable): ShardPostings => {
  const lookups = new Map<OpenShard, FormsLookup>();
  const kept = new Map<string, Promise<readonly FormPlaces[]>>();

  const keptForms = (shard: OpenShard, folded: string, key: string): Promise<readonly FormPlaces[]> => {
    const name = `${shard.folder} ${key}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const oldest = kept.keys().next();
    if (kept.size >= keptLookups && oldest.done !== true) kept.delete(oldest.value);
    const lookup = lookups.get(shard) ?? shardForms(shard, table);
    lookups.set(shard, lookup);
    const forms = lookup(folded, key);
    kept.set(name, forms);
    forms.catch(() => kept.delete(name));
    return forms;
  };

  let opened: Promise<OpenReadings> | null = null;
  const readings = (): Promise<OpenReadings> =>
    (opened ??= reader.load('readings', reader.entry.readings).then(openReadings, (error: unknown) => {
      opened = null;
      throw error;
    }));

  // Opened before the first query needs it, which then meets a failure anew.
  readings().catch(() => undefined);

  return (shards) => {
    const shardOf = (article: number): OpenShard | undefined =>
      shards.find((one) => article >= one.firstArticle && article < one.firstArticle + one.articles);
    /** Shard after shard, so that the places of each form ascend. */
    const formsOf = async (folded: string, term: string): Promise<readonly FormPlaces[]> => {
      const key = termKey(term);
      const found = await Promise.all(shards.map((shard) => keptForms(shard, folded, key)));
      return found.length === 1 ? (found[0] ?? []) : found.flat();
    };
    const placesOf = async (folded: string, term: string, by: Comparison): Promise<readonly Place[]> => {
      const forms = await formsOf(folded, term);
      return allPlaces(by === 'exact' ? forms.filter(({ form }) => form === term) : forms);
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
      wordForms: ({ folded }) => formsOf(folded, wordTerm(folded)),
      pairForms: (first, second, joint) =>
        formsOf(first.folded, pairTerm(first.folded, second.folded, joint)),
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
        return requestBytes + (reader.givesParts() ? records.partBytes : records.shelfBytes);
      },
      placeOf(article, slot, { key }) {
        const isCommon = shardOf(article)?.common.has(key) === true;
        return toPlace(article, isCommon ? table.startOf(table.zoneOf(article, slot), article) : slot);
      },
      async slotsOf(article) {
        const shard = shardOf(article);
        const record = await shard?.records.lookUp([article - shard.firstArticle])[0];
        return record === null || record === undefined ? [] : toArticleSlots(blocksOf(record)).slots;
      },
      zoneOf: (place) => table.zoneOf(articleOf(place), slotOf(place)),
    };
  };
};
