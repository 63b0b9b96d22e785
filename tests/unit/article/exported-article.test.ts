import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExportedArticle, toExportedArticle } from '../../../src/article/exported-article.ts';
import { exportedColumns, fromExportedRow, toExportedRow } from '../../../src/article/exported-row.ts';
import { extractCsv } from '../../../src/extract/extract-csv.ts';
import { extractJson } from '../../../src/extract/extract-json.ts';
import { printCsvRow } from '../../../src/text/csv.ts';
import { anArticle, articles } from './random-articles.ts';

const bare = anArticle();
const exported = (more: object = {}) => ({
  article: bare,
  former: [],
  sourceName: 'Báo X',
  page: null,
  ...more,
});

const withoutCaptures = ({ captures, ...article }: typeof bare): object => ({
  ...article,
  captures: captures.slice(captures.length),
});

describe('a record of an export', () => {
  test('as a line of JSON Lines is read as the article that it was made of', () => {
    fc.assert(
      fc.property(articles, fc.array(articles, { maxLength: 2 }), (article, others) => {
        const former = others.map((other) => ({ ...other, id: article.id }));
        const line = JSON.stringify(toExportedArticle(exported({ article, former })));
        const { draft, problems } = extractJson(line);
        expect(problems).toEqual([]);
        expect(draft?.exported).toEqual({
          article: withoutCaptures(article),
          former: former.map(withoutCaptures),
          sourceName: 'Báo X',
        });
      }),
      { numRuns: 100 },
    );
  });

  test('as a row of a CSV file is read as the article that it was made of', () => {
    fc.assert(
      fc.property(articles, articles, (article, other) => {
        const former = [{ ...other, id: article.id }];
        const rows = [exportedColumns, toExportedRow(exported({ article, former }))];
        const { draft, problems } = extractCsv(`\ufeff${rows.map(printCsvRow).join('').slice(0, -2)}`);
        expect(problems).toEqual([]);
        expect(draft?.exported).toEqual({
          article: withoutCaptures(article),
          former: former.map(withoutCaptures),
          sourceName: 'Báo X',
        });
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['=HYPERLINK("http://x.example")', '\'=HYPERLINK("http://x.example")'],
    ['+84 28', "'+84 28"],
    ['-5 độ', "'-5 độ"],
    ['@tin', "'@tin"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["'tin", "'tin"],
    ['Tin', 'Tin'],
  ])('keeps a spreadsheet from taking %j for a formula, and reads it back', (title, cell) => {
    const row = toExportedRow(exported({ article: { ...bare, title } }));
    expect(row[exportedColumns.indexOf('title')]).toBe(cell);
    const cells = Object.fromEntries(exportedColumns.map((column, i) => [column, row[i] ?? '']));
    expect(parseExportedArticle(fromExportedRow(cells))).toMatchObject({ article: { title } });
  });

  test('tells the fields at fault', () => {
    const line = { ...toExportedArticle(exported()), publishedAt: '31/02/2009', source: 'Báo X' };
    expect(parseExportedArticle(line)).toEqual({ fields: ['source', 'publishedAt'] });
    expect(extractJson(JSON.stringify(line)).problems).toMatchObject([
      { code: 'json-field-invalid', values: { field: 'source' } },
      { code: 'json-field-invalid', values: { field: 'publishedAt' } },
    ]);
    expect(parseExportedArticle({ ...line, formerVersions: [{}] })).toEqual({
      fields: ['source', 'publishedAt'],
    });
    expect(parseExportedArticle({ ...toExportedArticle(exported()), formerVersions: [{}] })).toEqual({
      fields: ['formerVersions'],
    });
  });
});
