import type { ReadOther } from '../archive/read-other-fs.ts';
import type { ReadItem } from '../capture/read-captures-fs.ts';
import type { ImportStatus } from '../i18n/cli-words.ts';
import { hasError, type Problem } from '../problem/problem.ts';
import type { Outcome } from './to-outcome.ts';

/** What was done in one go: the inputs, what became of each, and whether writing failed. */
export interface MergeStep {
  readonly items: readonly ReadItem[];
  readonly outcomes: readonly Outcome[];
  readonly failed: boolean;
}

/** A file of another archive as an input; the report shows it beside what stands here. */
export const toArticleItem = (
  input: string,
  { text, sha256 }: Pick<ReadOther, 'text' | 'sha256'>,
): ReadItem => ({
  input,
  record: null,
  capture:
    text === null
      ? null
      : {
          input,
          record: null,
          bytes: Buffer.from(text),
          sha256: sha256 ?? '',
          capturedAt: '',
          capturedAtInferred: true,
          url: null,
          mediaType: 'text/plain',
          charset: 'utf-8',
        },
  status: 'read',
  sha256,
  problems: [],
});

const nothingRead = { text: null, sha256: null };

/** A file that is no article's: nothing is told of it unless there is a problem. */
export const toFileStep = (
  input: string,
  problems: readonly Problem[],
  isTaken: boolean,
  failed = false,
): MergeStep => {
  if (problems.length === 0) return { items: [], outcomes: [], failed };
  const status: ImportStatus = !isTaken && hasError(problems) ? 'refused' : 'skipped';
  const outcome = { input, record: null, sha256: null, status, id: null, file: null, problems };
  return { items: [toArticleItem(input, nothingRead)], outcomes: [outcome], failed };
};
