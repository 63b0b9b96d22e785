import { toArticleSlots } from './article-slots.ts';
import type { ArticleSpool } from './article-spool-fs.ts';
import { packChunkNames } from './chunk-names.ts';
import { articlesPerVolume, shardFiles, type ShardBundle } from './index-files.ts';
import { termsOf } from './index-terms.ts';
import type { IndexWriter } from './index-writer-fs.ts';
import { packRecords } from './pack-records-fs.ts';
import { layOnShelves, packLengths, padPart, shelfSize } from './shelf.ts';
import { writeVolumes } from './write-volumes-fs.ts';

/** Bytes of a shelf at least: of chunks, of which a query needs few and each is large, and of records. */
const leastChunkShelfBytes = 64_000;
const leastTextShelfBytes = 16_000;
/** Articles for one shelf at least, so that search adds less than one file for ten articles. */
const articlesPerChunkShelf = 26;
const articlesPerTextShelf = 18;

/**
 * Text of one bundle's own terms at most, in UTF-16 units; a shard has as many bundles as it takes. Pagefind goes through its table of
 * chunks for each look-up, and its memory grows with the terms: both are a bundle's alone.
 */
export const maxBundleCharacters = 12_000_000;

/** The content of each volume, made when it is asked for: the words of all articles at once would not fit in memory. */
function* volumeContents(
  spool: ArticleSpool,
  articles: readonly number[],
  bundle: number,
  bundles: number,
): Generator<string> {
  for (let at = 0; at < articles.length; at += articlesPerVolume) {
    const terms = articles
      .slice(at, at + articlesPerVolume)
      .map((number) => termsOf(toArticleSlots(spool.read(number).blocks), bundle, bundles).join(' '));
    yield terms.join(' ');
  }
}

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

/** Writes one shard, its terms in so many bundles, below its folder. */
export const writeShard = async (
  writer: IndexWriter,
  folder: string,
  spool: ArticleSpool,
  articles: readonly number[],
  count: number,
): Promise<void> => {
  const bundles: ShardBundle[] = [];
  const chunkParts: Uint8Array[] = [];
  let wasmName = '';
  for (let bundle = 0; bundle < count; bundle += 1) {
    const written = await writeVolumes(volumeContents(spool, articles, bundle, count), writer.folder);
    const { entry, metaName, meta, volumes, chunks } = written;
    bundles.push({
      pagefindEntry: entry,
      metaName,
      volumes,
      chunks: packChunkNames(chunks.map(({ name }) => name)),
    });
    for (const { bytes } of chunks) chunkParts.push(padPart(bytes));
    await writer.write(folder + shardFiles.meta(bundle), meta);
    ({ wasmName } = written);
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
    wasmName,
    chunkLengths: packLengths(chunkParts),
    chunkShelfBytes,
    textLengths: packLengths(textParts),
    textShelfBytes,
    dictionaryBytes,
    dictionaryPackedBytes: dictionary.length,
  };
  await writer.pack('parts', parts, folder + shardFiles.parts);
};
