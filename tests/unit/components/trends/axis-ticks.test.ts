import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueTicks, yearTicks } from '../../../../src/components/trends/axis-ticks.ts';

test.each([
  [0, 5, true, [0, 1]],
  [1, 5, true, [0, 1]],
  [3, 5, true, [0, 1, 2, 3]],
  [7, 5, true, [0, 2, 4, 6, 8]],
  [100, 5, true, [0, 20, 40, 60, 80, 100]],
  [1204, 5, true, [0, 500, 1000, 1500]],
  [0.7, 4, false, [0, 0.2, 0.4, 0.6, 0.8]],
  [0.03, 3, false, [0, 0.01, 0.02, 0.03]],
])('values up to %d in about %d steps, whole %j: %j', (max, most, whole, ticks) => {
  expect(valueTicks(max, most, whole)).toEqual(ticks);
});

test('ticks reach the greatest value, with not one more than that, and are few', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      fc.integer({ min: 2, max: 8 }),
      (max, most) => {
        const ticks = valueTicks(max, most, false);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max * (1 - 1e-6));
        expect(ticks.at(-2)).toBeLessThan(max);
        expect(ticks.length - 1).toBeLessThanOrEqual(most);
      },
    ),
  );
});

const years = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

test.each([
  [[2008], 300, [2008]],
  [years(2010, 2014), 60, [2010, 2011, 2012, 2013, 2014]],
  [years(2010, 2015), 30, [2010, 2012, 2014]],
  [years(1998, 2012), 12, [2000, 2005, 2010]],
  [years(1921, 2025), 2, [1940, 1960, 1980, 2000, 2020]],
])('of the years %j, %d px each, those labelled are %j', (all, pxOfYear, labelled) => {
  expect(yearTicks(all, pxOfYear, 40)).toEqual(labelled);
});

test('labels of years never collide', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 2500 }), fc.integer({ min: 2, max: 400 }), (first, count) => {
      const pxOfYear = 300 / (count - 1);
      const ticks = yearTicks(years(first, first + count - 1), pxOfYear, 40);
      for (const [i, year] of ticks.slice(1).entries()) {
        expect((year - (ticks[i] ?? 0)) * pxOfYear).toBeGreaterThanOrEqual(40 * (1 - 1e-6));
      }
    }),
  );
});
