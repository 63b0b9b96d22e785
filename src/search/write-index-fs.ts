import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Article } from '../article/article.ts';
import { datePrecision, daySpan } from '../article/date.ts';
import { toArticleSlots, type ArticleSlots } from './article-slots.ts';
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
  type ArticleTable,
  type IndexEntry,
  type IndexFileContent,
  type Readings,
} from './index-files.ts';
import { termsOf } from './index-terms.ts';
import type { ResultRecord } from './result-record.ts';
import { searchedBlocks } from './searched-blocks.ts';
import { daysBeforeLast } from './table-reader.ts';

/** What of an article goes into the index. */
interface IndexedArticle extends ArticleSlots {
  readonly record: ResultRecord;
  readonly source: string;
  readonly instantMs: number;
}

/** Dates without a zone are Vietnam's own; those without a day or an hour stand at their beginning. */
const instantOf = (date: string | null): number => {
  if (date === null) return -Infinity;
  if (date.length <= 10) return Date.parse(`${daySpan(date).first}T00:00:00+07:00`);
  return Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(date) ? date : `${date}+07:00`);
};

const toIndexed = (article: Article): IndexedArticle => {
  const blocks = searchedBlocks(article);
  const { id, title, titleSupplied, publishedAt, publishedAtInferred } = article;
  const texts = blocks.filter(({ kind }) => kind !== 'title').map(({ text }) => text);
  return {
    ...toArticleSlots(blocks),
    record: { id, title, titleSupplied, publishedAt, publishedAtInferred, texts },
    source: article.source,
    instantMs: instantOf(publishedAt),
  };
};

/** Dated articles by day, then by instant, the latest first; undated ones last; then by id. */
const compareArticles = (a: IndexedArticle, b: IndexedArticle): number => {
  const [dayA, dayB] = [firstDay(a), firstDay(b)];
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  if (a.instantMs !== b.instantMs) return b.instantMs - a.instantMs;
  return a.record.id < b.record.id ? -1 : 1;
};

const firstDay = ({ record: { publishedAt } }: IndexedArticle): string =>
  publishedAt === null ? '' : daySpan(publishedAt).first;

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
  articles: readonly IndexedArticle[],
  files: FileWriter,
): Promise<{ volumes: string[]; start: string[]; libraryBytes: number }> => {
  // Pagefind's process takes this from its environment alone.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE ??= String(postingsPerChunk);
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'vi' });
  if (index === undefined) throw new Error(`pagefind: ${errors.join('; ')}`);
  try {
    for (const [volume, group] of inGroups(articles, articlesPerVolume).entries()) {
      const content = group.flatMap(termsOf).join(' ');
      checked(await index.addCustomRecord({ url: String(volume), content, language: 'vi' }));
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

const toTable = (
  articles: readonly IndexedArticle[],
): Omit<ArticleTable, 'volumes' | 'packs' | 'idPacks'> => {
  const sources = [...new Set(articles.map(({ source }) => source))].sort();
  const dates = articles.flatMap(({ record: { publishedAt } }) =>
    publishedAt === null ? [] : [publishedAt],
  );
  const days = dates.map((date) => daysBeforeLast(daySpan(date).first));
  const letters = { year: 'y', month: 'm', day: 'd', instant: 'd' } as const;
  return {
    sources,
    source: articles.map(({ source }) => sources.indexOf(source)),
    days: days.map((day, i) => day - (days[i - 1] ?? 0)),
    precisions: dates.map((date) => letters[datePrecision(date) ?? 'day']).join(''),
    slots: articles.map(({ slots }) => slots.length),
    titleEnds: articles.map(({ titleEnd }) => titleEnd),
    leadSlots: articles.map(({ titleEnd, leadEnd }) => leadEnd - titleEnd),
  };
};

const toReadings = (articles: readonly IndexedArticle[]): Readings => {
  const counts = new Map<string, Map<string, number>>();
  for (const { slots } of articles) {
    const seen = new Map(slots.flatMap((token) => (token === null ? [] : [[token.key, token.folded]])));
    for (const [key, folded] of seen) {
      const keys = counts.get(folded) ?? new Map<string, number>();
      counts.set(folded, keys.set(key, (keys.get(key) ?? 0) + 1));
    }
  }
  const several = [...counts].filter(([, keys]) => keys.size > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    several.map(([folded, keys]) => [
      folded,
      [...keys].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key),
    ]),
  );
};

/**
 * Writes the search index of a site below `<outDir>/search/`, in place of any that is there. Withdrawn articles are left
 * out. The same articles give the same files, byte for byte, in whatever order they come. Throws when Pagefind fails or
 * the disk does.
 */
export const writeSearchIndex = async (
  articles: Iterable<Article>,
  outDir: string,
): Promise<{ articles: number; files: number; bytes: number }> => {
  const indexed: IndexedArticle[] = [];
  for (const article of articles) if (article.withdrawn === null) indexed.push(toIndexed(article));
  indexed.sort(compareArticles);
  const folder = join(outDir, indexFolder);
  await rm(folder, { recursive: true, force: true });
  const files = fileWriter(folder);
  const { volumes, start, libraryBytes } =
    indexed.length === 0 ? { volumes: [], start: [], libraryBytes: 0 } : await writeVolumes(indexed, files);
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
    table: await files.pack('table', { ...toTable(indexed), volumes, packs, idPacks }),
    readings: await files.pack('readings', toReadings(indexed)),
    start,
    libraryBytes,
  };
  await files.write(entryName, JSON.stringify(entry));
  return { articles: indexed.length, ...files.written };
};
