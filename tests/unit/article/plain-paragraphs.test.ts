import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/article/block.ts';
import { parseBody } from '../../../src/article/parse-body.ts';
import { printBody, printByGrammar } from '../../../src/article/print-body.ts';

const pieces = [
  'Chợ',
  'phiên',
  'họp',
  ' ',
  ' ',
  '.',
  ',',
  '1',
  '22',
  '(',
  ')',
  '"',
  '!',
  '…',
  '–',
  '-',
  '+',
  '#',
  '*',
  '_',
  '>',
  ':',
  '[',
  ']',
  '&',
  '<',
  '\\',
  '`',
  '~',
  '|',
  '@',
  '/',
  '=',
  "'",
  '$',
  'a',
  '·',
  '°',
  'w',
  'Ảnh: ',
  '“',
  'www.',
  'http',
  '://',
  '%',
];
const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').trim())
  .filter((one) => one !== '');
const figure: fc.Arbitrary<Block> = fc
  .record({
    before: text,
    gap: fc.constantFrom(' ', '', ' (', ': '),
    credit: fc.option(text),
    after: fc.constantFrom('', '.', ')', ' và'),
    alt: fc.option(text),
    src: fc.option(fc.constantFrom('images/ab/cho-phien.jpg', 'images/x_1.png')),
  })
  .map(({ before, gap, credit, after, alt, src }): Block => {
    const image =
      alt === null
        ? null
        : { src, alt: alt.trim(), ...(src !== null && alt.length % 2 === 0 && { width: 640, height: 480 }) };
    const caption = credit === null ? before : `${before}${gap}${credit}${after}`;
    return { type: 'figure', image, text: caption, credit };
  });
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: figure },
  { weight: 6, arbitrary: text.map((own): Block => ({ type: 'paragraph', text: own })) },
  { weight: 1, arbitrary: text.map((own): Block => ({ type: 'heading', level: 2, text: own })) },
  { weight: 1, arbitrary: text.map((own): Block => ({ type: 'quote', text: own })) },
  {
    weight: 1,
    arbitrary: fc
      .array(text, { minLength: 1, maxLength: 3 })
      .map((items): Block => ({ type: 'list', ordered: false, items })),
  },
);

describe('printBody', () => {
  test('puts plain paragraphs and captions down as the whole grammar would', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (body) => {
        expect(printBody(body)).toBe(printByGrammar(body));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    'Từ tờ mờ sáng, đường xuống chợ đã đông (có nơi tắc).',
    'Giá gạo 8,11 nghìn đồng; tăng 3%!',
    'a. Chợ phiên',
    'Xem www.example.vn',
    'Lúc 7:30, ông A: “Chợ họp sớm”: lúa 1/2 & ngô = no.',
  ])('%s is read back', (own) => {
    const body: Block[] = [{ type: 'paragraph', text: own }];
    expect(parseBody(printBody(body)).body).toEqual(body);
    expect(printBody(body)).toBe(printByGrammar(body));
  });
});
