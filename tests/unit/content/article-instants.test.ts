import { expect, test } from 'vitest';
import {
  changedInstant,
  firstInstant,
  latestInstant,
  pageInstant,
} from '../../../src/content/article-instants.ts';
import type { CaptureRecord } from '../../../src/article/capture-record.ts';

test.each([
  ['1998', '1998-01-01T00:00:00+07:00'],
  ['2022-02', '2022-02-01T00:00:00+07:00'],
  ['2022-02-28', '2022-02-28T00:00:00+07:00'],
  ['2022-02-28T14:18+07:00', '2022-02-28T14:18:00+07:00'],
  ['2022-02-28T14:18:05+09:00', '2022-02-28T14:18:05+09:00'],
  ['2022-02-28T14:18Z', '2022-02-28T14:18:00Z'],
])('%s begins at %s', (date, instant) => {
  expect(firstInstant(date)).toBe(instant);
});

test('of instants in several zones the latest is the latest', () => {
  expect(latestInstant(['2022-01-01T08:00:00+07:00', null, '2022-01-01T02:00:00Z'])).toBe(
    '2022-01-01T02:00:00Z',
  );
  expect(latestInstant([null])).toBeNull();
});

const capture = (digit: string, capturedAt: string): CaptureRecord => ({
  sha256: digit.repeat(64),
  capturedAt,
  capturedAtInferred: false,
  url: null,
  mediaType: 'text/html',
  bytes: 1,
  file: 'captures/a.warc.gz',
  offset: 0,
});
const early = capture('a', '2020-01-02T00:00:00Z');
const late = capture('b', '2023-01-02T00:00:00Z');
const dated = (publishedAt: string | null, captures: CaptureRecord[], updatedAt: string | null = null) => ({
  publishedAt,
  updatedAt,
  captures,
});

test.each([
  ['when it was published', dated('2021-05', [late]), [], '2021-05-01T00:00:00+07:00'],
  ['when its source updated it', dated('2021', [late], '2022-03-04'), [], '2022-03-04T00:00:00+07:00'],
  ['when another text was captured', dated('2020', [early, late]), [dated('2020', [early])], late.capturedAt],
  ['when it was first captured, if nothing else is known', dated(null, [early, late]), [], early.capturedAt],
  ['at no time that is known', dated(null, []), [], null],
])('an article was changed %s', (_, record, former, instant) => {
  expect(changedInstant(record, former)).toBe(instant);
});

test('its page changes with each capture that it tells of', () => {
  expect(pageInstant(dated('2021', [early, late]), [])).toBe(late.capturedAt);
});
