import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { openSearchFolder } from '../../../src/search/open-search-fs.ts';
import { writeSearchIndex } from '../../../src/search/write-index-fs.ts';
import { articles, contents } from './sample-index-fs.ts';

/** So little text that each month is a shard of its own. */
const options = { shardCharacters: 1 };

const withNewText = (id: string): Article[] =>
  articles.map((article) => (article.id === id ? { ...article, kicker: 'Tin vắn' } : article));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khobao-shards-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('an index of several shards, or of several bundles', () => {
  test('answers as one of one shard and bundle does, whatever words are common', async () => {
    await writeSearchIndex(articles, join(folder, 'one'));
    const { shards } = await writeSearchIndex(articles, join(folder, 'several'), options);
    expect(shards).toBe(4);
    const one = await openSearchFolder(join(folder, 'one'));
    const several = await openSearchFolder(join(folder, 'several'));
    const { shards: parted } = await writeSearchIndex(articles, join(folder, 'parted'), {
      bundleCharacters: 200,
    });
    expect(parted).toBe(1);
    const inBundles = await openSearchFolder(join(folder, 'parted'));
    await writeSearchIndex(articles, join(folder, 'common'), { commonFrom: 2, bundleCharacters: 400 });
    const ofCommonWords = await openSearchFolder(join(folder, 'common'));
    for (const query of [
      'chợ phiên',
      'hoa binh',
      'gạo',
      'xa',
      'an nhiên',
      'năm:2010',
      '"đảng uỷ"',
      'từ:1998 chợ',
    ]) {
      const [expected, found, foundInBundles, foundAsCommon] = await Promise.all(
        [one, several, inBundles, ofCommonWords].map(async ({ search }) => {
          const answer = await search({ query, tiers: 'all' });
          return { ...answer, transfer: null, ms: null };
        }),
      );
      expect(found).toEqual(expected);
      expect(foundInBundles).toEqual(expected);
      // Of common words the zone is known, not the place: the score may differ, what is found may not.
      const idsOf = (answer: typeof expected) =>
        answer?.results?.map(({ id, tier }) => `${tier} ${id}`).sort();
      expect(foundAsCommon?.tiers).toEqual(expected?.tiers);
      expect(idsOf(foundAsCommon)).toEqual(idsOf(expected));
    }
  });

  test('a date filter asks only the shards that can have it', async () => {
    const { search } = await openSearchFolder(join(folder, 'several'));
    await search({ query: 'không có gì', limit: 0 });
    const { transfer } = await search({ query: 'xa', from: '1998', to: '1998', limit: 0, facets: 'light' });
    expect(transfer.requests).toBeLessThanOrEqual(2);
  });
});

describe('shards of a former index', () => {
  test('are taken over where their articles did not change, and built anew where they did', async () => {
    const out = join(folder, 'former');
    expect(await writeSearchIndex(articles, out, options)).toMatchObject({ shards: 4, keptShards: 0 });
    const before = await contents(out);
    expect(await writeSearchIndex(articles, out, options)).toMatchObject({ shards: 4, keptShards: 4 });
    expect(await contents(out)).toEqual(before);
    const changed = withNewText('bao-a/2010/gia-gao');
    expect(await writeSearchIndex(changed, out, options)).toMatchObject({ shards: 4, keptShards: 3 });
    await writeSearchIndex(changed, join(folder, 'anew'), options);
    expect(await contents(out)).toEqual(await contents(join(folder, 'anew')));
  });

  test('come from another site’s folder, too', async () => {
    const formerDir = join(folder, 'anew');
    const news = { ...options, formerDir };
    const changed = withNewText('bao-a/2010/gia-gao');
    expect(await writeSearchIndex(changed, join(folder, 'next'), news)).toMatchObject({ keptShards: 4 });
    expect(await contents(join(folder, 'next'))).toEqual(await contents(formerDir));
  });

  test('are not taken over when a file of theirs is damaged or gone', async () => {
    const formerDir = join(folder, 'damaged');
    await writeSearchIndex(articles, formerDir, options);
    const before = await contents(formerDir);
    const [cut = '', gone = ''] = await readdir(join(formerDir, 'search/shard'));
    await truncate(join(formerDir, 'search/shard', cut, 'chunks-0.pack'), 10);
    await rm(join(formerDir, 'search/shard', gone, 'texts-0.pack'));
    const out = join(folder, 'mended');
    expect(await writeSearchIndex(articles, out, { ...options, formerDir })).toMatchObject({
      keptShards: 2,
    });
    expect(await contents(out)).toEqual(before);
    expect((await stat(join(formerDir, 'search/shard', cut, 'chunks-0.pack'))).size).toBe(10);
  });
});
