import { describe, expect, test } from 'vitest';
import { recordSchema } from '../../../src/article/article.ts';
import { spread, toDaysOfYear } from '../../../src/content/days-of-year.ts';
import { runId, runKey, toRunList, toRuns } from '../../../src/content/list-runs.ts';
import { monthWeeks } from '../../../src/content/month-weeks.ts';
import { nearestDay } from '../../../src/content/on-this-day.ts';
import { shownPages } from '../../../src/content/page-numbers.ts';
import { toPageRanges } from '../../../src/content/page-ranges.ts';
import { runCounts, toRunPath, yearSpan } from '../../../src/content/run-counts.ts';

const article = (publishedAt: string | null, i = 0) => ({
  record: recordSchema.parse({
    id: `a/${publishedAt?.slice(0, 4) ?? 'undated'}/b${i}`,
    title: `B ${i}`,
    source: 'a',
    publishedAt,
  }),
});
const datesOf = (items: readonly ReturnType<typeof article>[]) =>
  items.map(({ record }) => record.publishedAt);

describe('runs', () => {
  test.each([
    ['day', '2022-02-28T14:18:00+07:00', '28', 'ngay-28'],
    ['day', '2022-02', '', 'khong-ro'],
    ['month', '2022-02', '02', 'thang-02'],
    ['month', '2022', '', 'khong-ro'],
    ['year', '2022', '2022', 'nam-2022'],
    ['year', null, '', 'khong-ro'],
  ] as const)('the %s of %s is "%s" at #%s', (kind, date, key, id) => {
    expect(runKey(kind, date)).toBe(key);
    expect(runId(kind, key)).toBe(id);
  });

  test('stand together, those of which the date does not tell at the end', () => {
    const dates = ['2022-02-28T14:18:00+07:00', '2022-02', '2022-02-28', '2022-02-01'];
    const list = toRunList('day', dates.map(article));
    expect(datesOf(list.items)).toEqual(['2022-02-28T14:18:00+07:00', '2022-02-28', '2022-02-01', '2022-02']);
    expect([...list.runs]).toEqual([
      ['28', { count: 2, page: 1 }],
      ['01', { count: 1, page: 1 }],
      ['', { count: 1, page: 1 }],
    ]);
    expect(toRuns('day', list.items.slice(1)).map(({ key, items }) => [key, items.length])).toEqual([
      ['28', 1],
      ['01', 1],
      ['', 1],
    ]);
  });

  test('lead to the page on which they begin', () => {
    const dates = [...Array<string>(150).fill('2021'), ...Array<string>(100).fill('2020'), '2019'];
    const list = toRunList('year', dates.map(article));
    const toPath = toRunPath(list, '/nguon/a/');
    expect(['2021', '2020', '2019'].map(toPath)).toEqual([
      '/nguon/a/#nam-2021',
      '/nguon/a/trang-2/#nam-2020',
      '/nguon/a/trang-3/#nam-2019',
    ]);
    expect(runCounts(list)).toEqual(
      new Map([
        ['2021', 150],
        ['2020', 100],
        ['2019', 1],
      ]),
    );
  });

  test('the span of years is nothing where there is no year', () => {
    expect([yearSpan(['2009', '1998', '2001']), yearSpan([])]).toEqual([{ first: 1998, last: 2009 }, null]);
  });
});

describe('the days of the year', () => {
  const months = toDaysOfYear(
    ['2024-02-29', '2023-02-01', '2022-02-28', '2020-02-29', '2019-02', '2018', null, '2017-11-05'].map(
      article,
    ),
  );

  test('go through the years, the newest first; a date without its day has no place there', () => {
    expect([...months.keys()]).toEqual(['02', '11']);
    expect(datesOf(months.get('02')?.items ?? [])).toEqual([
      '2023-02-01',
      '2022-02-28',
      '2024-02-29',
      '2020-02-29',
    ]);
  });

  test.each([
    ['0228', '0228'],
    ['0229', '1105'],
    ['1231', '0228'],
  ])('on %s the nearest is %s', (today, day) => {
    expect(nearestDay(today, ['0228', '1105'])).toBe(day);
    expect(nearestDay(today, [])).toBe(null);
  });

  test('a few stand for many, from the first to the last', () => {
    expect(spread([1, 2, 3], 4)).toEqual([1, 2, 3]);
    expect(
      spread(
        Array.from({ length: 100 }, (_, i) => i),
        4,
      ),
    ).toEqual([0, 33, 66, 99]);
  });
});

test('the weeks of a month run from Monday to Sunday', () => {
  expect(monthWeeks('2021-02')).toHaveLength(4);
  expect(monthWeeks('2021-02')[0]).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(monthWeeks('2024-09')).toHaveLength(6);
  expect(monthWeeks('2024-09')[0]).toEqual([null, null, null, null, null, null, 1]);
  expect(monthWeeks('2024-02').at(-1)).toEqual([26, 27, 28, 29, null, null, null]);
});

test.each([
  [1, 1, [1]],
  [1, 2, [1, 2]],
  [1, 9, [1, 2, null, 9]],
  [4, 9, [1, 2, 3, 4, 5, null, 9]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [9, 9, [1, null, 8, 9]],
])('from page %i of %i the way leads to %j', (number, total, shown) => {
  expect(shownPages(number, total)).toEqual(shown);
});

test('a page of names is told by the words with which it begins and ends, and that tell it from the next', () => {
  const names = Array.from({ length: 101 }, (_, i) => `Tên thứ ${i}`);
  expect(toPageRanges([...names.slice(0, 100), ` ${'ộ'.repeat(300)} dài`])).toEqual([
    { from: 'Tên thứ', to: 'Tên thứ' },
    { from: 'ộ'.repeat(24) + ' dài', to: 'ộ'.repeat(24) + ' dài' },
  ]);
  expect(toPageRanges(names)).toEqual([
    { from: 'Tên thứ', to: 'Tên thứ 99' },
    { from: 'Tên thứ 100', to: 'Tên thứ' },
  ]);
  expect(toPageRanges([])).toEqual([]);
});
