import { check, constantFrom, integer, property, array, string, asyncProperty, assert } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitCsv, type CsvRecord, type CsvSplitting } from '../../../src/capture/split-csv.ts';
import { parseCsvRow, separatorLine, separatorOf } from '../../../src/text/csv.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.slice(at, at + size));
}

/** How the file comes and is read. */
interface Options extends Partial<Omit<CsvSplitting, 'separatorIn'>> {
  readonly size?: number;
  readonly separator?: string;
}

const split = async (
  data: string | Uint8Array,
  { maxBytes = 1000, size = 7, width = 1, isBigEndian = false, separator = ',' }: Options = {},
): Promise<CsvRecord[]> => {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const records: CsvRecord[] = [];
  const splitting = { maxBytes, width, isBigEndian, separatorIn: () => separator };
  for await (const record of splitCsv(inChunks(bytes, size), splitting)) records.push(record);
  return records;
};

const told = (records: readonly CsvRecord[]): string[] =>
  records.map(
    ({ line, bytes, fault }) =>
      `${String(line)} ${bytes === null ? String(fault) : new TextDecoder().decode(bytes)}`,
  );

describe('the records of a CSV file', () => {
  test.each([
    ['a,b\n1,2\n', ['1 a,b', '2 1,2']],
    ['a,b\r\n"1\n2",3\r\n4,5', ['1 a,b\r', '2 "1\n2",3\r', '4 4,5']],
    ['a,b\n"x ""y"", z",2\n', ['1 a,b', '2 "x ""y"", z",2']],
    ['a,b\n5" ống,2\n', ['1 a,b', '2 5" ống,2']],
    ['\ufeff"a\nb",c\n1,2', ['1 \ufeff"a\nb",c'.replace('\ufeff', ''), '3 1,2']],
    ['a,b\n\n1,2\n', ['1 a,b', '3 1,2']],
    ['a,b\n,\n""," "\r\n,2\n', ['1 a,b', '4 ,2']],
    ['a,b\n"x"y,1\n3,4\n', ['1 a,b', '2 quotes', '3 3,4']],
    ['a,b\n"x,1\n3,4\n"y"z,5\n6,7\n', ['1 a,b', '2 quotes', '3 3,4', '4 quotes', '5 6,7']],
    ['a,b\n"x,1\n3,4\n5,6', ['1 a,b', '2 quotes', '3 3,4', '4 5,6']],
    ['a,b\n"x,1', ['1 a,b', '2 quotes']],
    ['', []],
  ])('%j', async (text, expected) => {
    for (const size of [1, 2, 7, 100]) expect(told(await split(text, { size }))).toEqual(expected);
  });

  test('a record that is too long is passed over, an open quotation mark told at its line', async () => {
    const long = 'x'.repeat(200);
    expect(told(await split(`a,b\n${long},1\n3,4\n`, { maxBytes: 100 }))).toEqual([
      '1 a,b',
      '2 too-long',
      '3 3,4',
    ]);
    expect(told(await split(`a,b\n"o,1\n${'3,4\n'.repeat(40)}`, { maxBytes: 100 })).slice(0, 4)).toEqual([
      '1 a,b',
      '2 quotes',
      '3 3,4',
      '4 3,4',
    ]);
    expect(told(await split(`a,b\n"${long}\n${long}\n3,4`, { maxBytes: 100 }))).toEqual([
      '1 a,b',
      '2 too-long',
      '3 too-long',
      '4 3,4',
    ]);
  });

  test('in UTF-16, high byte first or last', async () => {
    const low = Buffer.from('\ufeffa\tb\n"Ċ\n"\t2\n', 'utf16le');
    const high = Buffer.from(low).swap16();
    for (const [bytes, isBigEndian] of [
      [low, false],
      [high, true],
    ] as const) {
      const records = await split(bytes, { width: 2, isBigEndian, separator: '\t', size: 3 });
      expect(records.map(({ line, fault }) => [line, fault])).toEqual([
        [1, null],
        [2, null],
      ]);
    }
  });

  test('of a file made to be read again and again, in time that grows with its length', async () => {
    const hostile = 'x""","a\n'.repeat(50_000);
    const records = await split(hostile, { maxBytes: 1 << 20, size: 1 << 16 });
    expect(records.every(({ fault }) => fault === 'quotes')).toBe(true);
  });

  test('are told with their fields, and the last that holds something', async () => {
    const records = await split('a,b\n1,2,\n1\n"x, y", ,\n,"",3\n');
    expect(records.map(({ fields, filled }) => [fields, filled])).toEqual([
      [2, 2],
      [3, 2],
      [1, 1],
      [3, 1],
      [3, 3],
    ]);
  });

  test('what was written as RFC 4180 says is read again', async () => {
    const cell = string({ unit: constantFrom('a', 'ở', ',', '"', '\n', '\r\n', ' ', ';'), maxLength: 6 });
    const table = array(array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await assert(
      asyncProperty(table, integer({ min: 1, max: 9 }), async (rows, size) => {
        const print = (row: string[]): string => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',');
        const records = await split(rows.map((row) => `${print(row)}\n`).join(''), { size });
        const read = records.map(({ bytes }) =>
          parseCsvRow(new TextDecoder().decode(bytes ?? new Uint8Array()), ','),
        );
        // Rows of nothing but blanks are passed over, below the first.
        expect(read).toEqual(rows.filter((row, i) => i === 0 || row.some((one) => one.trim() !== '')));
      }),
    );
  });
});

test.each([
  ['a,b;c', ','],
  ['Tiêu đề;"Nội dung, và";Ngày', ';'],
  ['a\tb\tc', '\t'],
  ['a|b', '|'],
  ['một', ','],
])('%j is parted by %j', (header, separator) => {
  expect(separatorOf(header)).toBe(separator);
});

test.each([
  ['sep=;\r\n', ';'],
  ['\ufeff"sep=\t"\n', '\t'],
  ['sep=x\n', null],
  ['title;body\n', null],
])('%j names %j', (line, separator) => {
  expect(separatorLine(line)).toBe(separator);
});

test.each([
  ['a,"b ""c""",', ['a', 'b "c"', '']],
  ['"a" ,b', ['a', 'b']],
  ['5" ống,b', ['5" ống', 'b']],
  ['"a"b,c', null],
  ['"a', null],
  ['', ['']],
])('the row %j → %j', (row, fields) => {
  expect(parseCsvRow(row, ',')).toEqual(fields);
});

test('no row keeps the reader for ever', () => {
  const row = string({ unit: constantFrom('"', ',', 'a', ' ') });
  expect(check(property(row, (text) => void parseCsvRow(text, ','))).failed).toBe(false);
});
