import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSearchAddress, toSearchRequest } from '../../../../src/components/search/search-address.ts';
import {
  articlesOfPoint,
  maxTrendLength,
  maxTrends,
  parseTrendAddress,
  printTrendAddress,
  trendsOf,
  type TrendState,
} from '../../../../src/components/trends/trend-address.ts';

const empty: TrendState = { queries: [''], from: '', to: '', unit: 'articles' };

describe('the state is written in the address and read from it', () => {
  test.each<[string, Partial<TrendState>]>([
    ['', {}],
    ['?q=l%C5%A9&q=b%C3%A3o', { queries: ['lũ', 'bão'] }],
    ['?q=&q=b%C3%A3o', { queries: ['', 'bão'] }],
    [
      '?q=a&tu=1990&den=2000&don-vi=phan-nghin',
      { queries: ['a'], from: '1990', to: '2000', unit: 'per-thousand' },
    ],
  ])('%s', (address, part) => {
    const state = { ...empty, ...part };
    expect(printTrendAddress(state)).toBe(address);
    expect(parseTrendAddress(address)).toEqual(state);
  });

  test('any state comes back', () => {
    const year = fc.oneof(fc.constant(''), fc.integer({ min: 1000, max: 2999 }).map(String));
    const query = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => `${text.toWellFormed()}x`);
    const states = fc.record({
      queries: fc.array(query, { minLength: 1, maxLength: maxTrends }),
      from: year,
      to: year,
      unit: fc.constantFrom('articles' as const, 'per-thousand' as const),
    });
    fc.assert(
      fc.property(states, (state) => {
        expect(parseTrendAddress(printTrendAddress(state))).toEqual(state);
      }),
    );
  });

  test.each<[string, Partial<TrendState>]>([
    ['?tu=nay&den=2014-05&don-vi=phan-tram', {}],
    ['?q=a&q=&q=+', { queries: ['a'] }],
    ['?q=1&q=2&q=3&q=4&q=5&q=6', { queries: ['1', '2', '3', '4', '5'] }],
    [`?q=${'x'.repeat(5000)}`, { queries: ['x'.repeat(maxTrendLength)] }],
    [
      `?q=${'x'.repeat(maxTrendLength - 1)}%F0%9F%8C%8A`,
      { queries: [`${'x'.repeat(maxTrendLength - 1)}\ufffd`] },
    ],
  ])('what can not be read of %j is left out or cut', (address, part) => {
    expect(parseTrendAddress(address)).toEqual({ ...empty, ...part });
  });
});

test.each([
  ['  lũ lụt ', '?q=l%C5%A9+l%E1%BB%A5t'],
  ['«…»', ''],
])('%j on the search page leads to %j here', (query, address) => {
  expect(trendsOf(query)).toBe(address);
});

test('a point leads to the articles of its year that have the query as it stands', () => {
  expect(articlesOfPoint('lũ lụt', 2008)).toBe('?q=l%C5%A9+l%E1%BB%A5t&tu=2008&den=2008&muc-khop=nguyen-cau');
  expect(toSearchRequest(parseSearchAddress(articlesOfPoint('lũ', 2008)))).toMatchObject({
    query: 'lũ',
    from: '2008',
    to: '2008',
    tiers: 'whole',
  });
  expect(toSearchRequest(parseSearchAddress(articlesOfPoint('lũ', null)))).toMatchObject({
    undated: true,
    tiers: 'whole',
  });
});
