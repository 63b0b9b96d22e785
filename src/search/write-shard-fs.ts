import type { ArticleSpool } from './article-spool-fs.ts';
import { shardFiles, type ShardBundle } from './index-files.ts';
import type { IndexWriter } from './index-writer-fs.ts';
import { packRecords } from './pack-records-fs.ts';
import { packNumbers } from './packed-numbers.ts';
import { layOnShelves, packLengths, padPart, shelfSize } from './shelf.ts';
import type { ShardWords } from './shard-words.ts';
import { commonKeys, volumeContents } from './volume-contents.ts';
import { writeVolumes } from './write-volumes-fs.ts';

/** Bytes of a shelf at least: of chunks, of which a query needs few and each is large, and of records. */
const leastChunkShelfBytes = 64_000;
const leastTextShelfBytes = 16_000;
/** Articles for one shelf at least, so that search adds less than one file for ten articles. */
const articlesPerChunkShelf = 26;
const articlesPerTextShelf = 18;

/**
 * Text of one bundle's own terms at most, in UTF-16 units; a shard has as many bundles as it takes, each indexed in a
 * run of its own: the memory that Pagefind takes grows with the terms of one run.
 */
export const maxBundleCharacters = 12_000_000;

const sizeOf = (parts: readonly Uint8Array[], leastBytes: number, mostShelves: number): number =>
  shelfSize(
    parts.map(({ length }) => length),
    leastBytes,
    mostShelves,
  );

/** Lays parts on shelves, a file each. */
const writeShelves = async (
  writer: IndexWriter,
  parts: readonly Uint8Array[],
  shelfBytes: number,
  nameOf: (shelf: number) => string,
): Promise<void> => {
  const shelves: Uint8Array[][] = [];
  const places = layOnShelves(
    parts.map(({ length }) => length),
    shelfBytes,
  );
  for (const [i, { shelf }] of places.entries()) (shelves[shelf] ??= []).push(parts[i] ?? new Uint8Array());
  for (const [shelf, own] of shelves.entries()) await writer.write(nameOf(shelf), Buffer.concat(own));
};

/** What a shard is made from: its articles' records in the spool, by their numbers there, and their words. */
export interface ShardContent {
  readonly spool: ArticleSpool;
  readonly articles: readonly number[];
  readonly words: ShardWords;
}

/** Into how many bundles a shard's terms are parted, and from how many articles on a word is a common one. */
export interface ShardWays {
  readonly bundles: number;
  readonly commonFrom: number;
}

/** Writes one shard below its folder. */
export const writeShard = async (
  writer: IndexWriter,
  folder: string,
  { spool, articles, words }: ShardContent,
  ways: ShardWays,
): Promise<void> => {
  const common = commonKeys(words, ways.commonFrom);
  const bundles: ShardBundle[] = [];
  const chunkParts: Uint8Array[] = [];
  for (let bundle = 0; bundle < ways.bundles; bundle += 1) {
    const written = await writeVolumes(
      volumeContents(words, { bundle, bundles: ways.bundles, common }),
      writer.folder,
    );
    const { volumes, chunks } = written;
    bundles.push({ volumes: packNumbers(volumes), firsts: chunks.map(({ from }) => from) });
    for (const { bytes } of chunks) chunkParts.push(padPart(bytes));
  }
  const recordAt = (i: number): Buffer => Buffer.from(JSON.stringify(spool.read(articles[i] ?? 0).record));
  const { records, dictionary, dictionaryBytes } = packRecords(articles.length, recordAt);
  const textParts = records.map(padPart);
  const shelves = (perShelf: number): number => Math.ceil(articles.length / perShelf);
  const chunkShelfBytes = sizeOf(chunkParts, leastChunkShelfBytes, shelves(articlesPerChunkShelf));
  const textShelfBytes = sizeOf(textParts, leastTextShelfBytes, shelves(articlesPerTextShelf));
  await writeShelves(writer, chunkParts, chunkShelfBytes, (shelf) => folder + shardFiles.chunks(shelf));
  await writeShelves(writer, textParts, textShelfBytes, (shelf) => folder + shardFiles.texts(shelf));
  await writer.write(folder + shardFiles.dictionary, dictionary);
  const parts = {
    bundles,
    common,
    chunkLengths: packLengths(chunkParts),
    chunkShelfBytes,
    textLengths: packLengths(textParts),
    textShelfBytes,
    dictionaryBytes,
    dictionaryPackedBytes: dictionary.length,
  };
  await writer.pack('parts', parts, folder + shardFiles.parts);
};
