import { describe, expect, test } from 'vitest';
import { openSearchFolder } from '../../../src/search/open-search-fs.ts';
import { writeSearchIndex } from '../../../src/search/write-index-fs.ts';
import { articles, contents } from './sample-index-fs.ts';
import { shown, useSampleIndex } from './sample-index.ts';

const { inFolder } = useSampleIndex();

describe('writeSearchIndex', () => {
  test('gives the same bytes for the same articles in any order, and nothing of a former index', async () => {
    const [one, two] = [inFolder('one'), inFolder('two')];
    await writeSearchIndex(articles.slice(1), two);
    const counted = await writeSearchIndex(articles, one);
    expect(await writeSearchIndex([...articles].reverse(), two)).toEqual(counted);
    const written = await contents(one);
    expect(await contents(two)).toEqual(written);
    expect(counted.articles).toBe(shown.length);
    expect(counted.files).toBe(Object.keys(written).length);
  });

  test('an archive without an article has an index that answers nothing', async () => {
    const out = inFolder('empty');
    expect(await writeSearchIndex([], out)).toMatchObject({ articles: 0, files: 5 });
    const { search: empty } = await openSearchFolder(out);
    expect(await empty({ query: 'chợ "phiên"', tiers: 'all' })).toMatchObject({ total: 0, results: [] });
  });
});
