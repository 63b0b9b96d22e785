import { articlesPerVolume, type ArticleTable } from './index-files.ts';
import { pairTerm, wordTerm } from './index-terms.ts';
import type { IndexReader } from './index-reader.ts';
import type { VolumeLookup } from './pagefind-volumes.ts';
import type { Comparison } from './plan-query.ts';
import { articleOf, slotOf, toPlace, type Place, type PostingsSource } from './postings.ts';
import type { OpenTable } from './table-reader.ts';

/** Look-ups whose places are kept. */
const keptLookups = 512;

/** The postings of a whole archive, out of Pagefind's volumes. */
export const archivePostings = (
  reader: IndexReader,
  table: OpenTable,
  volumes: ArticleTable['volumes'],
  lookup: VolumeLookup,
): PostingsSource => {
  const volumeOf = new Map(volumes.map((id, volume) => [id, volume]));
  const kept = new Map<string, Promise<readonly Place[]>>();

  /** In a volume's content each article has its pairs, one a slot, and then as many slots for its words. */
  const placesOf = async (term: string, by: Comparison): Promise<readonly Place[]> => {
    const hits = (await lookup(term, by)).flatMap(({ id, words }) => {
      const volume = volumeOf.get(id);
      return volume === undefined ? [] : [{ volume, words }];
    });
    const places: Place[] = [];
    for (const { volume, words } of hits.sort((a, b) => a.volume - b.volume)) {
      let article = volume * articlesPerVolume;
      let from = 0;
      for (const word of words) {
        while (word >= from + 2 * table.slotsOf(article) && article < table.articles) {
          from += 2 * table.slotsOf(article);
          article += 1;
        }
        places.push(toPlace(article, (word - from) % table.slotsOf(article)));
      }
    }
    return places;
  };

  const keptPlaces = (term: string, by: Comparison): Promise<readonly Place[]> => {
    const name = `${by} ${term}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const oldest = kept.keys().next();
    if (kept.size >= keptLookups && oldest.done !== true) kept.delete(oldest.value);
    const places = placesOf(term, by);
    kept.set(name, places);
    places.catch(() => kept.delete(name));
    return places;
  };

  return {
    articles: table.articles,
    wordPlaces: ({ key, folded }, by) => keptPlaces(wordTerm(by === 'exact' ? key : folded), by),
    pairPlaces: (first, second, joint, by) =>
      keptPlaces(
        by === 'exact'
          ? pairTerm(first.key, second.key, joint)
          : pairTerm(first.folded, second.folded, joint),
        by,
      ),
    async readings(folded) {
      const readings = new Map(Object.entries(await reader.load('readings', reader.entry.readings)));
      return readings.get(folded) ?? [folded];
    },
    zoneOf: (place) => table.zoneOf(articleOf(place), slotOf(place)),
  };
};
