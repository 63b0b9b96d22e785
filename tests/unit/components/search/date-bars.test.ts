import { describe, expect, test } from 'vitest';
import { isAsked, labelOf, rangeOf, toDateChart } from '../../../../src/components/search/date-bars.ts';

const counts = {
  year: { '2010': 3, '2013': 5, undated: 2 },
  month: { '2010-02': 1, '2010-11': 1, '2013-01': 5 },
};

const told = (from: string, to: string, given = counts): string => {
  const { year, bars, undated, withoutMonth, isOnlyYear } = toDateChart(given, from, to);
  const shown = bars.filter(({ count }) => count > 0).map(({ value, count }) => `${value}:${String(count)}`);
  return `${year ?? 'years'}${isOnlyYear ? '!' : ''} ${String(bars.length)} ${shown.join(' ')} ?${String(undated)} m${String(withoutMonth)}`;
};

describe('the chart for the dates asked for', () => {
  test.each([
    ['', '', 'years 4 2010:3 2013:5 ?2 m0', 'all years, without gaps'],
    ['2010', '2013', 'years 4 2010:3 2013:5 ?2 m0', 'a range of years'],
    ['2010', '', 'years 4 2010:3 2013:5 ?2 m0', 'an open range'],
    ['2010', '2010', '2010 12 2010-02:1 2010-11:1 ?2 m1', 'one year, by month, with what has no month'],
    ['2010-02', '2010-05-31', '2010 12 2010-02:1 2010-11:1 ?2 m1', 'a part of a year'],
    ['2011', '2011', '2011 12  ?2 m0', 'a year with nothing'],
  ])('%j to %j: %s (%s)', (from, to, expected) => {
    expect(told(from, to)).toBe(expected);
  });

  test.each<[string, { year: Record<string, number>; month: Record<string, number> }, string]>([
    [
      'one year only is told as such',
      { year: { '2013': 5 }, month: { '2013-01': 5 } },
      '2013! 12 2013-01:5 ?0 m0',
    ],
    ['nothing is dated', { year: { undated: 4 }, month: {} }, 'years 0  ?4 m0'],
    ['nothing at all', { year: {}, month: {} }, 'years 0  ?0 m0'],
    [
      'a misprinted year makes no chart of centuries',
      { year: { '0201': 1, '2013': 5 }, month: {} },
      'years 2 0201:1 2013:5 ?0 m0',
    ],
  ])('%s', (_, given, expected) => {
    expect(toldOf(given)).toBe(expected);
  });
});

const toldOf = (given: { year: Record<string, number>; month: Record<string, number> }): string =>
  told('', '', given as typeof counts);

test('one year only is shown by month, whatever range of years is asked for', () => {
  const given = { year: { '2013': 5 }, month: { '2013-01': 5 } };
  expect(told('2010', '2016', given as typeof counts)).toBe('2013! 12 2013-01:5 ?0 m0');
});

test.each([
  ['2012', '', '', false],
  ['2012', '2010', '', true],
  ['2012', '', '2011-05', false],
  ['2012', '2012-03', '2014', true],
  ['2012-03', '2012', '2012', true],
  ['2012-03', '2012-03-15', '2012-03-20', true],
  ['2012-04', '2012-03-15', '2012-03-20', false],
])('the bar %s is asked for by %j to %j: %s', (value, from, to, expected) => {
  expect(isAsked({ value, count: 1 }, from, to)).toBe(expected);
});

test.each([
  ['years, back to front', '', '', 3, 1, '2011 2013'],
  ['one year', '', '', 0, 0, '2010 2010'],
  ['one month', '2010', '2010', 1, 1, '2010-02 2010-02'],
  ['the same month again', '2010-02', '2010-02', 1, 1, '2010 2010'],
  ['twelve months', '2010', '2010', 11, 0, '2010 2010'],
])('%s: the range from one bar to another', (_, from, to, one, other, expected) => {
  const range = rangeOf(toDateChart(counts, from, to), one, other, { from, to });
  expect(`${range.from} ${range.to}`).toBe(expected);
});

test.each([
  [4, '1998 1999 2000 2001'],
  [13, '1998 2000 2002 2004 2006 2008'],
  [30, '2000 2005 2010 2015 2020 2025'],
  [33, '2000 2005 2010 2015 2020 2025'],
  [90, '2000 2020 2040 2060'],
])('of %i years these have labels: %s', (years, expected) => {
  const year = Object.fromEntries(Array.from({ length: years }, (_, i) => [String(1998 + i), 1]));
  const chart = toDateChart({ year, month: {} }, '', '');
  const labels = chart.bars.map((__, index) => labelOf(chart, index));
  expect(labels.filter((label) => label !== '').join(' ')).toBe(expected);
});
