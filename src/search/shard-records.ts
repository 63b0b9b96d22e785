import { shardFiles, type ShardParts } from './index-files.ts';
import { parseJson, type IndexReader } from './index-reader.ts';
import { inflateAfter, inflateOpen } from './inflate.ts';
import type { ResultRecord } from './result-record.ts';
import { SearchUnavailable } from './search-unavailable.ts';
import { layOnShelves, unpackLengths, unpadPart } from './shelf.ts';

/** From how many records wanted of one shelf on the whole shelf is fetched. */
const wantedOfShelf = 4;
/** Records that are kept. */
const keptRecords = 256;

const unpackOr = (path: string, unpack: () => Uint8Array): Uint8Array => {
  try {
    return unpack();
  } catch (cause) {
    throw new SearchUnavailable('damaged', path, { cause });
  }
};

/** The record of each of a shard's articles, by their numbers in the shard; null for one that it hasn't. */
export type RecordsLookup = (articles: readonly number[]) => readonly Promise<ResultRecord | null>[];

/** The records of a shard. */
export interface RecordsShelf {
  /** Bytes of a record on average, and of a whole shelf of them. */
  readonly partBytes: number;
  readonly shelfBytes: number;
  readonly lookUp: RecordsLookup;
  /** Fetches what every record is compressed after; its failure is met by whoever asks for a record. */
  readonly prepare: () => Promise<void>;
}

/** What is needed to read a shard's records. */
export interface ShardRecords {
  readonly folder: string;
  readonly parts: ShardParts;
}

/** A shard's records, of which those read last are kept. Looking up rejects with `SearchUnavailable`. */
export const createRecordsShelf = (reader: IndexReader, { folder, parts }: ShardRecords): RecordsShelf => {
  const places = layOnShelves(unpackLengths(parts.textLengths), parts.textShelfBytes);
  const kept = new Map<number, Promise<ResultRecord | null>>();
  let dictionary: Promise<Uint8Array> | null = null;

  const loadDictionary = (): Promise<Uint8Array> => {
    const whole = { from: 0, to: parts.dictionaryPackedBytes };
    const path = folder + shardFiles.dictionary;
    const loading = (dictionary ??= reader.loadPart(path, whole).then((bytes) => {
      const text = unpackOr(path, () => inflateOpen(bytes));
      if (text.length !== parts.dictionaryBytes) throw new SearchUnavailable('damaged', path);
      return text;
    }));
    loading.catch(() => {
      dictionary = null;
    });
    return loading;
  };

  const read = async (article: number, takesShelf: boolean): Promise<ResultRecord | null> => {
    const place = places[article];
    if (place === undefined) return null;
    const path = folder + shardFiles.texts(place.shelf);
    const [before, padded] = await Promise.all([loadDictionary(), reader.loadPart(path, place, takesShelf)]);
    const bytes = unpadPart(padded);
    if (bytes === null) throw new SearchUnavailable('damaged', path);
    const text = unpackOr(path, () => inflateAfter(bytes, before));
    // Written under the same types and version as it is read.
    return parseJson(text, path) as ResultRecord;
  };

  const lookUp: RecordsLookup = (articles) => {
    const shelfOf = (article: number): number => places[article]?.shelf ?? -1;
    const missing = articles.filter((article) => !kept.has(article));
    const wanted = new Map<number, number>();
    for (const article of missing) wanted.set(shelfOf(article), (wanted.get(shelfOf(article)) ?? 0) + 1);
    return articles.map((article) => {
      const known = kept.get(article);
      if (known !== undefined) return known;
      const reading = read(article, (wanted.get(shelfOf(article)) ?? 0) >= wantedOfShelf);
      const oldest = kept.keys().next();
      if (kept.size >= keptRecords && oldest.done !== true) kept.delete(oldest.value);
      kept.set(article, reading);
      reading.catch(() => kept.delete(article));
      return reading;
    });
  };

  const lengths = places.map(({ from, to }) => to - from);
  return {
    partBytes: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    shelfBytes: parts.textShelfBytes,
    lookUp,
    async prepare() {
      await loadDictionary().catch(() => undefined);
    },
  };
};
