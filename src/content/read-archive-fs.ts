import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { articlePath, versionPath } from '../article/article-id.ts';
import type { Article } from '../article/article.ts';
import { splitFrontMatter } from '../article/front-matter.ts';
import { parseArticle } from '../article/parse-article.ts';
import { gazetteerSchema, type Gazetteer } from '../article/gazetteer.ts';
import { settingsSchema, type Settings } from '../article/settings.ts';
import { sourceSchema, type Source } from '../article/source-record.ts';
import { atPlace, toProblem, type Problem } from '../problem/problem.ts';
import { toProblems } from '../problem/zod-problems.ts';

/** An article's file as the site needs it: the article, and its text's Markdown as it stands. */
export interface ArticleFile {
  readonly article: Article;
  readonly markdown: string;
}

/** What was read, and everything that was wrong with it; an error leaves its file out. */
export interface Reading<T> {
  readonly values: T[];
  readonly problems: Problem[];
}

/** Files below a folder with the given ending, sorted by path; none where the folder is missing. */
const filesBelow = async (folder: string, ending: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
};

const readArticleFile = async (
  content: string,
  file: string,
  pathOf: (article: Article) => string,
): Promise<{ value: ArticleFile | null; problems: Problem[] }> => {
  const text = await readFile(join(content, file), 'utf8');
  const { article, problems } = parseArticle(text);
  const found = problems.map((problem) => atPlace(problem, { file }));
  if (article === null) return { value: null, problems: found };
  const expected = pathOf(article);
  if (expected !== file) {
    found.push(toProblem('id-path-mismatch', { id: article.id, expected }, { file }));
    return { value: null, problems: found };
  }
  return { value: { article, markdown: splitFrontMatter(text).value?.body ?? '' }, problems: found };
};

/** Every article of a content folder, in the order of their paths. */
export const readArticles = async (content: string): Promise<Reading<ArticleFile>> => {
  const reading: Reading<ArticleFile> = { values: [], problems: [] };
  for (const name of await filesBelow(join(content, 'articles'), '.md')) {
    const { value, problems } = await readArticleFile(content, `articles/${name}`, ({ id }) =>
      articlePath(id),
    );
    reading.problems.push(...problems);
    if (value !== null) reading.values.push(value);
  }
  return reading;
};

/** Former versions, each with its number, the oldest 1. */
export const readVersions = async (content: string): Promise<Reading<ArticleFile & { version: number }>> => {
  const reading: Reading<ArticleFile & { version: number }> = { values: [], problems: [] };
  for (const name of await filesBelow(join(content, 'versions'), '.md')) {
    const version = Number(/\/(\d+)\.md$/.exec(name)?.[1] ?? 0);
    const { value, problems } = await readArticleFile(content, `versions/${name}`, ({ id }) =>
      versionPath(id, version),
    );
    reading.problems.push(...problems);
    if (value !== null) reading.values.push({ ...value, version });
  }
  return reading;
};

/** Whether the file of an article says that it was withdrawn; false where there is no such article. */
export const isWithdrawn = async (content: string, id: string): Promise<boolean> => {
  const { value } = await readArticleFile(content, articlePath(id), () => articlePath(id)).catch(
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { value: null };
      throw error;
    },
  );
  return (value?.article.withdrawn ?? null) !== null;
};

const readYaml = async <T>(content: string, file: string, schema: z.ZodType<T>): Promise<Reading<T>> => {
  let data: unknown;
  try {
    data = parse(await readFile(join(content, file), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { values: [], problems: [] };
    }
    const reason = error instanceof Error ? error.message : String(error);
    return { values: [], problems: [toProblem('yaml-invalid', { reason }, { file })] };
  }
  const parsed = schema.safeParse(data ?? {});
  return parsed.success
    ? { values: [parsed.data], problems: [] }
    : { values: [], problems: toProblems(parsed.error, data, () => ({ file })) };
};

/** The archive's settings; no value where it has no file of them. */
export const readSettings = (content: string): Promise<Reading<Settings>> =>
  readYaml(content, 'archive.yml', settingsSchema);

/** Every source with its id. */
export const readSources = async (content: string): Promise<Reading<Source & { id: string }>> => {
  const reading: Reading<Source & { id: string }> = { values: [], problems: [] };
  for (const name of await filesBelow(join(content, 'sources'), '.yml')) {
    const { values, problems } = await readYaml(content, `sources/${name}`, sourceSchema);
    reading.values.push(...values.map((value) => ({ ...value, id: name.replace(/\.yml$/, '') })));
    reading.problems.push(...problems);
  }
  return reading;
};

/** The archive's own gazetteer; without one, that which the program ships. */
export const readPlaces = async (content: string): Promise<Reading<Gazetteer>> => {
  const own = await readYaml(content, 'places.yml', gazetteerSchema);
  if (own.values.length > 0) return own;
  const shipped = await readYaml(join(import.meta.dirname, '../article'), 'places.yml', gazetteerSchema);
  return { values: shipped.values, problems: own.problems };
};
