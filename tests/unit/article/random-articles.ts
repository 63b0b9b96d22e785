import fc from 'fast-check';
import { articleSchema, type Article } from '../../../src/article/article.ts';

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
const dates = fc.constantFrom('2022', '2022-02', '2022-02-28', '2022-02-28T14:18+07:00', null);
const names = fc.array(words, { maxLength: 2 });

/** Articles with all kinds of texts in all their fields, and no captures. */
export const articles = fc
  .record({
    id: fc.constant('bao-x/2022/gia-gao'),
    title: words,
    titleSupplied: fc.boolean(),
    kicker: fc.option(words),
    lead: fc.option(lines),
    source: fc.constant('bao-x'),
    url: fc.constantFrom('https://bao-x.example/a?b=1;c=%22', null),
    publishedAt: dates,
    publishedAtInferred: fc.boolean(),
    eventDate: fc.constantFrom('--08-03', '2014', null),
    updatedAt: dates,
    authors: names,
    organisation: fc.option(words),
    section: fc.option(words),
    citedDocuments: names,
    documents: fc.array(fc.record({ name: words, issuer: fc.option(words), date: dates }), { maxLength: 2 }),
    places: names,
    language: fc.constantFrom('vi', 'en'),
    body: fc.array(blocks, { maxLength: 6 }),
  })
  .map((input) => articleSchema.safeParse(input))
  .filter((parsed) => parsed.success)
  .map((parsed): Article => parsed.data);

/** A small sound article. */
export const anArticle = (fields: Partial<Article> = {}): Article => ({
  ...articleSchema.parse({
    id: 'bao-x/2022/gia-gao',
    title: 'Giá gạo',
    source: 'bao-x',
    body: [{ type: 'paragraph', text: 'Lúa về chậm vì mưa.' }],
  }),
  ...fields,
});
