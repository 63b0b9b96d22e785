import { describe, expect, test } from 'vitest';
import { dateInWords, machineDate, shortDate, shortInstant } from '../../../src/content/date-words.ts';
import { siteWords } from '../../../src/i18n/site-words.ts';

const vi = siteWords('vi').date;
const en = siteWords('en').date;

describe('dateInWords', () => {
  test.each([
    ['2022', 'năm 2022', '2022'],
    ['2022-02', 'tháng 2 năm 2022', 'February 2022'],
    ['2022-02-28', 'thứ Hai, ngày 28 tháng 2 năm 2022', 'Monday, 28 February 2022'],
    [
      '2022-02-28T14:18:00+07:00',
      '14:18, thứ Hai, ngày 28 tháng 2 năm 2022',
      'Monday, 28 February 2022, 14:18',
    ],
    [
      '2022-02-28T23:18:00-03:30',
      '23:18, thứ Hai, ngày 28 tháng 2 năm 2022 (giờ GMT-3:30)',
      'Monday, 28 February 2022, 23:18 (GMT-3:30)',
    ],
    [
      '2022-02-28T14:18Z',
      '14:18, thứ Hai, ngày 28 tháng 2 năm 2022 (giờ GMT+0)',
      'Monday, 28 February 2022, 14:18 (GMT+0)',
    ],
    ['--08-03', 'ngày 3 tháng 8 (không rõ năm)', '3 August (year unknown)'],
    [null, 'không rõ ngày', 'date unknown'],
  ])('%s → %s', (date, vietnamese, english) => {
    expect(dateInWords(date, vi)).toBe(vietnamese);
    expect(dateInWords(date, en)).toBe(english);
  });
});

test.each([
  ['2022-02-28T14:18:00+07:00', '28/2/2022'],
  ['2022-02-28', '28/2/2022'],
  ['2022-02', 'tháng 2 năm 2022'],
  ['2022', 'năm 2022'],
  [null, 'không rõ ngày'],
])('shortDate: %s → %s', (date, words) => {
  expect(shortDate(date, vi)).toBe(words);
});

test('shortInstant tells seconds, and a zone that is not Vietnam’s', () => {
  expect(shortInstant('2022-03-01T09:00:05+07:00', vi)).toBe('09:00:05, 1/3/2022');
  expect(shortInstant('2022-03-01T09:00:05Z', vi)).toBe('09:00:05, 1/3/2022 (giờ GMT+0)');
});

test('machineDate gives what HTML takes', () => {
  expect(machineDate('--08-03')).toBe('08-03');
  expect(machineDate('2022-02')).toBe('2022-02');
  expect(machineDate(null)).toBeUndefined();
});
