import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../src/search/edit-distance.ts';
import { helpQuery } from '../../../src/search/help-query.ts';
import { toLexicon } from '../../../src/search/nearest-syllable.ts';
import { toTokens } from '../../../src/text/tokens.ts';
import { memoryPostings } from './memory-postings.ts';

const helps = async (query: string, archive: readonly string[]): Promise<string[]> => {
  const source = memoryPostings(archive.map((text) => [{ kind: 'title', text }]));
  const lexicon = toLexicon(archive.flatMap((text) => toTokens(text).map(({ key }) => key)));
  const found: string[] = [];
  for await (const { kind, query: helped } of helpQuery(query, source, () => Promise.resolve(lexicon))) {
    found.push(`${kind}: ${helped}`);
  }
  return found;
};

describe('helpQuery', () => {
  test.each([
    [
      'Telex first, and words that the archive has as a second try',
      'ddi taxi',
      ['đi taxi'],
      ['telex: đi tãi', 'telex: đi taxi', 'nearest: di taxi'],
    ],
    ['VNI', 'di9 cho75', ['đi chợ'], ['vni: đi chợ']],
    [
      'the nearest syllable keeps the longest run',
      'cho phoen',
      ['chợ phiên', 'phơn', 'phở en'],
      ['nearest: cho phien'],
    ],
    [
      'a nearer syllable goes before one that is further off',
      'abc khoenq',
      ['khoẻ', 'khoẻn'],
      ['nearest: abc khoen'],
    ],
    [
      'written as the query is',
      'Hội chợ, phoên vùng',
      ['hội chợ phiên vùng cao'],
      ['nearest: Hội chợ, phiên vùng'],
    ],
    ['a phrase in quotes is left alone', '"cho phoen"', ['chợ phiên'], []],
    ['several syllables', 'choq phienq', ['chợ phiên'], ['nearest: cho phien']],
  ])('%s', async (_, query, archive, expected) => {
    expect((await helps(query, archive)).filter((help) => !help.startsWith('dropped'))).toEqual(expected);
  });

  test.each([
    [
      'the word whose removal leaves the longest run',
      'chợ xa phiên vùng',
      ['chợ phiên vùng', 'xa'],
      'chợ phiên vùng',
    ],
    ['at equal length the rarer one', 'gạo ngô', ['gạo', 'gạo', 'ngô'], 'gạo'],
    ['then the later one', 'gạo ngô', ['gạo', 'ngô'], 'gạo'],
    [
      'of a long query only what no article has',
      `q ${'một hai ba bốn '.repeat(4)}`,
      ['một hai ba bốn '.repeat(4)],
      'một hai ba bốn '.repeat(4).trim(),
    ],
    ['never a part of what is bound', '35-NQ gạo', ['35-NQ', 'gạo', 'gạo'], '35-NQ'],
  ])('drops %s', async (_, query, archive, expected) => {
    expect((await helps(query, archive)).find((help) => help.startsWith('dropped'))).toBe(
      `dropped: ${expected}`,
    );
  });

  test('drops three words at most, and none where no run of two is left', async () => {
    expect(await helps('a b c d e f', ['a b'])).toHaveLength(3);
    expect(await helps('a b c', ['a', 'b', 'c'])).toEqual([]);
    expect(await helps('zzzzzz', ['a b'])).toEqual([]);
  });
});

describe('editDistance', () => {
  test.each([
    ['phien', 'phien', 0],
    ['phien', 'phen', 1],
    ['phien', 'phienq', 1],
    ['phien', 'pihen', 1],
    ['phien', 'phoan', 2],
    ['phien', 'xyz', 3],
    ['', 'ab', 2],
    ['', 'abcd', 3],
  ])('%s, %s: %i', (a, b, expected) => {
    expect(editDistance(a, b, 2)).toBe(expected);
  });
});
