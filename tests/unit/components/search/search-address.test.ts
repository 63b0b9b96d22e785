import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countFilters,
  hasWords,
  isFiltered,
  maxQueryLength,
  noFilters,
  parseSearchAddress,
  printSearchAddress,
  toSearchRequest,
  type SearchState,
} from '../../../../src/components/search/search-address.ts';

const empty: SearchState = {
  query: '',
  sources: [],
  sections: [],
  places: [],
  documents: [],
  authors: [],
  from: '',
  to: '',
  undated: false,
  sort: 'relevance',
  tiers: '',
  literal: false,
  shown: 10,
  within: [],
  view: 'list',
  lineOrder: 'result',
};

describe('the state is written in the address and read from it', () => {
  test.each<[string, Partial<SearchState>]>([
    ['', {}],
    ['?q=%C4%91%C3%A0+n%E1%BA%B5ng', { query: 'đà nẵng' }],
    ['?q=a&nguon=bao-x&nguon=tap-chi-y', { query: 'a', sources: ['bao-x', 'tap-chi-y'] }],
    ['?q=a&tu=2014&den=2015-02', { query: 'a', from: '2014', to: '2015-02' }],
    ['?q=a&khong-ngay=1', { query: 'a', undated: true }],
    [
      '?q=a&nguon=x&muc=Kinh+t%E1%BA%BF&noi=Hu%E1%BA%BF&van-ban=35-NQ%2FTW&tac-gia=A+%26+B&tac-gia=C',
      {
        query: 'a',
        sources: ['x'],
        sections: ['Kinh tế'],
        places: ['Huế'],
        documents: ['35-NQ/TW'],
        authors: ['A & B', 'C'],
      },
    ],
    ['?q=a&sap-xep=moi-nhat', { query: 'a', sort: 'newest' }],
    ['?q=ddaf&nguyen-van=1', { query: 'ddaf', literal: true }],
    ['?q=a&trong=ch%E1%BB%A3&trong=b', { query: 'a', within: ['chợ', 'b'] }],
    ['?q=a&xem=ngu-canh&xep=trai', { query: 'a', view: 'context', lineOrder: 'left' }],
    ['?q=a&sap-xep=cu-nhat&muc-khop=tat-ca&so=30', { query: 'a', sort: 'oldest', tiers: 'all', shown: 30 }],
    ['?q=a&tu=2014&den=2014&muc-khop=nguyen-cau', { query: 'a', from: '2014', to: '2014', tiers: 'whole' }],
  ])('%s', (address, part) => {
    const state = { ...empty, ...part };
    expect(printSearchAddress(state)).toBe(address);
    expect(parseSearchAddress(address)).toEqual(state);
  });

  test('any state comes back', () => {
    const values = fc
      .uniqueArray(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }).map((value) => value.normalize('NFC')),
        { maxLength: 4 },
      )
      .map((all) => all.filter((value) => value.trim() === value && value !== '').sort());
    const dates = fc.oneof(
      fc.record({
        from: fc.constantFrom('', '2014', '2014-05', '2014-05-31'),
        to: fc.constantFrom('', '2016', '2016-02-29'),
        undated: fc.constant(false),
      }),
      fc.constant({ from: '', to: '', undated: true }),
    );
    const others = fc.record({
      query: fc.string({ unit: 'grapheme', maxLength: 60 }).filter((query) => query.length <= maxQueryLength),
      sources: fc
        .uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,9}$/), { maxLength: 4 })
        .map((ids) => ids.sort()),
      sections: values,
      places: values,
      documents: values,
      authors: values,
      sort: fc.constantFrom('relevance' as const, 'newest' as const, 'oldest' as const),
      tiers: fc.constantFrom('' as const, 'all' as const, 'whole' as const),
      literal: fc.boolean(),
      shown: fc.integer({ min: 1, max: 100 }).map((pages) => pages * 10),
      within: fc.uniqueArray(fc.stringMatching(/^[a-zđ]{1,9}$/), { maxLength: 5 }),
      view: fc.constantFrom('list' as const, 'context' as const),
      lineOrder: fc.constantFrom('result' as const, 'left' as const, 'right' as const),
    });
    fc.assert(
      fc.property(others, dates, (rest, range) => {
        const given = { ...rest, ...range };
        expect(parseSearchAddress(printSearchAddress(given))).toEqual(given);
      }),
    );
  });
});

describe('what an address gets wrong is left out', () => {
  test.each<[string, Partial<SearchState>]>([
    ['?tu=2014-13&den=h%C3%B4m+qua', {}],
    ['?tu=2014-05-31T10:00:00%2B07:00', {}],
    ['?so=0', { shown: 10 }],
    ['?so=11', { shown: 20 }],
    ['?so=-5', { shown: 10 }],
    ['?so=nhieu', { shown: 10 }],
    ['?so=1e999', { shown: 10 }],
    ['?so=9999999', { shown: 1000 }],
    ['?sap-xep=relevance&muc-khop=1', {}],
    ['?trong=&trong=-&trong=+a&trong=a+', { within: ['a'] }],
    ['?trong=a&trong=b&trong=c&trong=d&trong=e&trong=f', { within: ['a', 'b', 'c', 'd', 'e'] }],
    ['?xem=bang&xep=giua', {}],
    ['?nguon=&nguon=a&nguon=a', { sources: ['a'] }],
    ['?tu=2014&khong-ngay=1', { undated: true }],
    ['?khong-ngay=2014', {}],
    ['?noi=+Hu%C3%AA%CC%81+&noi=Hu%E1%BA%BF&noi=+', { places: ['Huế'] }],
    [`?tac-gia=${'x'.repeat(301)}`, {}],
    ['?muc=%ED%A0%80', { sections: ['\ufffd\ufffd\ufffd'] }],
    ['?q=%ED%A0%80', { query: '\ufffd\ufffd\ufffd' }],
  ])('%s', (address, part) => {
    expect(parseSearchAddress(address)).toEqual({ ...empty, ...part });
  });

  test('a query is cut at its longest, never through a character', () => {
    const { query } = parseSearchAddress(`?${new URLSearchParams({ q: 'a'.repeat(499) + '😀' }).toString()}`);
    expect(query).toBe(`${'a'.repeat(499)}\ufffd`);
    expect(query.isWellFormed()).toBe(true);
  });
});

test('a request names only what narrows it', () => {
  expect(toSearchRequest({ ...empty, query: 'lũ' })).toEqual({
    query: 'lũ',
    limit: 10,
    sort: 'relevance',
    facets: 'light',
  });
  expect(
    toSearchRequest({ ...empty, query: 'lũ', sources: ['a'], from: '2014', to: '2015', tiers: 'all' }),
  ).toEqual({
    query: 'lũ',
    limit: 10,
    sort: 'relevance',
    facets: 'light',
    sources: ['a'],
    from: '2014',
    to: '2015',
    tiers: 'all',
  });
});

test('a request names the values of each facet, and the lack of a date', () => {
  const listed = { sections: ['a'], places: ['b'], documents: ['c'], authors: ['d', 'e'] };
  expect(toSearchRequest({ ...empty, query: 'lũ', ...listed, undated: true })).toEqual({
    query: 'lũ',
    limit: 10,
    sort: 'relevance',
    facets: 'light',
    ...listed,
    undated: true,
  });
});

test.each<[string, number]>([
  ['?q=a&sap-xep=moi-nhat&muc-khop=tat-ca', 0],
  ['?tu=2014&den=2015', 1],
  ['?khong-ngay=1', 1],
  ['?nguon=x&noi=a&noi=b&tac-gia=c&tu=2014', 5],
])('%s sets %i filters', (address, expected) => {
  expect(countFilters(parseSearchAddress(address))).toBe(expected);
  expect(isFiltered({ ...parseSearchAddress(address), ...noFilters })).toBe(false);
});

test.each([
  ['đ', true],
  ['35', true],
  ['"…" – ?!', false],
  ['   ', false],
  ['\ud800', false],
])('%j has words: %s', (query, expected) => {
  expect(hasWords(query)).toBe(expected);
});
