import { describe, expect, test } from 'vitest';
import { canonicalAddress, hostOf } from '../../../src/archive/canonical-address.ts';

describe('canonicalAddress', () => {
  test.each([
    ['https://www.bao-x.example/gia-gao/', 'bao-x.example/gia-gao'],
    ['http://BAO-X.example/gia-gao?utm_source=a&fbclid=b#binh-luan', 'bao-x.example/gia-gao'],
    ['https://bao-x.example/gia-gao/index.html', 'bao-x.example/gia-gao'],
    ['https://bao-x.example/?b=2&a=1', 'bao-x.example?a=1&b=2'],
    ['https://bao-x.example:8443/a', 'bao-x.example:8443/a'],
    ['https://bao-x.example/A', 'bao-x.example/A'],
    ['urn:sha256:00', null],
    ['không', null],
    [null, null],
  ])('of %s is %s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical);
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
