/** The folder of articles whose year is unknown, and the middle part of their ids. */
export const undatedFolder = 'undated';

const idPattern = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/(\d{4}|undated)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;
const sourcePattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** `<source>/<yyyy>/<slug>`, or `<source>/undated/<slug>`: stable for ever once published. */
export type ArticleId = string;

/** Whether a string has the form of an article's id, each part at most 100 characters. It can never climb out of a folder. */
export const isArticleId = (value: string): boolean =>
  idPattern.test(value) && value.split('/').every((part) => part.length <= 100);

/** Whether a string has the form of a source's id. */
export const isSourceId = (value: string): boolean => sourcePattern.test(value) && value.length <= 100;

/** The id of an article from its parts; `year` null where unknown. */
export const toArticleId = (source: string, year: string | null, slug: string): ArticleId =>
  `${source}/${year ?? undatedFolder}/${slug}`;

/** Where an article's file lies below the content folder. */
export const articlePath = (id: ArticleId): string => `articles/${id}.md`;

/** Where the file of a former version lies below the content folder; versions count from 1, the oldest. */
export const versionPath = (id: ArticleId, version: number): string => `versions/${id}/${version}.md`;
