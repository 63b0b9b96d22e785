import { expect, test } from 'vitest';
import { inOrderOfTime, readTypedDate } from '../../../../src/components/search/typed-date.ts';

test.each([
  ['', ''],
  ['  ', ''],
  ['2014', '2014'],
  ['2014-05', '2014-05'],
  ['2014-05-31', '2014-05-31'],
  ['5/2014', '2014-05'],
  ['05.2014', '2014-05'],
  [' 31/5/2014 ', '2014-05-31'],
  ['1-12-2014', '2014-12-01'],
  ['31 / 5 / 2014', '2014-05-31'],
  ['30/2/2014', null],
  ['13/2014', null],
  ['31/5/14', null],
  ['14', null],
  ['5/31/2014', null],
  ['2014-5', null],
  ['2014-05-31T10:00:00Z', null],
  ['hôm qua', null],
])('%j is read as %j', (typed, expected) => {
  expect(readTypedDate(typed)).toBe(expected);
});

test.each([
  ['2012', '2014', '2012', '2014'],
  ['2014', '2012', '2012', '2014'],
  ['2014-05-31', '2014-05', '2014-05-31', '2014-05'],
  ['2014', '2014-05', '2014', '2014-05'],
  ['2014-06-01', '2014-05', '2014-05', '2014-06-01'],
  ['', '2014', '', '2014'],
  ['2014', '', '2014', ''],
])('from %j to %j is from %j to %j', (from, to, first, last) => {
  expect(inOrderOfTime(from, to)).toEqual({ from: first, to: last });
});
