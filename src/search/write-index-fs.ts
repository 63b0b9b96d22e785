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
  libraryName,
  pagefindFolder,
  shardFiles,
  type IndexEntry,
  type Synonym,
} from './index-files.ts';
import { createSlotLists, toArticleFields, toRecordColumns } from './index-lists.ts';
import { createIndexWriter, type IndexWriter } from './index-writer-fs.ts';
import { compareIndexed, toIndexed, type IndexedSummary } from './indexed-article.ts';
import { takeOverShard, writeManifest } from './kept-shard-fs.ts';
import { maxShardCharacters, toShards } from './shard-articles.ts';
import { shardName } from './shard-name-fs.ts';
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
}

/** What was written, and how many shards of it were taken over as they were. */
export interface WrittenIndex {
  readonly articles: number;
  readonly files: number;
  readonly bytes: number;
  readonly shards: number;
  readonly keptShards: number;
}

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
  bundleCharacters: number,
): Promise<Pick<IndexEntry, 'wasm' | 'libraryBytes' | 'shards'> & { keptShards: number }> => {
  if (shards.length === 0) return { wasm: '', libraryBytes: 0, shards: [], keptShards: 0 };
  // Of a small index just the code is kept: it is the same for any, and tells its version.
  const code = await writeVolumes(['a'], writer.folder);
  const { version } = JSON.parse(code.entry) as { version: string };
  const written: { folder: string; articles: number }[] = [];
  let keptShards = 0;
  for (const shard of shards) {
    const articles = shard.map(({ number }) => number);
    const characters = shard.reduce((sum, article) => sum + article.characters, 0);
    const bundles = Math.max(1, Math.ceil(characters / bundleCharacters));
    const folder = shardName(spool, articles, { version, bundles });
    written.push({ folder, articles: articles.length });
    let isKept = false;
    for (const former of formerFolders) isKept ||= await takeOverShard(writer, former, folder);
    if (isKept) {
      keptShards += 1;
      continue;
    }
    await writeShard(writer, folder, spool, articles, bundles);
    await writeManifest(writer, folder);
  }
  await writer.write(libraryName, code.library);
  return {
    wasm: await writer.write(pagefindFolder + code.wasmName, code.wasm),
    libraryBytes: code.library.length,
    shards: written,
    keptShards,
  };
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
    const { keptShards, ...written } = await writeShards(
      writer,
      spool,
      shards,
      formerFolders,
      options.bundleCharacters ?? maxBundleCharacters,
    );
    const lists = createSlotLists();
    for (const { number } of indexed) lists.add(toArticleSlots(spool.read(number).blocks));
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
    const ofShards = written.shards.flatMap(({ folder: own }, i) => [
      own + shardFiles.parts,
      own + shardFiles.dictionary,
      ...(i === 0 ? [own + shardFiles.meta(0)] : []),
    ]);
    const start = [table, readings, written.wasm, ...ofShards];
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
