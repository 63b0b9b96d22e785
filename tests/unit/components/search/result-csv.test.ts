import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultCsvName, toResultCsv } from '../../../../src/components/search/result-csv.ts';
import { readCsv } from './read-csv.ts';
import { sampleResult, sampleSetting } from './result-samples.ts';

const columns =
  'tier,title,title_supplied,published_at,published_at_inferred,source_id,source_name,section,places,documents,authors,address,excerpt';

const titleCell = (title: string): string | undefined =>
  readCsv(toResultCsv([sampleResult({ title })], sampleSetting))[1]?.[1];

describe('the table of results', () => {
  test('has a byte order mark, the columns and a row for each result', () => {
    expect(toResultCsv([], sampleSetting)).toBe(`\ufeff${columns}\r\n`);
    const [, row] = readCsv(toResultCsv([sampleResult()], sampleSetting));
    expect(row).toEqual([
      'exact',
      'Chợ phiên',
      'false',
      '2014-03-01',
      'false',
      'bao-song',
      'Báo Sông',
      'Đời sống',
      'Hòa Bình; Sơn La',
      '35-NQ/TW',
      'Vũ Hà',
      'https://kho.example/luu-tru/bai/bao-song/2014/cho-phien/',
      '…họp chợ ven sông',
    ]);
  });

  test('leaves empty what is unknown, and says what the cataloguer supplied', () => {
    const { details, ...bare } = sampleResult({
      titleSupplied: true,
      publishedAt: null,
      publishedAtInferred: true,
    });
    expect(details).toBeDefined();
    const [, row] = readCsv(toResultCsv([bare], sampleSetting));
    expect(row?.slice(1, 5)).toEqual(['Chợ phiên', 'true', '', 'true']);
    expect(row?.slice(7, 11)).toEqual(['', '', '', '']);
  });

  test.each([
    ['Giá "gạo", muối', 'Giá "gạo", muối'],
    ['Một\nhai\r\nba', 'Một\nhai\r\nba'],
    ['=HYPERLINK("http://x.example","a")', `'=HYPERLINK("http://x.example","a")`],
    ['+84 tỷ', "'+84 tỷ"],
    ['-1+cmd|calc', "'-1+cmd|calc"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1+1', "'＝1+1"],
    ['2 = 1 + 1', '2 = 1 + 1'],
    ['\u202egnuos סוף', '\u202egnuos סוף'],
    ["'đã có phẩy", "'đã có phẩy"],
  ])('a title %j is the cell %j', (title, cell) => {
    expect(titleCell(title)).toBe(cell);
  });

  test('any text comes back, but for an apostrophe before what would be a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const cell = titleCell(title);
        expect(cell === title || cell === `'${title}`).toBe(true);
        expect(/^[=+\-@\t\r]/.test(cell ?? '=')).toBe(false);
      }),
    );
  });

  test.each([
    [['Chợ phiên'], 'tim-cho-phien.csv'],
    [['lũ lụt', '"bảo vệ" -bão'], 'tim-lu-lut-bao-ve-bao.csv'],
    [['../../etc/passwd'], 'tim-etc-passwd.csv'],
    [['中'], 'tim-bai.csv'],
  ])('is named by its queries: %j gives %s', (queries, name) => {
    expect(resultCsvName(queries)).toBe(name);
  });
});
