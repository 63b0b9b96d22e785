import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/extract/extract-page.ts';

const prose = (n: number): string =>
  `<p>Phiên chợ thứ ${String(n)} họp từ lúc trời chưa sáng, gạo tẻ bán mười hai nghìn đồng một cân, người mua vẫn đông như mọi phiên.</p>`;

const picturesOf = (middle: string, head = '') => {
  const { draft, pictures } = extractPage(
    `<html><head><title>Phiên chợ ở Vồm</title>${head}</head><body><article><h1>Phiên chợ ở Vồm</h1>${prose(1)}${prose(2)}${middle}${prose(3)}${prose(4)}</article></body></html>`,
  );
  return { body: draft?.body ?? [], ...pictures };
};

const figure = (image: string, caption = '<figcaption>Cổng chợ Vồm. Ảnh: AN</figcaption>'): string =>
  `<figure>${image}${caption}</figure>`;

describe('the pictures of a page', () => {
  test('belong to their figures, with words and address', () => {
    const { body, found } = picturesOf(figure('<img src="a.jpg" alt="Cổng chợ">'));
    expect(body[2]).toMatchObject({ type: 'figure', image: { src: null, alt: 'Cổng chợ' } });
    expect(found).toEqual([
      { addresses: ['a.jpg'], alt: 'Cổng chợ', isFigure: true, at: 2, hasCaption: true },
    ]);
  });

  test.each([
    ['late ones', '<img src="dot.gif" data-src="b.jpg">', ['b.jpg', 'dot.gif']],
    ['data-original', '<img data-original="b.jpg" src="dot.gif">', ['b.jpg', 'dot.gif']],
    [
      'the widest of a set',
      '<img srcset="s.jpg 320w, l.jpg 1280w" src="m.jpg">',
      ['l.jpg', 's.jpg', 'm.jpg'],
    ],
    [
      'picture and its sources',
      '<picture><source srcset="a.avif"><source srcset="b.webp 2x"><img src="c.jpg"></picture>',
      ['a.avif', 'b.webp', 'c.jpg'],
    ],
    [
      'what is there without scripts',
      '<img src="dot.gif"><noscript><img src="b.jpg"></noscript>',
      ['dot.gif', 'b.jpg'],
    ],
    ['the picture that a link opens', '<a href="large.jpg"><img src="s.jpg"></a>', ['s.jpg', 'large.jpg']],
  ])('are looked for where browsers find them: %s', (_, image, addresses) => {
    expect(picturesOf(figure(image)).found?.[0]?.addresses).toEqual(addresses);
  });

  test('without a caption stand before the next block, and make no block by themselves', () => {
    const { body, found } = picturesOf('<p><img src="a.jpg"></p>');
    expect(body.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph', 'paragraph']);
    expect(found).toMatchObject([{ addresses: ['a.jpg'], isFigure: false, at: 2, hasCaption: false }]);
  });

  test('of one figure each have a place, the first with the caption', () => {
    const { found } = picturesOf(figure('<img src="a.jpg"><img src="b.jpg">'));
    expect(found).toMatchObject([
      { addresses: ['a.jpg'], at: 2, hasCaption: true },
      { addresses: ['b.jpg'], at: 3, hasCaption: false },
    ]);
  });

  test('of advertisements, and other articles, are none of the text', () => {
    expect(picturesOf('<p><a href="https://quang-cao.example/"><img src="a.jpg"></a></p>').found).toEqual([]);
  });

  test('are relative to what the page says', () => {
    const base = '<base href="https://anh.bao-cho.example/2019/">';
    expect(picturesOf(figure('<img src="a.jpg">'), base).base).toBe('https://anh.bao-cho.example/2019/');
    expect(picturesOf('').base).toBeNull();
  });

  test('are few, however many addresses a page gives', () => {
    const many = Array.from({ length: 500 }, (_, i) => `<p><img src="${String(i)}.jpg"></p>`).join('');
    expect(picturesOf(many).found?.length).toBe(100);
    const set = Array.from({ length: 9000 }, (_, i) => `${String(i)}.jpg ${String(i)}w`).join(', ');
    expect(picturesOf(figure(`<img srcset="${set}">`)).found?.[0]?.addresses.length).toBeLessThanOrEqual(24);
  });
});
