import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/text/fold-text.ts';
import { findNearTexts } from '../../../src/text/near-texts.ts';
import { countCommon, toShingles } from '../../../src/text/shingles.ts';

/** Words that no two articles have in the same order, but for a run of the same numbers. */
const syllables = ['chợ', 'gạo', 'đò', 'bến', 'mưa', 'lúa', 'sông', 'phiên', 'đồng', 'hàng', 'sáng', 'vãn'];
const articleText = (seed: number, words = 200): string => {
  let state = seed * 2654435761 + 1;
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return `${syllables[(state >>> 8) % syllables.length] ?? ''}${state & 1 ? ',' : ''}`;
  }).join(' ');
};
const whole = articleText(1);
const words = whole.split(' ');

const pairsOf = (texts: readonly string[]) => findNearTexts(texts.length, (i) => texts[i] ?? '');

describe('texts that are nearly the same', () => {
  test.each([
    ['the same', whole],
    ['without its marks, in capitals', foldText(whole).toUpperCase()],
    ['a paragraph cut out', [...words.slice(0, 60), ...words.slice(90)].join(' ')],
    ['one word in twenty changed', words.map((word, i) => (i % 20 === 7 ? 'khác' : word)).join(' ')],
    ['the first half', words.slice(0, 100).join(' ')],
    ['the first third', words.slice(0, 70).join(' ')],
    ['its halves in the other order', [...words.slice(100), ...words.slice(0, 100)].join(' ')],
    ['a line put before it', `Theo phóng viên của báo. ${whole}`],
  ])('are found among others: %s', (_how, copy) => {
    const others = Array.from({ length: 40 }, (_, i) => articleText(i + 100));
    const found = pairsOf([...others.slice(0, 20), whole, ...others.slice(20), copy]);
    expect(found).toMatchObject([{ a: 20, b: 41 }]);
  });

  test.each([
    ['another text', articleText(2)],
    ['two words in ten changed', words.map((word, i) => (i % 5 === 3 ? `khác${String(i)}` : word)).join(' ')],
    ['a few lines of it in a much longer one', `${words.slice(0, 60).join(' ')} ${articleText(3, 900)}`],
    ['too short a piece', words.slice(0, 20).join(' ')],
    ['nothing', ''],
  ])('are not %s', (_what, other) => {
    expect(pairsOf([whole, other])).toEqual([]);
  });

  test('are the same pairs in whatever order the texts come, with the same resemblance', () => {
    const copy = words.slice(0, 150).join(' ');
    const [there] = pairsOf([whole, articleText(5), copy]);
    const [back] = pairsOf([copy, articleText(5), whole]);
    expect(there?.resemblance).toBe(back?.resemblance);
  });

  test('of one mould by the hundred are compared within bounds', () => {
    const texts = Array.from({ length: 400 }, (_, i) => `${whole} ${String(i)}`);
    const found = pairsOf(texts);
    expect(found.length).toBeGreaterThan(400);
    expect(found.length).toBeLessThan(400 * 32);
  });
});

describe('toShingles', () => {
  test.each([
    ['một hai ba', 0],
    ['một hai ba bốn', 1],
    ['một hai ba bốn một hai ba bốn', 4],
    ['', 0],
  ])('of %j are %i', (text, count) => {
    expect(toShingles(text)).toHaveLength(count);
  });

  test('of texts that differ by marks and signs alone are the same', () => {
    const [a, b] = [toShingles('Hoà Bình: giá gạo nhích lên.'), toShingles('hòa bình giá gạo “nhích” lên')];
    expect(countCommon(a, b)).toBe(a.length);
    expect(b).toEqual(a);
  });
});
