import { describe, expect, test } from 'vitest';
import { dateFormPattern, parseDateForm } from '../../../src/extract/date-form.ts';
import { extractCsv } from '../../../src/extract/extract-csv.ts';
import { extractFeed } from '../../../src/extract/extract-feed.ts';
import { extractJson } from '../../../src/extract/extract-json.ts';
import { fieldMapSchema, type FieldMap } from '../../../src/extract/field-map.ts';
import { checkColumns, mapRecord } from '../../../src/extract/map-record.ts';
import { describeProblem } from '../../../src/problem/describe-problem.ts';

describe('the form of a date', () => {
  test.each([
    ['04/05/2019', 'dd/mm/yyyy', '2019-05-04'],
    ['4/5/2019 8:30', 'dd/mm/yyyy hh:mm', '2019-05-04T08:30:00+07:00'],
    ['8:30:15 04-05-19', 'hh:mm:ss dd-mm-yy', '2019-05-04T08:30:15+07:00'],
    ['20190504', 'yyyymmdd', '2019-05-04'],
    ['05/2019', 'mm/yyyy', '2019-05'],
    ['2019', 'yyyy', '2019'],
    ['2019-05-04 20:30:00.000', 'yyyy-mm-dd hh:mi:ss', '2019-05-04T20:30:00+07:00'],
    ['04/05/2019 08:30 CH', 'dd/mm/yyyy hh:mm', '2019-05-04T20:30:00+07:00'],
    ['5/4/2019 12:05 AM', 'mm/dd/yyyy hh:mm', '2019-05-04T00:05:00+07:00'],
    ['ngày 04 tháng 05 năm 2019', 'ngày dd tháng mm năm yyyy', '2019-05-04'],
    ['1556933400', 'unix', '2019-05-04T08:30:00+07:00'],
    ['1556933400000', 'unix-ms', '2019-05-04T08:30:00+07:00'],
    ['31/02/2019', 'dd/mm/yyyy', null],
    ['2019-05-04', 'dd/mm/yyyy', null],
    ['hôm qua', 'unix', null],
    ['99999999999999', 'unix', null],
  ])('%s as %s → %s', (value, form, date) => {
    expect(parseDateForm(value, form)).toBe(date);
  });

  test.each(['dd/mm', 'hh:mm', 'yyyy yyyy', 'dd yyyy', 'd/m/Y', ''])('%j is none', (form) => {
    expect(dateFormPattern(form)).toBeNull();
  });
});

const map = (value: unknown): FieldMap => fieldMapSchema.parse(value);

describe('a field map', () => {
  test('names columns and paths, the first that holds something; constants; prefix and suffix', () => {
    const fields = map({
      title: ['ten', 'data.tit'],
      body: { from: 'nd', as: 'text' },
      url: { from: 'alias', prefix: 'https://bao-cho.example/', suffix: '.html' },
      source: { constant: 'bao-cho' },
      authors: { from: 'nguoi.ten' },
      publishedAt: { from: 'gio', date: 'unix' },
      section: null,
    });
    const record = {
      ten: '',
      data: { tit: 'Chợ Vồm' },
      nd: 'Chợ <p> họp.',
      alias: 'cho-vom',
      nguoi: [{ ten: 'Lê An' }, { ten: 'Trần Bình' }],
      gio: 1556933400,
      section: 'Kinh tế',
    };
    expect(mapRecord(record, fields, false)).toMatchObject({
      fields: {
        title: 'Chợ Vồm',
        body: 'Chợ <p> họp.',
        url: 'https://bao-cho.example/cho-vom.html',
        source: 'bao-cho',
        authors: ['Lê An', 'Trần Bình'],
        publishedAt: '2019-05-04T08:30:00+07:00',
      },
      problems: [],
    });
  });

  test.each([
    [
      { authors: { from: 'a', separator: ' - ' } },
      { a: 'Lê An - Trần Bình' },
      { authors: ['Lê An', 'Trần Bình'] },
    ],
    [
      { authors: { from: 'a', separator: '' } },
      { a: 'TS. Lê An, Sở Y tế' },
      { authors: ['TS. Lê An, Sở Y tế'] },
    ],
    [{}, { 'Tác giả': 'Lê An; Trần Bình' }, { authors: ['Lê An', 'Trần Bình'] }],
    [{}, { NGAY_DANG: '1556933400' }, { publishedAt: '2019-05-04T08:30:00+07:00' }],
    [{}, { ngay_dang: '0000-00-00 00:00:00', title: 'NULL', source: '\\N' }, {}],
    [{}, { 'TIÊU ĐỀ': 'Chợ', noi_dung: '<p>Họp.</p>' }, { title: 'Chợ', body: { html: '<p>Họp.</p>' } }],
    [{ title: { from: 't', as: 'html' } }, { t: 'Chợ &amp; <i>bến</i>' }, { title: 'Chợ & bến' }],
    [{ title: '__proto__.x' }, { a: 1 }, {}],
    [{ title: 'constructor' }, { a: 1 }, {}],
  ])('%j of %j → %j', (fields, record, mapped) => {
    expect(mapRecord(record, map(fields), false)).toMatchObject({ fields: mapped, problems: [] });
    expect(Object.keys(mapRecord(record, map(fields), false).fields)).toEqual(Object.keys(mapped));
  });

  test('a date that is not in the form that was named is told', () => {
    const { fields, problems } = mapRecord(
      { d: '2019' },
      map({ publishedAt: { from: 'd', date: 'dd/mm/yyyy' } }),
      false,
    );
    expect(fields).toEqual({});
    expect(problems).toMatchObject([
      { code: 'date-invalid', values: { field: 'publishedAt', value: '2019', of: 'of-column', column: 'd' } },
    ]);
  });

  test.each([
    [['Tiêu đề', 'Nội dung'], {}, null],
    [['f1', 'f2'], {}, 'columns-unknown'],
    [['f1', 'f2'], { title: 'f1', body: 'F2' }, null],
    [['title'], {}, 'columns-unknown'],
    [['title'], { body: { constant: 'x' } }, null],
    [['title', 'body'], { title: 'nope' }, 'columns-unknown'],
  ])('%j under %j: %s', (columns, fields, code) => {
    expect(checkColumns(columns, map(fields))?.code ?? null).toBe(code);
  });

  test.each([
    { tit: 'a' },
    { title: { from: 'a', to: 'b' } },
    { publishedAt: { from: 'a', date: 'dd/mm' } },
    { title: [] },
  ])('%j is none', (value) => {
    expect(fieldMapSchema.safeParse(value).success).toBe(false);
  });
});

describe('rows, lines and entries', () => {
  test('a line of JSON under names of its own', () => {
    const line = JSON.stringify({
      bai: { tua: 'Chợ Vồm', than: '<p>Chợ họp ở bến mới.</p><p>Bến rộng.</p>' },
    });
    const { draft, problems } = extractJson(line, map({ title: 'bai.tua', body: 'bai.than' }));
    expect(problems).toEqual([]);
    expect(draft).toMatchObject({
      title: 'Chợ Vồm',
      body: [
        { type: 'paragraph', text: 'Chợ họp ở bến mới.' },
        { type: 'paragraph', text: 'Bến rộng.' },
      ],
    });
  });

  test('a lead that opens the text is not repeated; a summary that was cut from it is none', () => {
    const row = (lead: string): string =>
      `title,lead,body\nChợ,${lead},"Chợ Vồm từ nay họp ở bến mới đầu làng.\nBến rộng hơn."`;
    expect(extractCsv(row('Chợ Vồm từ nay họp ở bến mới đầu làng.')).draft).toMatchObject({
      lead: 'Chợ Vồm từ nay họp ở bến mới đầu làng.',
      body: [{ text: 'Bến rộng hơn.' }],
    });
    expect(extractCsv(row('Chợ Vồm từ nay họp ở bến mới đầu làng. Bến...')).draft).toMatchObject({
      lead: null,
      body: [{ text: 'Chợ Vồm từ nay họp ở bến mới đầu làng.' }, { text: 'Bến rộng hơn.' }],
    });
  });

  test.each([
    ['title,body', 'csv-quotes-broken'],
    ['title,body\n"a"b,c', 'csv-quotes-broken'],
    ['title,body\na,b,c', 'csv-row-uneven'],
    ['title,body\na,', 'text-missing'],
  ])('%j is refused: %s', (text, code) => {
    expect(extractCsv(text)).toMatchObject({ draft: null, problems: [{ code }] });
  });

  test.each([
    ['title,body,url\na,,', 'entry-named', 'fill-text'],
    ['title,body,url\n,,', 'entry-bare', 'fill-text'],
    ['title,body,url\n,,https://bao-cho.example/1', 'entry-at', 'save-page'],
    ['title,body,url\na,,https://bao-cho.example/1', 'entry', 'save-page'],
  ])('text-missing of %j tells what there is, and no more', (text, reason, advice) => {
    const [problem] = extractCsv(text).problems;
    expect(problem?.values).toMatchObject({ reason, advice });
    if (problem !== undefined) expect(describeProblem(problem, 'vi').message).not.toMatch(/“”|[{}]|\s$/);
  });

  test('a date that is none names the column that it stands in', () => {
    const { draft, problems } = extractCsv('Tiêu đề,Nội dung,Ngày đăng\nChợ,Họp.,31-02-2009');
    expect(draft).toMatchObject({ publishedAt: null });
    expect(problems).toMatchObject([
      { code: 'date-invalid', values: { field: 'publishedAt', reason: 'not-a-day', column: 'Ngày đăng' } },
    ]);
  });

  test('an entry that nests without end is refused, one that asks for a bomb of entities is read as it stands', () => {
    const rss = (inside: string): string =>
      `<rss><channel><item><title>Chợ</title><description>${inside}</description></item></channel></rss>`;
    expect(extractFeed(rss('<a>'.repeat(100_000))).problems).toMatchObject([{ code: 'page-too-deep' }]);
    expect(extractFeed(`<!DOCTYPE rss [<!ENTITY a "&a;&a;">]>${rss('&a;')}`).problems).toMatchObject([
      { code: 'text-missing' },
    ]);
  });
});
