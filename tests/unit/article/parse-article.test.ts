import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';

const file = (record: string, body = 'Chợ họp sớm.'): string =>
  `---\nid: bao-x/2009/gia-gao\ntitle: Giá gạo\nsource: bao-x\n${record}---\n\n${body}\n`;

const told = (text: string): string[] =>
  parseArticle(text).problems.map(({ code, place }) => `${code} ${place.line ?? '?'}:${place.column ?? '?'}`);

describe('problems of an article file stand at their place', () => {
  test.each([
    ['31/02 as a day', file('publishedAt: 2009-02-31\n'), ['date-invalid 5:14']],
    ['a day as people write it', file('publishedAt: 31/02/2009\n'), ['date-invalid 5:14']],
    ['an instant without its zone', file('publishedAt: 2009-02-28T10:00:00\n'), ['date-invalid 5:14']],
    ['an unknown field', file('tittle: Giá gạo\n'), ['record-field-unknown 5:9']],
    ['authors that are no list', file('authors: An Nhiên\n'), ['record-field-invalid 5:10']],
    ['an address of another kind', file('url: javascript:alert(1)\n'), ['record-field-invalid 5:6']],
    ['broken YAML', file('kicker: "chưa đóng\n'), ['yaml-invalid 5:19']],
    ['aliases', file('a: &a [x]\nb: *a\n'), ['yaml-invalid 2:?']],
    ['no record at all', 'Chợ họp sớm.\n', ['front-matter-missing 1:?']],
    ['an id that climbs', file('').replace('bao-x/2009/gia-gao', '../../etc/passwd'), ['id-invalid 2:5']],
    ['raw HTML in the text', file('', '<script>alert(1)</script>'), ['markdown-html 7:?']],
    ['raw HTML in a line', file('', 'Chợ <b>họp</b> sớm.'), ['markdown-html 7:?', 'markdown-html 7:?']],
    ['an unknown container', file('', ':::video\nx\n:::'), ['markdown-unsupported 7:?']],
    ['an unknown attribute', file('', ':::figure{onclick="x"}\nChợ\n:::'), ['figure-attribute-unknown 7:?']],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('an error leaves no article, a warning does', () => {
    expect(parseArticle(file('publishedAt: 2009-02-31\n')).article).toBeNull();
    expect(parseArticle(file('', '<i>a</i> Chợ')).article?.body).toEqual([
      { type: 'paragraph', text: 'a Chợ' },
    ]);
  });
});

describe('what a person may write by hand', () => {
  test.each([
    ['a year as a number', 'publishedAt: 2009\n', { publishedAt: '2009' }],
    ['a month', 'publishedAt: 2009-02\n', { publishedAt: '2009-02' }],
    ['an event without its year', 'eventDate: --08-03\n', { eventDate: '--08-03' }],
    ['decomposed letters', `kicker: ${'CHỢ PHIÊN'.normalize('NFD')}\n`, { kicker: 'CHỢ PHIÊN' }],
  ])('%s', (_, record, expected) => {
    expect(parseArticle(file(record)).article).toMatchObject(expected);
  });

  test('CRLF and a byte-order mark change nothing', () => {
    const text = file('', 'Một.\n\n- hai\n- ba');
    expect(parseArticle(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(parseArticle(text));
  });

  test('what only looks like a directive stays as written', () => {
    expect(parseArticle(file('', 'Lúc 8:giờ, tỉnh:Nghệ An')).article?.body).toEqual([
      { type: 'paragraph', text: 'Lúc 8:giờ, tỉnh:Nghệ An' },
    ]);
  });

  test('a figure with its credit inside the caption', () => {
    const body = ':::figure{src="images/cho.jpg" alt="Chợ"}\nChợ phiên. Ảnh: :credit[AN NHIÊN]\n:::';
    expect(parseArticle(file('', body)).article?.body).toEqual([
      {
        type: 'figure',
        image: { src: 'images/cho.jpg', alt: 'Chợ' },
        text: 'Chợ phiên. Ảnh: AN NHIÊN',
        credit: 'AN NHIÊN',
      },
    ]);
  });
});
