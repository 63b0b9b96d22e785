import { describe, expect, test } from 'vitest';
import { recordSchema } from '../../../src/article/article.ts';
import { distinctSlugs } from '../../../src/content/distinct-slugs.ts';
import { facetLinks, facetPath, toFacetList, type FacetList } from '../../../src/content/facets.ts';
import { listPageParam, listPagePath, toListPages } from '../../../src/content/list-pages.ts';
import { newestFirst } from '../../../src/content/newest-first.ts';
import { byteWords, numberWords } from '../../../src/content/number-words.ts';

const article = (slug: string, more: object = {}) => ({
  record: recordSchema.parse({ id: `a/undated/${slug}`, title: slug, source: 'a', ...more }),
});

test('newest first: a date known to the month or year stands after the days it may be, the unknown last', () => {
  const dates = [
    null,
    '2022',
    '2022-02',
    '2022-02-28',
    '2022-02-28T14:18:00+07:00',
    '2022-03-01',
    '2021-12-31',
  ];
  const articles = dates.map((publishedAt, i) => article(`b${i}`, { publishedAt }));
  expect(articles.sort(newestFirst).map(({ record }) => record.publishedAt)).toEqual([
    '2022',
    '2022-03-01',
    '2022-02-28T14:18:00+07:00',
    '2022-02',
    '2022-02-28',
    '2021-12-31',
    null,
  ]);
});

describe('toListPages', () => {
  test.each([
    [0, [0]],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])('%i items → pages of %j', (count, sizes) => {
    const pages = toListPages(Array.from({ length: count }, (_, i) => i));
    expect(pages.map(({ items }) => items.length)).toEqual(sizes);
    expect(pages.map(({ number }) => number)).toEqual(sizes.map((_, i) => i + 1));
  });

  test('the first page lies where the list lies', () => {
    expect([listPageParam(1), listPageParam(2)]).toEqual([undefined, 'trang-2']);
    expect([listPagePath('/nam/2014/', 1), listPagePath('/nam/2014/', 2)]).toEqual([
      '/nam/2014/',
      '/nam/2014/trang-2/',
    ]);
  });
});

test('names that search takes for one are one group, whose address stays as spellings are added', () => {
  const named = ['Sức khoẻ', 'Sức khỏe', 'sức khỏe', 'Kỹ thuật', 'Kĩ thuật', 'Mặt', 'Mất'];
  const { groups } = toFacetList(
    'sections',
    named.map((section, i) => article(`c${i}`, { section })),
  );
  expect(
    groups.map(({ name, articles, slug }) => [name, articles.length, slug.replace(/-\w{8}$/, '-…')]),
  ).toEqual([
    ['Kỹ thuật', 2, 'ky-thuat'],
    ['Mặt', 1, 'mat-…'],
    ['Mất', 1, 'mat-…'],
    ['Sức khoẻ', 3, 'suc-khoe'],
  ]);
});

describe('distinctSlugs', () => {
  const slugs = (...texts: string[]) => [
    ...distinctSlugs(texts.map((text) => ({ key: text, text }))).values(),
  ];

  test('a name alone keeps its slug; those that would share one have none that is bare', () => {
    expect(slugs('An', 'Bình')).toEqual(['an', 'binh']);
    const [one, other] = slugs('An', 'Ân');
    expect([one, other]).toEqual([
      expect.stringMatching(/^an-[0-9a-f]{8}$/),
      expect.stringMatching(/^an-[0-9a-f]{8}$/),
    ]);
    expect(one).not.toBe(other);
    expect(slugs('Ân', 'An')).toEqual([other, one]);
  });

  test('no slug is taken for a page of a list', () => {
    expect(slugs('Trang 2')).toEqual([expect.stringMatching(/^trang-2-[0-9a-f]{8}$/)]);
  });
});

describe('facets', () => {
  const articles = [
    article('mot', { citedDocuments: ['41/2014/QĐ-UBND'], places: ['Đà Nẵng', 'đà nẵng'] }),
    article('hai', {
      citedDocuments: ['41/2014/QD-UBND', '41/2014/QĐ-UBND'],
      places: ['An Giang', 'Đắk Lắk'],
    }),
  ];

  test('documents are one whatever their marks, places only whatever their case', () => {
    const { groups } = toFacetList('documents', articles);
    expect(groups.map(({ name, slug, articles: found }) => [name, slug, found.length])).toEqual([
      ['41/2014/QĐ-UBND', '41-2014-qd-ubnd', 2],
    ]);
  });

  test('groups stand in Vietnamese order: a before d before đ', () => {
    const { groups } = toFacetList('places', [...articles, article('ba', { places: ['Dương'] })]);
    expect(groups.map(({ name }) => name)).toEqual(['An Giang', 'Dương', 'Đà Nẵng', 'Đắk Lắk']);
  });

  test('an article links to its values as it prints them', () => {
    const none: FacetList<unknown> = { groups: [], slugs: new Map() };
    const lists = {
      documents: toFacetList('documents', articles),
      places: none,
      sections: none,
      authors: none,
    };
    const [, second] = articles;
    expect(second && facetLinks('documents', second.record, lists)).toEqual([
      { name: '41/2014/QD-UBND', path: facetPath('documents', '41-2014-qd-ubnd') },
      { name: '41/2014/QĐ-UBND', path: '/van-ban/41-2014-qd-ubnd/' },
    ]);
    expect(second && facetLinks('places', second.record, lists)[0]).toEqual({ name: 'An Giang', path: null });
  });
});

test.each([
  [0, '0 byte', '0 byte'],
  [999, '999 byte', '999 byte'],
  [18_230, '18,2 kB', '18.2 kB'],
  [5_000_000, '5 MB', '5 MB'],
])('byteWords: %i → %s', (bytes, vietnamese, english) => {
  expect(byteWords(bytes, 'vi')).toBe(vietnamese);
  expect(byteWords(bytes, 'en')).toBe(english);
});

test('numberWords parts thousands', () => {
  expect([numberWords(1234, 'vi'), numberWords(1234, 'en')]).toEqual(['1.234', '1,234']);
});
