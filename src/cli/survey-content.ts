import { join } from 'node:path';
import { checkArchive } from '../archive/check-archive-fs.ts';
import { loadSettings } from '../archive/load-archive-fs.ts';
import { hashMember, hashRun } from '../capture/hash-member-fs.ts';
import { hashWarc } from '../capture/read-records-fs.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { parseSynonyms } from '../search/parse-synonyms.ts';
import { gatherArticles, type ArticleGathering, type GatheredRecord } from '../snapshot/content-snapshot.ts';
import { hashFolder } from '../snapshot/hash-folder-fs.ts';
import { listFiles } from '../snapshot/list-files-fs.ts';

/** What a content folder holds, as a snapshot tells it. */
export interface ContentSurvey {
  /** Errors that `check` found: with any, nothing is published. */
  readonly errors: number;
  /** By path below the folder: all that a snapshot is made from. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly gathered: ArticleGathering;
  readonly sources: number;
  /** The archive's name. */
  readonly name: string;
}

/** Files that no bag takes: locks, files in the writing, what a file manager left. */
export const isHidden = (name: string): boolean => name.startsWith('.');

/** What was done to the archive, and snapshots themselves, are no part of what a snapshot is made from. */
export const isSnapshotContent = (path: string): boolean => !/^(?:log|snapshots)\//.test(path);

/** A bag would be without what a link leads to, so there may be none. Problems: `content-link`, `file-unreadable`. */
const hashContent = async (
  content: string,
  tell: (problem: Problem) => void,
): Promise<ReadonlyMap<string, string>> => {
  try {
    for (const { path, isFile } of await listFiles(content, isHidden)) {
      const file = join(content, path);
      if (!isFile) tell(toProblem('content-link', { file }, { file }));
    }
    return await hashFolder(content, { skips: isHidden });
  } catch (error) {
    const reason = errorCodeOf(error);
    if (reason === null) throw error;
    const isNamed = error instanceof Error && 'path' in error && typeof error.path === 'string';
    tell(toProblem('file-unreadable', { reason }, { file: isNamed ? String(error.path) : content }));
    return new Map();
  }
};

/** Checks a content folder, every byte of it, and takes down what is in it. An error of the disk is thrown. */
export const surveyContent = async (
  content: string,
  tell: (problem: Problem) => void,
  onStep: (step: 'checking' | 'hashing') => void,
): Promise<ContentSurvey> => {
  const articles: GatheredRecord[] = [];
  const versions: GatheredRecord[] = [];
  let errors = 0;
  onStep('checking');
  await checkArchive(content, {
    hashWarc,
    quickly: { hashMember, hashRun },
    parseSynonyms,
    tell: (problem) => {
      if (problem.severity !== 'error') return;
      errors += 1;
      tell(problem);
    },
    onRead: ({ id, withdrawn, captures }, kind) => {
      (kind === 'article' ? articles : versions).push({ id, withdrawn, captures });
    },
  });
  onStep('hashing');
  const tellError = (problem: Problem): void => {
    errors += 1;
    tell(problem);
  };
  const hashes = new Map(
    [...(await hashContent(content, tellError))].filter(([path]) => isSnapshotContent(path)),
  );
  return {
    errors,
    hashes,
    gathered: gatherArticles(articles, versions, hashes),
    sources: [...hashes.keys()].filter((path) => /^sources\/[^/]+\.yml$/.test(path)).length,
    name: (await loadSettings(content)).value?.name ?? join(content),
  };
};
