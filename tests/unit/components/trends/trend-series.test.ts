import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toTrendPicture, type Trend } from '../../../../src/components/trends/trend-series.ts';

const archive = { 2001: 4, 2002: 8, 2004: 2, undated: 5 };
const trend = (years: Record<string, number>, slot = 0): Trend => ({ slot, query: 'lũ', years, unread: [] });
const all = { from: '', to: '', unit: 'articles' } as const;

describe('a line over the years', () => {
  test('is zero where the archive has articles and none is found, and broken where it has none', () => {
    const { years, series } = toTrendPicture([trend({ 2002: 2, undated: 3 })], archive, all);
    expect(years).toEqual([2001, 2002, 2003, 2004]);
    expect(series[0]?.points.map((point) => point?.count ?? null)).toEqual([0, 2, null, 0]);
    expect(series[0]).toMatchObject({ total: 2, undated: 3 });
  });

  test('per thousand is told of the articles of its own year', () => {
    const { series } = toTrendPicture([trend({ 2001: 1, 2002: 1 })], archive, {
      ...all,
      unit: 'per-thousand',
    });
    expect(series[0]?.points.map((point) => point?.value ?? null)).toEqual([250, 125, null, 0]);
  });

  test.each([
    ['', '', [2001, 2002, 2003, 2004]],
    ['2002', '', [2002, 2003, 2004]],
    ['', '2002', [2001, 2002]],
    ['1900', '2100', [2001, 2002, 2003, 2004]],
    ['2004', '2002', [2002, 2003, 2004]],
    ['2003', '2003', [2003]],
    ['2050', '', []],
  ])('from %j to %j has the years %j', (from, to, years) => {
    expect(toTrendPicture([trend({})], archive, { ...all, from, to }).years).toEqual(years);
  });

  test.each([[{}], [{ undated: 3 }]])('of an archive %j has no year', (counts) => {
    expect(toTrendPicture([trend({})], counts, all).years).toEqual([]);
  });

  test('never loses an article: drawn years and undated are all that was counted', () => {
    const counts = fc.dictionary(
      fc.integer({ min: 1990, max: 2030 }).map(String),
      fc.integer({ min: 1, max: 99 }),
    );
    fc.assert(
      fc.property(counts, fc.nat(9), (years, undated) => {
        const picture = toTrendPicture([trend({ ...years, undated })], { ...years, undated }, all);
        const counted = Object.values(years).reduce((sum, n) => sum + n, 0);
        expect(picture.series[0]?.total).toBe(counted);
        expect(picture.archive.reduce((sum, n) => sum + n, 0)).toBe(counted);
        expect(picture.archiveUndated).toBe(undated);
      }),
    );
  });
});
