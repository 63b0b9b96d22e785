/** What parts the fields of a row, in the order in which a draw is decided. */
export const csvSeparators = [',', ';', '\t', '|'] as const;
export type CsvSeparator = (typeof csvSeparators)[number];

const isSeparator = (text: string | undefined): text is CsvSeparator =>
  csvSeparators.some((separator) => separator === text);

/** The separator that Excel's line before the header names (`sep=;`), or null where the row is none such. */
export const separatorLine = (row: string): CsvSeparator | null => {
  const named = /^\ufeff?"?sep=(.)"?\r?\n?$/i.exec(row)?.[1];
  return isSeparator(named) ? named : null;
};

/** The separator of a header: the one that it has most of, outside of quotation marks. */
export const separatorOf = (header: string): CsvSeparator => {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (separator: string): number => bare.split(separator).length;
  return csvSeparators.reduce((best, other) => (count(other) > count(best) ? other : best));
};

/**
 * The fields of one row, its line break left out; null where its quotation marks don't close, or text stands behind a
 * closing one. A quotation mark inside a field that doesn't begin with one is a letter like any other.
 *
 * @see RFC 4180
 */
export const parseCsvRow = (row: string, separator: CsvSeparator): string[] | null => {
  const fields: string[] = [];
  for (let at = 0; ;) {
    let end: number;
    if (row[at] === '"') {
      let close = row.indexOf('"', at + 1);
      while (close !== -1 && row[close + 1] === '"') close = row.indexOf('"', close + 2);
      if (close === -1) return null;
      fields.push(row.slice(at + 1, close).replaceAll('""', '"'));
      end = close + 1;
      while (end < row.length && (row[end] === ' ' || row[end] === '\r')) end += 1;
      if (end < row.length && row[end] !== separator) return null;
    } else {
      const next = row.indexOf(separator, at);
      end = next === -1 ? row.length : next;
      fields.push(row.slice(at, end));
    }
    if (end >= row.length) return fields;
    at = end + 1;
  }
};

/**
 * Fields as a row, parted by commas, with the line break that ends it.
 *
 * @see RFC 4180
 */
export const printCsvRow = (fields: readonly string[]): string =>
  `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\r\n`;
