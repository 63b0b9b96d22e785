import { printBody } from './print-body.ts';
import { parseBody } from './parse-body.ts';
import type { Article } from './article.ts';
import {
  exportedFields,
  exportForm,
  exportMark,
  toExportedArticle,
  type ArticleForExport,
} from './exported-article.ts';

/** What a cell holds besides text: one entry a line, `true` or `false`, or JSON. */
const kinds: Readonly<Record<string, 'lines' | 'boolean' | 'json'>> = {
  titleSupplied: 'boolean',
  publishedAtInferred: 'boolean',
  authors: 'lines',
  citedDocuments: 'lines',
  places: 'lines',
  documents: 'json',
  captures: 'json',
  formerVersions: 'json',
};

/** The columns of the CSV export. */
export const exportedColumns: readonly string[] = [
  exportMark,
  ...exportedFields.flatMap((field) => (field === 'source' ? ['source', 'sourceName'] : [field])),
  'body',
  'page',
  'captures',
  'formerVersions',
];

/**
 * A spreadsheet takes a cell that begins so for a formula. An apostrophe before it keeps it a text; cells that have
 * apostrophes before such a sign get one more, so that taking one away always gives the cell as it was.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guard = (text: string): string => (formula.test(text) ? `'${text}` : text);
const unguard = (cell: string): string => (formula.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell);

const toCell = (column: string, value: unknown): string => {
  if (value === null || value === undefined) return '';
  const kind = kinds[column];
  if (Array.isArray(value) && value.length === 0) return '';
  if (kind === 'lines' && Array.isArray(value)) return value.join('\n');
  if (kind === 'json') return JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** An article as the cells of a row, in the order of the columns. The text is the article file's own Markdown. */
export const toExportedRow = (one: ArticleForExport): string[] => {
  const fields: Readonly<Record<string, unknown>> = {
    ...toExportedArticle(one),
    body: printBody(one.article.body).trimEnd(),
  };
  return exportedColumns.map((column) => guard(toCell(column, fields[column])));
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
};

const fromCell = (column: string, text: string): unknown => {
  switch (kinds[column]) {
    case 'lines':
      return text.split(/\r?\n/);
    case 'boolean':
      // Excel writes the truth in capitals.
      return text.toLowerCase() === 'true' ? true : text.toLowerCase() === 'false' ? false : text;
    case 'json':
      return parseJson(text);
    default:
      return text;
  }
};

/** The object that a row was made of, as `parseExportedArticle` takes it; cells are given by column. */
export const fromExportedRow = (row: Readonly<Record<string, string>>): Record<string, unknown> => {
  const fields: Record<string, unknown> = { [exportMark]: exportForm };
  for (const column of exportedColumns) {
    const text = unguard(row[column] ?? '');
    if (text !== '' && column !== exportMark && column !== 'body') fields[column] = fromCell(column, text);
  }
  const body: Article['body'] = parseBody(unguard(row.body ?? '')).body;
  return { ...fields, body };
};
