import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleSchema, type Article } from '../../../src/article/article.ts';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { printArticle } from '../../../src/article/print-article.ts';

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Đà Nẵng',
        'hoà',
        'hòa',
        'ngày 3/8',
        '35-NQ/TW',
        'lúc 14:30',
        'Ảnh:',
        'TP.HCM',
        'a:b',
        ':credit[x]',
        ':::figure',
        '---',
        '# một',
      ),
      fc.constantFrom(
        '*sao*',
        '_gạch_',
        '`mã`',
        '<b>đậm</b>',
        '[x](y)',
        '![a](b)',
        '1. một',
        '- hai',
        '> ba',
        '|',
        '\\',
        '&amp;',
        'http://x.vn',
        '~~a~~',
        '[^1]',
        '+',
        '=',
        '{a=b}',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '));
const lines = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));
const cells = fc
  .integer({ min: 1, max: 3 })
  .chain((width) =>
    fc.array(fc.array(words, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
  );
const blocks = fc.oneof(
  fc.record({ type: fc.constant('paragraph'), text: lines }),
  fc.record({ type: fc.constant('heading'), level: fc.constantFrom(2, 3, 4), text: words }),
  fc.record({ type: fc.constant('quote'), text: lines }),
  fc.record({
    type: fc.constant('list'),
    ordered: fc.boolean(),
    items: fc.array(lines, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('table'), rows: cells }),
  fc
    .record({
      image: fc.option(fc.record({ src: fc.constantFrom('images/a.jpg', null), alt: words })),
      before: words,
      credit: fc.option(words),
    })
    .map(({ image, before, credit }) => ({
      type: 'figure',
      image,
      text: credit === null ? before : `${before} Ảnh: ${credit}`,
      credit,
    })),
);
const articles = fc
  .record({
    id: fc.constant('bao-x/2022/gia-gao'),
    title: words,
    titleSupplied: fc.boolean(),
    kicker: fc.option(words),
    lead: fc.option(lines),
    source: fc.constant('bao-x'),
    publishedAt: fc.constantFrom('2022', '2022-02', '2022-02-28', '2022-02-28T14:18+07:00', null),
    authors: fc.array(words, { maxLength: 2 }),
    body: fc.array(blocks, { maxLength: 6 }),
  })
  .map((input) => articleSchema.safeParse(input))
  .filter((parsed) => parsed.success)
  .map((parsed): Article => parsed.data);

describe('an article and its file', () => {
  test('parsing what was printed gives the article back', () => {
    fc.assert(
      fc.property(articles, (article) => {
        expect(parseArticle(printArticle(article))).toEqual({ article, problems: [] });
      }),
      { numRuns: 1000 },
    );
  });
});
