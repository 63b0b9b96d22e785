import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toShards } from '../../../src/search/shard-articles.ts';

const dated = (publishedAt: string | null, characters = 1) => ({ publishedAt, characters });
const datesOf = (shards: readonly (readonly { publishedAt: string | null }[])[]) =>
  shards.map((shard) => shard.map(({ publishedAt }) => publishedAt));

describe('toShards', () => {
  test('takes whole months from the oldest on, the newest shard first, undated articles with the oldest', () => {
    const articles = ['2020-03-02', '2020-03-01', '2020-02-05', '2020-01-09', '2020-01', '2019', null];
    expect(
      datesOf(
        toShards(
          articles.map((date) => dated(date)),
          4,
        ),
      ),
    ).toEqual([
      ['2020-03-02', '2020-03-01', '2020-02-05'],
      ['2020-01-09', '2020-01', '2019', null],
    ]);
  });

  test('new articles change the newest shard alone', () => {
    const old = ['2020-02-05', '2020-01-09', '2020-01-08', '2019-12-31'].map((date) => dated(date));
    const before = toShards(old, 2);
    const after = toShards([dated('2020-02-07'), ...old], 2);
    expect(after.slice(-2)).toEqual(before.slice(-2));
  });

  test('cuts a month that is too large, and leaves an article that is larger still alone', () => {
    expect(datesOf(toShards([dated('2020-01-03'), dated('2020-01-02'), dated('2020-01-01', 9)], 1))).toEqual([
      ['2020-01-03'],
      ['2020-01-02'],
      ['2020-01-01'],
    ]);
    expect(toShards([], 4)).toEqual([]);
  });

  test('loses nothing, changes no order, stays within the limit', () => {
    const article = fc.record({
      publishedAt: fc.option(
        fc.integer({ min: 1, max: 40 }).map((n) => `20${String(n).padStart(2, '0')}-01`),
      ),
      characters: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(article, { maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (articles, most) => {
        const shards = toShards(articles, most);
        expect(shards.flat()).toEqual(articles);
        for (const shard of shards) {
          const size = shard.reduce((sum, { characters }) => sum + characters, 0);
          if (shard.length > 1) expect(size).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});
