import { describe, expect, test } from 'vitest';
import { gatherResults } from '../../../../src/components/search/gather-results.ts';
import type { SearchAnswer, SearchRequest } from '../../../../src/search/search-answer.ts';
import { sampleResult } from './result-samples.ts';

/** A search with so many answers, which tells what it was asked. */
const searchOf = (total: number) => {
  const asked: SearchRequest[] = [];
  const search = (request: SearchRequest): Promise<SearchAnswer> => {
    asked.push(request);
    const { offset = 0, limit = 10 } = request;
    const results = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) =>
      sampleResult({ id: String(offset + i) }),
    );
    const transfer = { requests: 0, bytes: 0 };
    return Promise.resolve({
      query: 'a',
      total,
      tiers: [],
      results,
      unread: [],
      narrow: [],
      help: null,
      transfer,
      ms: 0,
    });
  };
  return { asked, search };
};

const follow = () => {
  const told: string[] = [];
  const stop = new AbortController();
  const onProgress = (done: number, total: number): void => {
    told.push(`${String(done)}/${String(total)}`);
  };
  return { told, stop, following: { signal: stop.signal, onProgress } };
};

describe('results are gathered', () => {
  test.each([
    [0, 1000, ['0+100'], ['0/0']],
    [7, 1000, ['0+100'], ['7/7']],
    [230, 1000, ['0+100', '100+100', '200+30'], ['100/230', '200/230', '230/230']],
    [230, 150, ['0+100', '100+50'], ['100/150', '150/150']],
    [230, 10, ['0+10'], ['10/10']],
  ])('of %i at most %i: asks %j and tells %j', async (total, most, pages, told) => {
    const { asked, search } = searchOf(total);
    const { told: heard, following } = follow();
    const results = await gatherResults(
      search,
      { query: 'a', context: true, sort: 'newest' },
      most,
      following,
    );
    expect(results?.map(({ id }) => id)).toEqual(
      Array.from({ length: Math.min(most, total) }, (_, i) => String(i)),
    );
    expect(asked.map(({ offset, limit }) => `${String(offset)}+${String(limit)}`)).toEqual(pages);
    expect(asked[0]).toMatchObject({ sort: 'newest', details: true, context: false });
    expect(heard).toEqual(told);
  });

  test('until it is stopped', async () => {
    const { asked, search } = searchOf(900);
    const { stop, following } = follow();
    const onProgress = (): void => {
      stop.abort();
    };
    expect(await gatherResults(search, { query: 'a' }, 900, { ...following, onProgress })).toBeNull();
    expect(asked).toHaveLength(2);
  });

  test('and an index that ends before its total is no endless search', async () => {
    const { search } = searchOf(3);
    const lying: typeof search = async (request) => ({ ...(await search(request)), total: 50 });
    expect(await gatherResults(lying, { query: 'a' }, 900, follow().following)).toHaveLength(3);
  });
});
