import { describe, expect, test } from 'vitest';
import {
  narrowFacet,
  toFacetValues,
  type FacetValue,
} from '../../../../src/components/search/facet-values.ts';

const told = (values: readonly FacetValue[]): string =>
  values
    .map(({ value, name, count, chosen }) => {
      const text = `${name === value ? value : `${name}=${value}`}:${String(count)}`;
      return chosen ? `[${text}]` : text;
    })
    .join(' ');

const same = (value: string): string => value;
const places = { 'Hòa Bình': 5, Huế: 7, 'Đà Nẵng': 5, 'Cần Thơ': 1, 'Hoa Bình': 2 };

describe('the values of a facet', () => {
  test.each<[string, string[], string]>([
    ['by count, then as counted', [], 'Huế:7 Hòa Bình:5 Đà Nẵng:5 Hoa Bình:2 Cần Thơ:1'],
    ['with what is chosen', ['Huế'], '[Huế:7] Hòa Bình:5 Đà Nẵng:5 Hoa Bình:2 Cần Thơ:1'],
    [
      'with what is chosen and no article has',
      ['Sơn La'],
      'Huế:7 Hòa Bình:5 Đà Nẵng:5 Hoa Bình:2 Cần Thơ:1 [Sơn La:0]',
    ],
    [
      'a value that is spelled otherwise is the same',
      ['hoà bình'],
      'Huế:7 [Hòa Bình=hoà bình:5] Đà Nẵng:5 Hoa Bình:2 Cần Thơ:1',
    ],
    [
      'a value with other marks is not',
      ['hóa bình'],
      'Huế:7 Hòa Bình:5 Đà Nẵng:5 Hoa Bình:2 Cần Thơ:1 [hóa bình:0]',
    ],
  ])('%s: %j', (_, chosen, expected) => {
    expect(told(toFacetValues('places', places, chosen, same))).toBe(expected);
  });

  test('documents are the same without their marks', () => {
    const values = toFacetValues('documents', { '41/2014/QĐ-UBND': 3 }, ['41/2014/qd-ubnd'], same);
    expect(told(values)).toBe('[41/2014/QĐ-UBND=41/2014/qd-ubnd:3]');
  });

  test('sources go by their ids, and are shown and ordered by their names', () => {
    const names: Record<string, string> = { a: 'Báo Sông', b: 'Tạp chí Núi', c: 'Đài Ghềnh', d: 'Đọc' };
    const values = toFacetValues('sources', { b: 2, c: 2, d: 2 }, ['a'], (id) => names[id] ?? id);
    expect(told(values)).toBe('Đài Ghềnh=c:2 Đọc=d:2 Tạp chí Núi=b:2 [Báo Sông=a:0]');
  });

  test('signs alone are a value, too', () => {
    expect(told(toFacetValues('authors', { '***': 1 }, ['***'], same))).toBe('[***:1]');
  });
});

describe('a facet narrowed by typing', () => {
  const values = toFacetValues('places', places, ['Cần Thơ'], same);

  test.each([
    ['', 9, 'Huế:7 Hòa Bình:5 Đà Nẵng:5 Hoa Bình:2 [Cần Thơ:1]', 5, 0],
    ['', 2, 'Huế:7 Hòa Bình:5 [Cần Thơ:1]', 5, 2],
    ['da', 9, 'Đà Nẵng:5 [Cần Thơ:1]', 1, 0],
    ['ĐÀ', 9, 'Đà Nẵng:5 [Cần Thơ:1]', 1, 0],
    ['binh  hoa ', 1, 'Hòa Bình:5 [Cần Thơ:1]', 2, 1],
    ['hue'.normalize('NFD'), 9, 'Huế:7 [Cần Thơ:1]', 1, 0],
    ['tho', 9, '[Cần Thơ:1]', 1, 0],
    ['xyz', 9, '[Cần Thơ:1]', 0, 0],
    ['.*', 9, '[Cần Thơ:1]', 0, 0],
  ])('%j, %i at first: %s', (typed, first, shown, matching, left) => {
    const narrowed = narrowFacet(values, typed, first);
    expect(told(narrowed.values)).toBe(shown);
    expect([narrowed.matching, narrowed.left]).toEqual([matching, left]);
  });
});
