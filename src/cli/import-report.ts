import { open, rename, rm } from 'node:fs/promises';
import type { CliWords, ImportStatus } from '../i18n/cli-words.ts';
import type { Language } from '../i18n/language.ts';
import { rankOf, reportEnd, reportPrinter, type ReportEntry } from './print-report.ts';

/** A report under way: entries wait on disk, however many there are. */
export interface ImportReport {
  readonly add: (entry: ReportEntry) => Promise<void>;
  /** Puts the page in place, the worst first. */
  readonly finish: (counts: Readonly<Record<ImportStatus, number>>) => Promise<void>;
  /** Leaves nothing behind. */
  readonly discard: () => Promise<void>;
}

/** Begins a report that will stand at a path. Throws where nothing can be written beside it. */
export const openReport = async (
  path: string,
  language: Language,
  words: CliWords,
): Promise<ImportReport> => {
  const printer = reportPrinter(language, words);
  const spoolPath = `${path}.entries.tmp`;
  const spool = await open(spoolPath, 'w+');
  const entries: { rank: number; from: number; bytes: number }[] = [];
  let size = 0;

  const temporary = `${path}.tmp`;
  const discard = async (): Promise<void> => {
    await spool.close();
    for (const left of [spoolPath, temporary]) await rm(left, { force: true });
  };

  return {
    async add(entry) {
      const bytes = Buffer.from(printer.entry(entry));
      await spool.write(bytes, 0, bytes.length, size);
      entries.push({ rank: rankOf(entry.outcome), from: size, bytes: bytes.length });
      size += bytes.length;
    },
    async finish(counts) {
      const page = await open(temporary, 'w');
      try {
        await page.write(printer.head(counts));
        // Equal ones stay in the order of the import: sorting is stable.
        for (const { from, bytes } of entries.toSorted((a, b) => a.rank - b.rank)) {
          const { buffer } = await spool.read(Buffer.alloc(bytes), 0, bytes, from);
          await page.write(buffer);
        }
        await page.write(reportEnd);
      } finally {
        await page.close();
      }
      await rename(temporary, path);
      await discard();
    },
    discard,
  };
};
