import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { toArticleSlots } from './article-slots.ts';
import { createArticleSpool, type ArticleSpool } from './article-spool-fs.ts';
import { byFirstLetter, toCompletionList } from './completion-list.ts';
import {
  articlesPerIdPack,
  entryName,
  indexFolder,
  indexVersion,
  shardFiles,
  type IndexEntry,
  type Synonym,
} from './index-files.ts';
import { createSlotLists, toArticleFields, toRecordColumns, type SlotLists } from './index-lists.ts';
import { createIndexWriter, type IndexWriter } from './index-writer-fs.ts';
import { compareIndexed, toIndexed, type IndexedSummary } from './indexed-article.ts';
import { takeOverShard, writeManifest } from './kept-shard-fs.ts';
import { maxShardCharacters, toShards } from './shard-articles.ts';
import { shardName } from './shard-name-fs.ts';
import { createShardWords } from './shard-words.ts';
import { maxBundleCharacters, writeShard } from './write-shard-fs.ts';
import { writeVolumes } from './write-volumes-fs.ts';

export interface WriteIndexOptions {
  /** The sources' names by id, for the field `nguồn:`. */
  readonly sourceNames?: ReadonlyMap<string, string>;
  /** The archive's abbreviations; without them a query means what it says alone. */
  readonly synonyms?: readonly Synonym[];
  /** A site built before; shards whose articles did not change are taken over from it. What lies in `outDir` is asked first. */
  readonly formerDir?: string;
  /** The most text of a shard, in UTF-16 units. */
  readonly shardCharacters?: number;
  /** The most text of a bundle, in UTF-16 units. */
  readonly bundleCharacters?: number;
  /** From how many articles of a shard on a word is a common one. */
  readonly commonFrom?: number;
}

/** What was written, and how many shards of it were taken over as they were. */
export interface WrittenIndex {
  readonly articles: number;
  readonly files: number;
  readonly bytes: number;
  readonly shards: number;
  readonly keptShards: number;
}

/** A word is a common one from so many articles on, and in a large shard from this part of them. */
const leastCommon = 256;
const commonShare = 24;

/** An article, and the number of its text in the spool. */
type Spooled = IndexedSummary & { readonly number: number };

const spoolArticles = (articles: Iterable<Article>, spool: ArticleSpool): Spooled[] => {
  const spooled: Spooled[] = [];
  for (const article of articles) {
    if (article.withdrawn !== null) continue;
    const { summary, text } = toIndexed(article);
    spooled.push({ ...summary, number: spool.add(text) });
  }
  return spooled.sort(compareIndexed);
};

/** Writes the shards, or takes them over from one of the former indexes. */
const writeShards = async (
  writer: IndexWriter,
  spool: ArticleSpool,
  shards: readonly (readonly Spooled[])[],
  formerFolders: readonly string[],
  lists: SlotLists,
  { bundleCharacters = maxBundleCharacters, commonFrom }: WriteIndexOptions,
): Promise<Pick<IndexEntry, 'shards'> & { keptShards: number }> => {
  if (shards.length === 0) return { shards: [], keptShards: 0 };
  // Of a small index nothing is kept but what it tells of Pagefind.
  const { version } = await writeVolumes(['a'], writer.folder);
  const written: { folder: string; articles: number }[] = [];
  let keptShards = 0;
  for (const shard of shards) {
    const articles = shard.map(({ number }) => number);
    const characters = shard.reduce((sum, article) => sum + article.characters, 0);
    const ways = {
      bundles: Math.max(1, Math.ceil(characters / bundleCharacters)),
      commonFrom: commonFrom ?? Math.max(leastCommon, Math.ceil(articles.length / commonShare)),
    };
    const folder = shardName(spool, articles, { version, ...ways });
    written.push({ folder, articles: articles.length });
    let isKept = false;
    for (const former of formerFolders) isKept ||= await takeOverShard(writer, former, folder);
    const words = createShardWords();
    for (const number of articles) {
      const slots = toArticleSlots(spool.read(number).blocks);
      lists.add(slots);
      if (!isKept) words.add(slots);
    }
    if (isKept) {
      keptShards += 1;
      continue;
    }
    await writeShard(writer, folder, { spool, articles, words }, ways);
    await writeManifest(writer, folder);
  }
  return { shards: written, keptShards };
};

/**
 * Writes the search index of a site below `<outDir>/search/`, in place of any that is there. Withdrawn articles are left
 * out. The same articles give the same files, byte for byte, in whatever order they come. Throws when Pagefind fails or
 * the disk does.
 */
export const writeSearchIndex = async (
  articles: Iterable<Article>,
  outDir: string,
  options: WriteIndexOptions = {},
): Promise<WrittenIndex> => {
  const { sourceNames = new Map<string, string>(), synonyms = [], formerDir } = options;
  await mkdir(outDir, { recursive: true });
  const workDir = await mkdtemp(join(outDir, '.search-'));
  const folder = join(outDir, indexFolder);
  const former = join(workDir, 'former');
  await rename(folder, former).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
  const spool = createArticleSpool(join(workDir, 'texts.jsonl'));
  try {
    const indexed = spoolArticles(articles, spool);
    const writer = createIndexWriter(folder);
    await mkdir(folder, { recursive: true });
    const shards = toShards(indexed, options.shardCharacters ?? maxShardCharacters);
    const formerFolders = [former, ...(formerDir === undefined ? [] : [join(formerDir, indexFolder)])];
    const lists = createSlotLists();
    const { keptShards, ...written } = await writeShards(
      writer,
      spool,
      shards,
      formerFolders,
      lists,
      options,
    );
    const idPacks: string[] = [];
    for (let at = 0; at < indexed.length; at += articlesPerIdPack) {
      const ids = indexed.slice(at, at + articlesPerIdPack).map(({ id }) => id);
      idPacks.push(await writer.pack('ids', ids));
    }
    const table = await writer.pack('table', {
      ...toRecordColumns(indexed, (id) => sourceNames.get(id) ?? id),
      ...lists.columns(),
      synonyms,
      idPacks,
    });
    const readings = await writer.pack('readings', lists.readings());
    const ofShards = written.shards.flatMap(({ folder: own }) => [
      own + shardFiles.parts,
      own + shardFiles.dictionary,
    ]);
    const start = [table, readings, ...ofShards];
    const completions: Record<string, string> = {};
    for (const [letter, list] of byFirstLetter(toCompletionList(indexed))) {
      completions[letter] = await writer.pack('completions', list);
    }
    const entry: IndexEntry = {
      version: indexVersion,
      articles: indexed.length,
      table,
      fields: await writer.pack('fields', toArticleFields(indexed)),
      completions,
      lexicon: await writer.pack('lexicon', lists.lexicon()),
      readings,
      ...written,
      startBytes: start.reduce((sum, name) => sum + writer.bytesOf(name), 0),
    };
    await writer.write(entryName, JSON.stringify(entry));
    return { articles: indexed.length, ...writer.written, shards: shards.length, keptShards };
  } finally {
    spool.close();
    await rm(workDir, { recursive: true, force: true });
  }
};
