import { isExported } from '../article/exported-article.ts';
import { fromExportedRow } from '../article/exported-row.ts';
import { ofColumn } from '../problem/date-problem.ts';
import { toProblem } from '../problem/problem.ts';
import { parseCsvRow, separatorLine, separatorOf } from '../text/csv.ts';
import { extractExported } from './extract-exported.ts';
import { extractRecord } from './extract-record.ts';
import type { Extraction } from './extract.ts';
import type { FieldMap } from './field-map.ts';
import { mapRecord } from './map-record.ts';

/** The header's end: the first line feed outside of quotation marks. */
const endOfHeader = (text: string): number => {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === '\n' && !isQuoted) return at;
  }
  return -1;
};

/** The names of the columns, and the fields of the row below them; null where there is no such row. */
const readTable = (text: string): { columns: string[]; row: string[] } | null => {
  const start = text.replace(/^[\ufeff\s]+/, '');
  const lineEnd = start.indexOf('\n');
  const named = separatorLine(start.slice(0, lineEnd + 1));
  const table = named === null ? start : start.slice(lineEnd + 1);
  const end = endOfHeader(table);
  if (end === -1) return null;
  const header = table.slice(0, end).replace(/\r$/, '');
  const separator = named ?? separatorOf(header);
  const columns = parseCsvRow(header, separator);
  const row = parseCsvRow(table.slice(end + 1), separator);
  return columns === null || row === null ? null : { columns, row };
};

/**
 * The article in one row of a CSV file, below the names of its columns. A row that has other than as many fields as there are
 * columns is none (empty ones at its end aside): its text could stand in the wrong place.
 * A row of our own export is taken whole, whatever the map says.
 * Problems: `csv-quotes-broken`, `csv-row-uneven`, `date-invalid`, `json-field-invalid`, `text-missing`.
 */
export const extractCsv = (text: string, map: FieldMap = {}): Extraction => {
  const table = readTable(text);
  if (table === null) return { draft: null, problems: [toProblem('csv-quotes-broken')] };
  const { columns, row } = table;
  while (row.length > columns.length && row.at(-1)?.trim() === '') row.pop();
  if (row.length !== columns.length) {
    const values = { found: row.length, expected: columns.length };
    return { draft: null, problems: [toProblem('csv-row-uneven', values)] };
  }
  // From the last to the first: of two columns of one name, the first counts.
  const record = Object.fromEntries(
    columns.map((name, i): [string, string] => [name.trim(), row[i] ?? '']).reverse(),
  );
  if (isExported(record)) return extractExported(fromExportedRow(record));
  const { fields, problems, columns: found } = mapRecord(record, map, true);
  const read = extractRecord(fields);
  const told = read.problems.map((problem) => ofColumn(problem, found.get(String(problem.values.field))));
  return { ...read, problems: [...problems, ...told] };
};
