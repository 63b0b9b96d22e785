import { describe, expect, test } from 'vitest';
import { datePrecision, daySpan, isEventDate } from '../../../src/article/date.ts';

describe('datePrecision', () => {
  test.each([
    ['2022', 'year'],
    ['2022-02', 'month'],
    ['2022-02-28', 'day'],
    ['2024-02-29', 'day'],
    ['2022-02-28T14:18+07:00', 'instant'],
    ['2022-02-28T14:18:00Z', 'instant'],
    ['2022-02-29', null],
    ['2022-13', null],
    ['2022-00-01', null],
    ['2022-02-28T24:00:00+07:00', null],
    ['2022-02-28T14:18:00', null],
    ['2022-02-28T14:18:00+15:00', null],
    ['0022', null],
    ['28/02/2022', null],
    ['', null],
  ])('%s → %s', (value, expected) => {
    expect(datePrecision(value)).toBe(expected);
  });
});

describe('isEventDate', () => {
  test.each([
    ['--08-03', true],
    ['--02-29', true],
    ['--02-30', false],
    ['--8-3', false],
    ['2022-12-26', true],
  ])('%s → %s', (value, expected) => {
    expect(isEventDate(value)).toBe(expected);
  });
});

describe('daySpan', () => {
  test.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022-02-28T14:18:00+07:00', '2022-02-28', '2022-02-28'],
  ])('%s → %s to %s', (date, first, last) => {
    expect(daySpan(date)).toEqual({ first, last });
  });
});
