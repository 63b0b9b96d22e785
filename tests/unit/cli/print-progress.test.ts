import { expect, test } from 'vitest';
import { printProgress } from '../../../src/cli/print-progress.ts';
import { cli as english } from '../../../src/i18n/en/cli.ts';
import { cli as vietnamese } from '../../../src/i18n/vi/cli.ts';

const megabytes = (read: number, all: number) => ({ read: read * 1e6, all: all * 1e6 });

test.each([
  [{ captures: 12, bytes: null, ms: 1000 }, 'Đã đọc 12 bản chụp…', '12 captures read…'],
  [
    { captures: 1204, bytes: null, ms: 4000 },
    'Đã đọc 1.204 bản chụp, 301 bản mỗi giây…',
    '1,204 captures read, 301 a second…',
  ],
  [
    { captures: 3000, bytes: megabytes(10, 100), ms: 20_000 },
    'Đã đọc 3.000 bản chụp, 150 bản mỗi giây · 10% · còn khoảng 3 phút',
    '3,000 captures read, 150 a second · 10% · about 3 minutes left',
  ],
  [
    { captures: 3000, bytes: megabytes(1, 1000), ms: 20_000 },
    'Đã đọc 3.000 bản chụp, 150 bản mỗi giây · 0% · còn khoảng 6 giờ',
    '3,000 captures read, 150 a second · 0% · about 6 hours left',
  ],
  // A file may have grown since it was counted.
  [
    { captures: 3000, bytes: megabytes(101, 100), ms: 20_000 },
    'Đã đọc 3.000 bản chụp, 150 bản mỗi giây · 100% · còn khoảng 1 giây',
    '3,000 captures read, 150 a second · 100% · about 1 second left',
  ],
])('%j', (soFar, vi, en) => {
  expect(printProgress(soFar, vietnamese.import, 'vi')).toBe(vi);
  expect(printProgress(soFar, english.import, 'en')).toBe(en);
});
