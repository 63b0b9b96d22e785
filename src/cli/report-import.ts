import { readFile } from 'node:fs/promises';
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';
import type { ReadItem } from '../capture/read-captures-fs.ts';
import type { ImportStatus } from '../i18n/cli-words.ts';
import type { CommandContext } from './command.ts';
import { fill } from './fill.ts';
import { openReport } from './import-report.ts';
import { originalText } from './original-text.ts';
import type { ReportEntry } from './print-report.ts';
import type { Outcome } from './to-outcome.ts';

/** Follows an import for its report; a report that fails never keeps the import from going on. */
export interface ReportOfImport {
  readonly take: (item: ReadItem) => void;
  /** What became of the inputs taken since this was last told, in their order. */
  readonly tell: (outcomes: readonly Outcome[]) => Promise<void>;
  readonly end: (counts: Readonly<Record<ImportStatus, number>>) => Promise<void>;
}

const nothing: ReportOfImport = {
  take: () => undefined,
  tell: () => Promise.resolve(),
  end: () => Promise.resolve(),
};

const articleIn = async (file: string | null): Promise<Article | null> => {
  if (file === null) return null;
  try {
    return parseArticle(await readFile(file, 'utf8')).article;
  } catch {
    // A dry run wrote none.
    return null;
  }
};

/** Begins the report that `--report FILE` asks for; without one nothing is done. */
export const reportImport = async (
  path: string | undefined,
  { language, words, tell: tellPerson }: CommandContext,
): Promise<ReportOfImport> => {
  if (path === undefined) return nothing;
  const failed = (error: unknown): void => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    tellPerson(fill(words.import.report.failed, { file: path, reason }));
  };
  const opened = await openReport(path, language, words).catch(failed);
  if (opened === undefined) return nothing;
  let report: typeof opened | null = opened;
  let originals: ReportEntry['original'][] = [];
  const giveUp = async (error: unknown): Promise<void> => {
    failed(error);
    await report?.discard().catch(() => undefined);
    report = null;
  };
  return {
    take({ capture }) {
      if (report !== null) originals.push(capture === null ? null : originalText(capture));
    },
    async tell(outcomes) {
      const taken = originals;
      originals = [];
      try {
        for (const [i, outcome] of outcomes.entries()) {
          await report?.add({ outcome, original: taken[i] ?? null, article: await articleIn(outcome.file) });
        }
      } catch (error) {
        await giveUp(error);
      }
    },
    async end(counts) {
      if (report === null) return;
      try {
        await report.finish(counts);
        tellPerson(fill(words.import.report.written, { file: path }));
      } catch (error) {
        await giveUp(error);
      }
    },
  };
};
