import { expect, test } from 'vitest';
import { toCsvFile } from '../../../../src/components/csv-file.ts';
import { toTrendCsv, trendCsvName } from '../../../../src/components/trends/trend-csv.ts';
import { toTrendExamples } from '../../../../src/components/trends/trend-examples.ts';
import { toTrendPicture } from '../../../../src/components/trends/trend-series.ts';

test.each([
  ['lũ', 'lũ'],
  ['"lũ lụt"', '"""lũ lụt"""'],
  ['a, b', '"a, b"'],
  ['a\nb', '"a\nb"'],
  ['=1+1', "'=1+1"],
  ['-lũ', "'-lũ"],
  ['@a', "'@a"],
  ['＝1', "'＝1"],
])('a cell %j is written %j', (text, cell) => {
  expect(toCsvFile([[text]])).toBe(`\ufeff${cell}\r\n`);
});

test('a negative number is no formula', () => {
  expect(toCsvFile([[-1, 2.5]])).toBe('\ufeff-1,2.5\r\n');
});

const words = { year: 'Năm', archive: 'Cả kho', undated: 'Không rõ ngày', perThousand: 'trên 1.000 bài' };

test('the file has both units, the empty years empty, and the undated last', () => {
  const picture = toTrendPicture(
    [
      { slot: 0, query: 'lũ', years: { 2001: 1, undated: 1 }, unread: [] },
      { slot: 1, query: '-bão lũ', years: { 2003: 2 }, unread: [] },
    ],
    { 2001: 3, 2003: 4, undated: 2 },
    { from: '', to: '', unit: 'per-thousand' },
  );
  expect(toTrendCsv(picture, words).split('\r\n')).toEqual([
    "\ufeffNăm,Cả kho,lũ,lũ (trên 1.000 bài),'-bão lũ,'-bão lũ (trên 1.000 bài)",
    '2001,3,1,333,0,0',
    '2002,0,,,,',
    '2003,4,0,0,2,500',
    'Không rõ ngày,2,1,500,0,0',
    '',
  ]);
  expect(trendCsvName(picture)).toBe('xu-huong-lu-bao-lu.csv');
});

test('examples are the commonest names of each list, three at most', () => {
  const names = [
    { name: 'Huế', count: 2 },
    { name: 'Vinh', count: 0 },
    { name: 'Đà Nẵng', count: 9 },
    { name: 'Mỹ Tho', count: 1 },
    { name: 'Sa Pa', count: 3 },
  ];
  expect(toTrendExamples([names, [], [{ name: 'x', count: 0 }]])).toEqual([['Đà Nẵng', 'Sa Pa', 'Huế']]);
});
