import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textKey } from '../../../src/archive/text-key.ts';
import { blockSchema, type Block } from '../../../src/article/block.ts';
import { parseBody } from '../../../src/article/parse-body.ts';
import { printBody } from '../../../src/article/print-body.ts';
import { hashInName, withoutPictures } from '../../../src/article/without-pictures.ts';

const hash = 'ab'.repeat(32);
const src = `images/ab/${hash}.jpg`;
const heading = { title: 'Chợ', titleSupplied: false, kicker: null, lead: null };
const keyOf = (body: readonly Block[]) => textKey(heading, printBody(body));

const words = fc
  .array(
    fc.constantFrom('Chợ', '"phiên"', "'x'", '{a=b}', ':::', ':::figure{src="x"}', '&amp;', '}', '\\', '>'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(' '));
const sides = fc.record({
  width: fc.integer({ min: 1, max: 65_535 }),
  height: fc.integer({ min: 1, max: 65_535 }),
});
const images = fc
  .tuple(fc.oneof(words, fc.constant('')), fc.oneof(sides, fc.constant({})))
  .map(([alt, size]) => ({ src, alt, ...size }));
const figures = fc
  .tuple(images, fc.oneof(words, fc.constant('')))
  .map(([image, text]) => ({ type: 'figure', image, text, credit: null }));
const others = fc.oneof(
  words.map((text) => ({ type: 'paragraph', text })),
  words.map((text) => ({ type: 'quote', text })),
  fc.constant({ type: 'table', rows: [['a', 'b']] }),
);
const bodies = fc
  .array(fc.oneof(figures, others), { minLength: 1, maxLength: 6 })
  .map((blocks): Block[] => blocks.map((block) => blockSchema.parse(block)));

describe('a text without its pictures', () => {
  test('has the same key, with the pictures and without', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        expect(await keyOf(body)).toBe(await keyOf(withoutPictures(body)));
      }),
    );
  });

  test('comes back from its file with the pictures, their sizes and their words', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(parseBody(printBody(body))).toEqual({ body, faults: [] });
      }),
    );
  });

  test('keeps a picture that somebody put there by hand', () => {
    const body = [
      { type: 'figure', image: { src: 'images/cho.jpg', alt: '' }, text: '', credit: null },
    ] as const satisfies Block[];
    expect(withoutPictures(body)).toEqual(body);
    expect(hashInName('images/cho.jpg')).toBeNull();
    expect(hashInName(`images/cd/${hash}.jpg`)).toBeNull();
    expect(hashInName(src)).toBe(hash);
  });

  test.each([
    ['a width alone', 'src="images/cho.jpg" width="3"'],
    ['a size without a picture', 'alt="Chợ" width="3" height="4"'],
    ['a size of nothing', 'src="images/cho.jpg" width="0" height="4"'],
    ['a size in other words', 'src="images/cho.jpg" width="50%" height="4"'],
  ])('tells %s, and keeps the figure', (_, attributes) => {
    const { body, faults } = parseBody(`:::figure{${attributes}}\nChợ phiên\n:::\n`);
    expect(faults.map(({ kind }) => kind)).toContain('figure-attribute');
    expect(body).toMatchObject([{ type: 'figure', text: 'Chợ phiên' }]);
    expect(body[0]).not.toHaveProperty('image.width');
  });
});
