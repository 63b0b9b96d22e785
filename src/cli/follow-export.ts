import type { ArchiveForExport, ExportEntry } from '../snapshot/archive-for-export.ts';
import type { CommandContext } from './command.ts';
import { fill } from './fill.ts';

const showEveryMs = 200;

/** An archive that shows on a terminal how many of its articles an export has read. */
export const followExport = (
  archive: ArchiveForExport,
  { language, words, showProgress }: CommandContext,
): ArchiveForExport => {
  async function* entries(): AsyncGenerator<ExportEntry, void, undefined> {
    let read = 0;
    let shownAt = -Infinity;
    for await (const entry of archive.entries()) {
      yield entry;
      read += 1;
      const now = performance.now();
      if (now - shownAt < showEveryMs) continue;
      shownAt = now;
      showProgress(fill(words.export.progress, { n: new Intl.NumberFormat(language).format(read) }));
    }
  }
  return { ...archive, entries };
};
