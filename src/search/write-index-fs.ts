import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Article } from '../article/article.ts';
import { toArticleSlots } from './article-slots.ts';
import { toCompletionList } from './completion-list.ts';
import {
  articlesPerIdPack,
  articlesPerPack,
  articlesPerVolume,
  entryName,
  indexFolder,
  indexVersion,
  libraryName,
  pagefindFolder,
  postingsPerChunk,
  type IndexEntry,
  type IndexFileContent,
  type Synonym,
} from './index-files.ts';
import { createSlotLists, toArticleFields, toRecordColumns, type SlotLists } from './index-lists.ts';
import { termsOf } from './index-terms.ts';
import { compareIndexed, toIndexed, type IndexedArticle } from './indexed-article.ts';

const inGroups = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/** Writes the files of one index, counting them. */
const fileWriter = (folder: string) => {
  const written = { files: 0, bytes: 0 };
  const write = async (name: string, content: Uint8Array | string): Promise<string> => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    written.files += 1;
    written.bytes += Buffer.byteLength(content);
    return name;
  };
  /** Gzipped JSON under a name that its content gives. */
  const pack = <K extends keyof IndexFileContent>(kind: K, content: IndexFileContent[K]): Promise<string> => {
    const json = JSON.stringify(content);
    const hash = createHash('sha256').update(json).digest('hex').slice(0, 10);
    return write(`${kind}/${hash}.pack`, gzipSync(json, { level: constants.Z_BEST_COMPRESSION }));
  };
  return { written, write, pack };
};

type FileWriter = ReturnType<typeof fileWriter>;

/** The part of what Pagefind writes that a search needs; its pages of results and its own interface are not. */
const isNeeded = (path: string): boolean =>
  /^(?:pagefind\.js|.*\.(?:pf_meta|pf_index|pagefind)|pagefind-entry\.json)$/.test(path);

const checked = <T extends { errors: readonly string[] }>(response: T): T => {
  if (response.errors.length > 0) throw new Error(`pagefind: ${response.errors.join('; ')}`);
  return response;
};

/** Has Pagefind write the volumes; gives its ids of them, and which of its files every search needs. */
const writeVolumes = async (
  contents: Iterable<string>,
  files: FileWriter,
): Promise<{ volumes: string[]; start: string[]; libraryBytes: number }> => {
  // Pagefind's process takes this from its environment alone.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE ??= String(postingsPerChunk);
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'vi' });
  if (index === undefined) throw new Error(`pagefind: ${errors.join('; ')}`);
  try {
    let volume = 0;
    for (const content of contents) {
      checked(await index.addCustomRecord({ url: String(volume), content, language: 'vi' }));
      volume += 1;
    }
    const made = checked(await index.getFiles()).files;
    const volumes: string[] = [];
    const start: string[] = [];
    let libraryBytes = 0;
    for (const { path, content } of made) {
      const fragment = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
      if (fragment !== undefined) volumes[volumeOf(content)] = fragment;
      if (!isNeeded(path)) continue;
      const name = await files.write(pagefindFolder + path, content);
      if (name === libraryName) libraryBytes = content.length;
      else if (!path.startsWith('index/')) start.push(name);
    }
    return { volumes, start: start.sort(), libraryBytes };
  } finally {
    await index.deleteIndex();
    await pagefind.close();
  }
};

const volumeOf = (fragment: Uint8Array): number => {
  const json = gunzipSync(fragment)
    .toString()
    .replace(/^pagefind_dcd/, '');
  return Number((JSON.parse(json) as { url: string }).url);
};

/** The content of each volume, made when it is asked for: the words of all articles at once would not fit in memory. */
function* volumeContents(articles: readonly IndexedArticle[], lists: SlotLists): Generator<string> {
  for (const group of inGroups(articles, articlesPerVolume)) {
    const terms = group.map(({ blocks }) => {
      const slots = toArticleSlots(blocks);
      lists.add(slots);
      return termsOf(slots).join(' ');
    });
    yield terms.join(' ');
  }
}

export interface WriteIndexOptions {
  /** The sources' names by id, for the field `nguồn:`. */
  readonly sourceNames?: ReadonlyMap<string, string>;
  /** The archive's abbreviations; without them a query means what it says alone. */
  readonly synonyms?: readonly Synonym[];
}

/**
 * Writes the search index of a site below `<outDir>/search/`, in place of any that is there. Withdrawn articles are left
 * out. The same articles give the same files, byte for byte, in whatever order they come. Throws when Pagefind fails or
 * the disk does.
 */
export const writeSearchIndex = async (
  articles: Iterable<Article>,
  outDir: string,
  { sourceNames = new Map(), synonyms = [] }: WriteIndexOptions = {},
): Promise<{ articles: number; files: number; bytes: number }> => {
  const indexed: IndexedArticle[] = [];
  for (const article of articles) if (article.withdrawn === null) indexed.push(toIndexed(article));
  indexed.sort(compareIndexed);
  const lists = createSlotLists();
  const folder = join(outDir, indexFolder);
  await rm(folder, { recursive: true, force: true });
  const files = fileWriter(folder);
  const { volumes, start, libraryBytes } =
    indexed.length === 0
      ? { volumes: [], start: [], libraryBytes: 0 }
      : await writeVolumes(volumeContents(indexed, lists), files);
  const packs: string[] = [];
  for (const group of inGroups(indexed, articlesPerPack)) {
    packs.push(
      await files.pack(
        'pack',
        group.map(({ record }) => record),
      ),
    );
  }
  const idPacks: string[] = [];
  for (const group of inGroups(indexed, articlesPerIdPack)) {
    idPacks.push(
      await files.pack(
        'ids',
        group.map(({ record }) => record.id),
      ),
    );
  }
  const entry: IndexEntry = {
    version: indexVersion,
    articles: indexed.length,
    table: await files.pack('table', {
      ...toRecordColumns(indexed, (id) => sourceNames.get(id) ?? id),
      ...lists.columns,
      synonyms,
      volumes,
      packs,
      idPacks,
    }),
    fields: await files.pack('fields', toArticleFields(indexed)),
    completions: await files.pack('completions', toCompletionList(indexed)),
    lexicon: await files.pack('lexicon', lists.lexicon()),
    readings: await files.pack('readings', lists.readings()),
    start,
    libraryBytes,
  };
  await files.write(entryName, JSON.stringify(entry));
  return { articles: indexed.length, ...files.written };
};
