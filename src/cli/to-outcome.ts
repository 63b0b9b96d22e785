import { join } from 'node:path';
import type { IndexedArticle } from '../archive/archive-index.ts';
import { articlePath } from '../article/article-id.ts';
import { splitFrontMatter } from '../article/front-matter.ts';
import type { ReadItem } from '../capture/read-captures-fs.ts';
import type { ImportStatus } from '../i18n/cli-words.ts';
import { atPlace, type Place, type Problem } from '../problem/problem.ts';
import type { WrittenImport } from './write-import.ts';

/** What became of one input, as `import --json` tells it. */
export interface Outcome {
  readonly input: string;
  readonly record: number | null;
  readonly sha256: string | null;
  readonly status: ImportStatus;
  readonly id: string | null;
  /** With the content folder's path as it was given. */
  readonly file: string | null;
  readonly problems: readonly Problem[];
}

/** Where an input stands: its file, and within it the record. */
export const placeOf = ({ input, record }: Outcome): string =>
  record === null ? input : `${input}:${String(record)}`;

/** An input that was read, and waits for what was made of it to be written. */
export interface Waiting {
  readonly item: ReadItem;
  readonly status: ImportStatus;
  readonly article: IndexedArticle | null;
  readonly ofInput: readonly Problem[];
  readonly ofArticle: readonly Problem[];
}

/** Where in an article's file a problem of its record stands, as far as the problem has a field. */
const placeInFile = (problem: Problem, text: string | undefined): Place =>
  problem.code === 'title-supplied' && text !== undefined
    ? (splitFrontMatter(text).value?.placeOf(['title']) ?? {})
    : {};

/** Tells what became of an input once all is written; an article that could not be written is refused. */
export const toOutcome = (
  content: string,
  { item, status, article, ofInput, ofArticle }: Waiting,
  { texts, faults }: WrittenImport,
): Outcome => {
  const { input, record, sha256 } = item;
  const told = ofInput.map((problem) =>
    problem.place.file === undefined ? atPlace(problem, { file: input }) : problem,
  );
  const none = { input, record, sha256, id: null, file: null };
  if (article === null) return { ...none, status, problems: told };
  const fault = faults.get(article);
  if (fault !== undefined) return { ...none, status: 'refused', problems: [...told, fault] };
  const file = join(content, articlePath(article.id));
  const inFile = ofArticle.map((problem) =>
    atPlace(problem, { file, ...placeInFile(problem, texts.get(article)) }),
  );
  return { input, record, sha256, status, id: article.id, file, problems: [...told, ...inFile] };
};
