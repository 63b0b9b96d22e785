import { expect, test } from 'vitest';
import { moveTone, spoil, swapVowel, toTelex, toVni } from '../../../bench/search/respell.ts';
import { createSeeded } from '../../../bench/search/seeded.ts';

test.each([
  ['đã', 'ddax', 'd9a4'],
  ['nắng', 'nawngs', 'na8ng1'],
  ['Vệ', 'veej', 've65'],
  ['được', 'dduwowcj', 'd9u7o7c5'],
  ['bao', 'bao', 'bao'],
])('%s is typed %s in Telex and %s in VNI', (syllable, telex, vni) => {
  expect(toTelex(syllable)).toBe(telex);
  expect(toVni(syllable)).toBe(vni);
});

test.each([
  ['hòa', 'hoà'],
  ['hoà', 'hòa'],
  ['Khỏe', 'Khoẻ'],
  ['thuỷ', 'thủy'],
  ['quý', 'quý'],
  ['toàn', 'toàn'],
  ['huế', 'huế'],
])('the tone of %s moves to %s', (syllable, other) => {
  expect(moveTone(syllable)).toBe(other);
});

test.each([
  ['kỹ', 'kĩ'],
  ['Tỉ', 'Tỷ'],
  ['quý', 'quí'],
  ['thy', 'thy'],
  ['tin', 'tin'],
])('%s is also written %s', (syllable, other) => {
  expect(swapVowel(syllable)).toBe(other);
});

test('a spoilt syllable is no word that is known, and the same for the same seed', () => {
  const known = new Set(['bao', 'abo', 'boa']);
  const spoilBy = (seed: number) => spoil('bao', createSeeded(seed), (word) => known.has(word));
  for (let seed = 0; seed < 50; seed += 1) {
    expect(known.has(spoilBy(seed))).toBe(false);
    expect(spoilBy(seed)).toBe(spoilBy(seed));
  }
});
