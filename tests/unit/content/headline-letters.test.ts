import { describe, expect, test } from 'vitest';
import { recordSchema } from '../../../src/article/article.ts';
import { headlineLetter, headlineLetters, toHeadlineLists } from '../../../src/content/headline-letters.ts';

describe('the letter of a headline', () => {
  test.each([
    ['An ninh', 'a'],
    ['Ắp trứng', 'aw'],
    ['ẦM Ĩ', 'aa'],
    ['Đường về', 'dd'],
    ['Ếch kêu', 'ee'],
    ['Ổ khóa', 'oo'],
    ['Ở quê', 'ow'],
    ['Ứng Hòa'.normalize('NFD'), 'uw'],
    ['Ủy ban', 'u'],
    ['Ý kiến', 'y'],
    ['“Ếch ngồi đáy giếng”', 'ee'],
    ['[QueLac] Tin', 'q'],
    ['… và sau đó', 'v'],
    ['Élysée', 'e'],
    ['1.000 ngày', 'so'],
    ['Эхо', 'khac'],
    ['مرحبا', 'khac'],
    ['👨‍👩‍👧', 'khac'],
    ['', 'khac'],
  ])('%s → %s', (title, slug) => {
    expect(headlineLetter(title)).toBe(slug);
  });

  test('each letter has an address of its own', () => {
    const slugs = headlineLetters.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.every((slug) => /^[a-z]+$/.test(slug))).toBe(true);
  });
});

test('headlines stand in Vietnamese order, whatever stands before their first letter', () => {
  const titles = ['Án treo', '“An ninh”', 'Ăn Tết', 'Ấm áp', 'ảnh', 'Dân ca', 'Đa dạng', 'An 10', 'An 9'];
  const articles = titles.map((title, i) => ({
    record: recordSchema.parse({ id: `a/undated/b${i}`, title, source: 'a' }),
  }));
  const lists = toHeadlineLists(articles);
  const told = [...lists].map(([slug, list]) => [slug, list.map(({ record }) => record.title)]);
  expect(told).toEqual([
    ['a', ['An 9', 'An 10', '“An ninh”', 'Án treo', 'ảnh']],
    ['aw', ['Ăn Tết']],
    ['aa', ['Ấm áp']],
    ['d', ['Dân ca']],
    ['dd', ['Đa dạng']],
  ]);
});
