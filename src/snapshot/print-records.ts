import { toExportedArticle } from '../article/exported-article.ts';
import { exportedColumns, toExportedRow } from '../article/exported-row.ts';
import { printCsvRow } from '../text/csv.ts';
import type { ArchiveForExport } from './archive-for-export.ts';

/** Every article that readers see, as one line of JSON. */
export async function* printJsonLines({
  entries,
}: ArchiveForExport): AsyncGenerator<string, void, undefined> {
  for await (const entry of entries()) {
    if (!entry.isWithdrawn) yield `${JSON.stringify(toExportedArticle(entry))}\n`;
  }
}

/** Every article that readers see, as a row of a table; the byte order mark tells spreadsheets that it is UTF-8. */
export async function* printCsv({ entries }: ArchiveForExport): AsyncGenerator<string, void, undefined> {
  yield `\ufeff${printCsvRow(exportedColumns)}`;
  for await (const entry of entries()) if (!entry.isWithdrawn) yield printCsvRow(toExportedRow(entry));
}
