import { describe, expect, test } from 'vitest';
import { pickQueries } from '../../../bench/browser/pick-queries.ts';
import { summariseVisits, toAgreement } from '../../../bench/browser/summarise-visits.ts';
import { weigh } from '../../../bench/browser/weight.ts';
import type { BenchQuery, QueryKind } from '../../../bench/search/bench-query.ts';

const query = (kind: QueryKind, text: string): BenchQuery => ({ kind, text, target: null });

describe('queries for the browser', () => {
  const queries = [
    query('number', '1'),
    query('number', '2'),
    query('number', '3'),
    query('two-syllables', 'a'),
    query('two-syllables', 'b'),
    query('two-syllables', 'c'),
    query('spoilt', 'x'),
  ];

  test('are of all kinds in turn, and of two syllables besides, none twice', () => {
    const picked = pickQueries(queries, 3);
    const texts = (kept: (one: (typeof picked)[number]) => boolean) =>
      picked.filter(kept).map((one) => one.query.text);
    expect(texts((one) => one.countsForAll)).toEqual(['a', '1', 'x']);
    expect(texts((one) => one.countsForTwo)).toEqual(['a', 'b', 'c']);
    expect(texts(() => true)).toEqual(['a', '1', 'x', 'b', 'c']);
  });

  test('are all that there are where more are asked for', () => {
    expect(pickQueries(queries, 100)).toHaveLength(queries.length);
  });
});

test('bytes are told apart by what they are', () => {
  const given = [
    { path: '/tim/', bytes: 1, requests: 1 },
    { path: '/_site/a.js', bytes: 10, requests: 1 },
    { path: '/_site/a.css', bytes: 100, requests: 1 },
    { path: '/search/index.json', bytes: 1000, requests: 1 },
    { path: '/search/pack/a.pack', bytes: 10_000, requests: 3 },
    { path: '/search/completions/a.pack', bytes: 100_000, requests: 1 },
  ];
  expect(weigh(given, '/search/')).toEqual({
    requests: 8,
    index: 11_000,
    completions: 100_000,
    scripts: 10,
    page: 101,
  });
});

test('the first answer counts the start until it is shown, a query its own bytes to the end', () => {
  const weight = (index: number) => ({ requests: 1, index, completions: 0, scripts: 0, page: 0 });
  const visit = { start: { ...weight(100), page: 7 }, untilShown: weight(20), after: weight(3) };
  const of = (kind: QueryKind, ms: number, start: Partial<typeof visit.start>) => ({
    picked: {
      query: query(kind, 'a'),
      countsForTwo: kind === 'two-syllables',
      countsForAll: true,
    },
    visit: { ...visit, start: { ...visit.start, ...start }, ms, shown: [] },
  });
  const measure = summariseVisits('page', [
    of('two-syllables', 10, {}),
    of('number', 30, { scripts: 5 }),
    of('number', 20, {}),
  ]);
  expect(measure).toMatchObject({
    queries: 3,
    first: { whole: 127, search: 120 },
    two: { median: 23, high: 23 },
    all: { median: 23, high: 23 },
    requests: { median: 2, high: 2 },
    ms: { median: 20, high: 30 },
  });
});

test('two counts agree when start and query are the same to the byte', () => {
  const agreement = toAgreement('told', [
    { told: { start: 1, query: 2 }, given: { start: 1, query: 2 } },
    { told: { start: 1, query: 2 }, given: { start: 1, query: 9 } },
    { told: { start: 4, query: 2 }, given: { start: 1, query: 2 } },
  ]);
  expect(agreement).toEqual({ name: 'told', queries: 3, agreed: 1, farthest: 7 });
});
