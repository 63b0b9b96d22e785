import { describe, expect, test } from 'vitest';
import { hasSuffix, stemOf, suffixedId } from '../../../src/archive/article-stem.ts';
import { isArticleId } from '../../../src/article/article-id.ts';

const sha256 = '1f2e3d4c'.padEnd(64, '0');
const long = Array.from({ length: 16 }, () => 'cho').join('-') + '-hop-phien-dau-nam';

describe('the stem of an id', () => {
  test.each([
    ['bao-x/2009/gia-gao', 'bao-x/2009/gia-gao'],
    ['bao-x/2009/gia-gao-1f2e3d4c', 'bao-x/2009/gia-gao'],
    ['bao-x/2009/gia-gao-ffffffff', 'bao-x/2009/gia-gao-ffffffff'],
  ])('of %s is %s', (id, stem) => {
    expect(stemOf(id, [sha256])).toBe(stem);
  });

  test('is the same before and after a suffix was added, however long the slug', () => {
    for (let words = 1; words < 18; words += 1) {
      const id = `bao-x/2009/${long.split('-').slice(0, words).join('-')}`;
      const stem = stemOf(id, [sha256]);
      const suffixed = suffixedId(stem, sha256);
      expect(stemOf(suffixed, [sha256])).toBe(stem);
      expect(hasSuffix(suffixed, [sha256])).toBe(true);
      expect(isArticleId(suffixed)).toBe(true);
      expect(suffixed.split('/').at(-1)?.length).toBeLessThanOrEqual(80);
    }
  });
});
