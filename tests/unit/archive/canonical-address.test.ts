import { describe, expect, test } from 'vitest';
import { canonicalAddress, hostOf, siteHostOf } from '../../../src/archive/canonical-address.ts';

describe('canonicalAddress', () => {
  test.each([
    ['https://www.bao-x.example/gia-gao/', 'bao-x.example/gia-gao'],
    ['http://BAO-X.example/gia-gao?utm_source=a&fbclid=b#binh-luan', 'bao-x.example/gia-gao'],
    ['https://bao-x.example/gia-gao/index.html', 'bao-x.example/gia-gao'],
    ['https://bao-x.example/?b=2&a=1', 'bao-x.example?a=1&b=2'],
    ['https://bao-x.example:8443/a', 'bao-x.example:8443/a'],
    ['https://bao-x.example/A', 'bao-x.example/A'],
    ['https://m.bao-x.example/gia-gao', 'bao-x.example/gia-gao'],
    ['https://amp.bao-x.com.vn/gia-gao?amp=1&zarsrc=31', 'bao-x.com.vn/gia-gao'],
    ['https://m.com.vn/gia-gao', 'm.com.vn/gia-gao'],
    ['http://bao-x.example:443//gia-gao', 'bao-x.example/gia-gao'],
    ['https://bao-x.example/index.php?id=5&gidzl=a', 'bao-x.example?id=5'],
    ['https://bao-x.example/Default.aspx?tabid=3', 'bao-x.example?tabid=3'],
    ['urn:sha256:00', null],
    ['không', null],
    [null, null],
  ])('of %s is %s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical);
  });
});

describe('siteHostOf', () => {
  test.each([
    ['https://m.bao-x.example/a', 'bao-x.example'],
    ['https://m.vn/a', 'm.vn'],
    ['https://tre.bao-x.example/a', 'tre.bao-x.example'],
    ['https://wap.bao-x.gov.vn/a', 'bao-x.gov.vn'],
  ])('of %s is %s', (address, host) => {
    expect(siteHostOf(address)).toBe(host);
  });
});

describe('hostOf', () => {
  test.each([
    ['https://www.bao-x.example./a', 'bao-x.example'],
    ['mailto:a@bao-x.example', null],
    [null, null],
  ])('of %s is %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });
});
