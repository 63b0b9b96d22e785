import { join } from 'node:path';
import { checkArchive } from '../archive/check-archive-fs.ts';
import { loadSettings } from '../archive/load-archive-fs.ts';
import { hashWarc } from '../capture/read-records-fs.ts';
import type { Problem } from '../problem/problem.ts';
import { parseSynonyms } from '../search/parse-synonyms.ts';
import { gatherArticles, type ArticleGathering, type GatheredRecord } from '../snapshot/content-snapshot.ts';
import { hashFolder } from '../snapshot/hash-folder-fs.ts';

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
  const hashes = new Map(
    [...(await hashFolder(content, { skips: isHidden }))].filter(([path]) => isSnapshotContent(path)),
  );
  return {
    errors,
    hashes,
    gathered: gatherArticles(articles, versions, hashes),
    sources: [...hashes.keys()].filter((path) => /^sources\/[^/]+\.yml$/.test(path)).length,
    name: (await loadSettings(content)).value?.name ?? join(content),
  };
};
