import { atPlace, toProblem, type Problem } from '../problem/problem.ts';
import { parseCsvRow, separatorLine, separatorOf, type CsvSeparator } from '../text/csv.ts';
import { charsetOfBom, decodeText } from '../text/decode-text.ts';
import { maxLineBytes } from './limits.ts';
import { openStream, toStreamProblem } from './open-stream-fs.ts';
import { joinBytes } from './raw-bytes.ts';
import { toItem, toListedItem, type KnownFile, type ReadItem, type ReadOptions } from './read-item-fs.ts';
import { splitCsv, type CsvRecord } from './split-csv.ts';

/** A header is repeated in each row's capture. */
const maxHeaderBytes = 64 * 1024;

/** The rows above the articles: Excel's line, and the names of the columns, as they stand. */
interface Header {
  readonly bytes: Uint8Array;
  readonly separator: CsvSeparator;
  readonly columns: readonly string[];
}

/** What the first rows tell, row by row, until the names of the columns are there, or can't be read. */
const openHeader = (options: ReadOptions, lineEnd: Uint8Array) => {
  let above: Uint8Array[] = [];
  let named: CsvSeparator | null = null;
  let header: Header | null = null;
  let problem: Problem | null = null;
  const check = (row: Uint8Array): Problem | null => {
    const size = row.length;
    if (size > maxHeaderBytes) return toProblem('file-too-large', { size, limit: maxHeaderBytes });
    const whole = joinBytes([...above, row, lineEnd]);
    const decoded = decodeText(whole, { charset: options.charset ?? null });
    if ('fault' in decoded) return toProblem(decoded.fault, { charset: decoded.charset ?? '' });
    const text = decoded.text.replace(/^\ufeff/, '');
    if (text.trim() === '') return null;
    const line = named === null ? separatorLine(text) : null;
    if (line !== null) {
      named = line;
      above = [row, lineEnd];
      return null;
    }
    const names = named === null ? text : text.slice(text.indexOf('\n') + 1);
    const separator = named ?? separatorOf(names);
    const columns = parseCsvRow(names.replace(/\r?\n$/, ''), separator) ?? [];
    header = { bytes: whole, separator, columns };
    return options.checkColumns?.(columns) ?? null;
  };
  return {
    take: (row: Uint8Array): void => {
      problem = check(row);
    },
    current: (): Header | null => header,
    problem: (): Problem | null => problem,
  };
};

const isBlank = (row: Uint8Array): boolean => row.every((byte) => byte <= 32);

/** So many rows one after another that can't be read as rows of the table: the file is none, however long it goes on. */
const maxUnusable = 10_000;

/** Whether a row has its text where no column is, or no place for some columns. */
const isUneven = ({ fields, filled }: CsvRecord, { columns }: Header): boolean =>
  fields < columns.length || filled > columns.length;

/** Without the carriage return before the line feed, which was left out. */
const withoutLineEnd = (row: Uint8Array, width: number, isBigEndian: boolean): Uint8Array => {
  const low = row.length - (width === 2 && !isBigEndian ? 2 : 1);
  return row[low] === 13 ? row.subarray(0, row.length - width) : row;
};

const faultOf = ({ fault, length, line }: CsvRecord, file: string): Problem =>
  fault === 'too-long'
    ? toProblem('file-too-large', { size: length, limit: maxLineBytes }, { file, line })
    : toProblem('csv-quotes-broken', {}, { file, line });

/**
 * Each row of a CSV file as a capture: the header as it stands, then the row, so that each can be read by itself.
 * Problems: `file-too-large`, `csv-quotes-broken`, `csv-rows-unusable`, `gzip-damaged`, those of decoding and of `checkColumns`.
 */
export async function* readCsv(
  { file, form, modifiedAt, head }: KnownFile,
  options: ReadOptions,
): AsyncGenerator<ReadItem, void, undefined> {
  const { chunks, close } = openStream(file.path, form === 'CSV-gzip');
  const wide = [charsetOfBom(head), options.charset?.toLowerCase()].find((name) =>
    name?.startsWith('utf-16'),
  );
  const isBigEndian = wide === 'utf-16be';
  const width = wide === undefined ? 1 : 2;
  const lineEnd = Uint8Array.from(width === 1 ? [10] : isBigEndian ? [0, 10] : [10, 0]);
  const header = openHeader(options, lineEnd);
  let last = 0;
  let unusable = 0;
  const separatorIn = (row: Uint8Array): string | null => {
    if (header.current() === null && header.problem() === null) header.take(row);
    return header.current()?.separator ?? null;
  };
  try {
    for await (const record of splitCsv(chunks, {
      maxBytes: maxLineBytes,
      width,
      isBigEndian,
      separatorIn,
    })) {
      const { line, bytes } = record;
      last = line;
      if (header.problem() !== null) break;
      const known = header.current();
      const isUsable = bytes !== null && known !== null && !isUneven(record, known);
      unusable = isUsable ? 0 : unusable + 1;
      if (unusable > maxUnusable) {
        const problem = toProblem('csv-rows-unusable', { count: maxUnusable }, { file: file.path, line });
        yield toItem(file.path, 'refused', [problem], { record: line });
        break;
      }
      if (bytes === null) {
        yield toItem(file.path, 'refused', [faultOf(record, file.path)], { record: line });
        continue;
      }
      if (known === null || isBlank(bytes)) continue;
      const row = joinBytes([known.bytes, withoutLineEnd(bytes, width, isBigEndian)]);
      yield toListedItem({ file, modifiedAt }, line, { bytes: row, mediaType: 'text/csv' }, options);
    }
    const problem = header.problem();
    if (problem !== null)
      yield toItem(file.path, 'refused', [atPlace(problem, { file: file.path, line: 1 })]);
  } catch (error) {
    yield toItem(file.path, 'refused', [toStreamProblem(error, file.path, last)]);
  } finally {
    close();
  }
}
