import { expect, test } from 'vitest';
import {
  coveringAddress,
  parseRange,
  rangeAddress,
  rangeResponse,
} from '../../../../src/components/offline/kept-range.ts';

test.each([
  ['bytes=0-99', { first: 0, last: 99 }],
  ['bytes=5-5', { first: 5, last: 5 }],
  ['bytes=5-', null],
  ['bytes=-5', null],
  ['bytes=0-1,5-6', null],
  [null, null],
])('the range of %s: %o', (field, range) => {
  expect(parseRange(field)).toEqual(range);
});

test.each([
  ['the very part', ['a?bytes=0-9', 'a?bytes=10-19'], { address: 'a?bytes=10-19', from: 10 }],
  ['a larger part', ['a?bytes=5-30'], { address: 'a?bytes=5-30', from: 5 }],
  ['the whole file', ['a'], { address: 'a', from: 0 }],
  ['a part that ends too soon', ['a?bytes=5-18'], null],
  ['another file', ['ab?bytes=0-99', 'b'], null],
])('bytes 10 to 19 are had of %s', (_, kept, found) => {
  expect(coveringAddress(kept, 'a', { first: 10, last: 19 })).toEqual(found);
});

test('a part is answered as a host answers it', async () => {
  const bytes = Uint8Array.from({ length: 20 }, (_, i) => 100 + i).buffer;
  const response = rangeResponse(bytes, 100, { first: 105, last: 107 });
  expect(response?.status).toBe(206);
  expect(response?.headers.get('content-range')).toBe('bytes 105-107/*');
  expect([...new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer())]).toEqual([105, 106, 107]);
  expect(rangeResponse(bytes, 100, { first: 115, last: 120 })).toBeNull();
  expect(rangeAddress('a', { first: 1, last: 2 })).toBe('a?bytes=1-2');
});
