import { expect, test } from 'vitest';
import { countWords, fillWords } from '../../../../src/components/search/fill-words.ts';
import { toKnownParts, toMarkedParts } from '../../../../src/components/search/marked-parts.ts';
import { toSearchExamples } from '../../../../src/components/search/search-examples.ts';
import { shortDate } from '../../../../src/components/search/short-date.ts';

test.each([
  ['2022', 'vi', '2022'],
  ['2022-02', 'vi', 'tháng 2 năm 2022'],
  ['2022-02-28', 'vi', '28/2/2022'],
  ['2022-02-28T23:30+07:00', 'vi', '28/2/2022'],
  ['2022-02', 'en', 'February 2022'],
  ['2022-02-28', 'en', '28 Feb 2022'],
  ['hôm qua', 'vi', 'hôm qua'],
])('%s in %s is shown as %s', (date, language, shown) => {
  expect(shortDate(date, language)).toBe(shown);
});

test.each([
  [
    '[[lũ]] lớn',
    [
      ['lũ', true],
      [' lớn', false],
    ],
  ],
  [
    'về [[lũ]] và [[lụt]]',
    [
      ['về ', false],
      ['lũ', true],
      [' và ', false],
      ['lụt', true],
    ],
  ],
  ['không có gì', [['không có gì', false]]],
  ['hở [[ngoặc', [['hở [[ngoặc', false]]],
  ['', []],
])('%j is parted at its marks', (text, parts) => {
  expect(toMarkedParts(text).map((part) => [part.text, part.marked])).toEqual(parts);
});

test('a text with brackets of its own keeps them and goes without marks', () => {
  expect(toKnownParts('giá [[gạo]] tăng', 'giá gạo tăng').filter(({ marked }) => marked)).toHaveLength(1);
  expect(toKnownParts('giá [[gạo]] [[tăng]]', 'giá gạo [[tăng]]')).toEqual([
    { text: 'giá gạo [[tăng]]', marked: false },
  ]);
});

test('a number takes its plural and its separators', () => {
  const articles = { one: '{n} article', other: '{n} articles' };
  expect([0, 1, 2, 1204].map((n) => countWords(articles, n, 'en'))).toEqual([
    '0 articles',
    '1 article',
    '2 articles',
    '1,204 articles',
  ]);
  expect(countWords({ other: '{n} bài' }, 1204, 'vi')).toBe('1.204 bài');
});

test('a name without a value stays, and a value is not filled in again', () => {
  expect(fillWords('{a} {b}', { a: '{b}' })).toBe('{b} {b}');
});

test('examples come from the archive: a title with its marks, another without, a phrase, a document', () => {
  const article = { titleSupplied: false, opening: null, citedDocuments: [] };
  expect(
    toSearchExamples([
      { ...article, title: 'Tên do thủ thư đặt', titleSupplied: true },
      { ...article, title: 'Chợ nổi: ghe thuyền đông trở lại sau lũ' },
      { ...article, title: 'Đường đến trường', opening: 'Sáng 3/5, học sinh xã bên sông qua cầu.' },
      { ...article, title: 'Khong dau gi ca', citedDocuments: ['35-NQ/TW'] },
    ]),
  ).toEqual({
    withMarks: 'ghe thuyền đông trở',
    withoutMarks: 'duong den truong',
    phrase: '"học sinh xã"',
    document: '35-NQ/TW',
  });
  expect(toSearchExamples([])).toEqual({ withMarks: null, withoutMarks: null, phrase: null, document: null });
});
