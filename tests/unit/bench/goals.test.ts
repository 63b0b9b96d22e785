import { expect, test } from 'vitest';
import type { BrowserResult } from '../../../bench/browser/measure-browser.ts';
import { queryKinds } from '../../../bench/search/bench-query.ts';
import { judgeGoals } from '../../../bench/search/goals.ts';
import type { PeerMeasure } from '../../../bench/search/measure-peer.ts';

const spread = { median: 50_000, high: 90_000 };
const peer: PeerMeasure = {
  name: 'Kho Báo',
  note: '',
  buildSeconds: 4,
  buildPeakBytes: 1e9,
  askPeakBytes: 1e9,
  files: 1,
  bytes: 300,
  coldBytes: 400_000,
  queryBytes: { two: spread, all: spread },
  ms: spread,
  sets: {},
  ranks: {},
  missed: [],
};
const ours = {
  name: 'Kho Báo',
  queries: 2,
  start: { requests: 1, index: 1, completions: 0, scripts: 1, page: 1 },
  first: { whole: 430_000, search: 410_000 },
  two: { median: 70_000, high: 80_000 },
  all: { median: 100_000, high: 200_000 },
  requests: { median: 3, high: 4 },
  ms: { median: 151, high: 399 },
};
const browser: BrowserResult = {
  ours,
  measures: [ours],
  agreements: [{ name: 'told', queries: 2, agreed: 1, farthest: 9 }],
  faults: [],
  leftOut: 0,
  version: '1',
};

test('bytes and times are judged by the browser', () => {
  const goals = judgeGoals(peer, { ...peer, bytes: 100, buildSeconds: 1 }, browser, queryKinds);
  expect(goals.map(({ measured, met }) => `${measured}: ${String(met)}`)).toEqual([
    '410 kB: true',
    '430 kB: false',
    '70 kB: false',
    '100 kB: true',
    '200 kB: true',
    '151 ms: false',
    '399 ms: true',
    '1 of 2: false',
    '3.00 ×: true',
    '4.00 ×: true',
    '1.00 GB: true',
  ]);
});

test('without a browser, bytes are judged by what the index tells, and times not at all', () => {
  const goals = judgeGoals(peer, undefined, null, queryKinds);
  expect(goals.map(({ measured, met }) => `${measured}: ${String(met)}`)).toEqual([
    '400 kB: true',
    '50 kB: true',
    '50 kB: true',
    '90 kB: true',
    'Pagefind was not run: null',
    'Pagefind was not run: null',
    '1.00 GB: true',
  ]);
});
