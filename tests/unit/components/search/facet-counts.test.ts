import { expect, test } from 'vitest';
import { countLight, countListed } from '../../../../src/components/search/facet-counts.ts';
import { parseSearchAddress } from '../../../../src/components/search/search-address.ts';
import type { SearchAnswer, SearchRequest } from '../../../../src/search/search-answer.ts';

/** A search whose facets say what was asked for them, and the questions that were put to it. */
const asked = (): {
  questions: string[];
  search: (request: SearchRequest) => Promise<SearchAnswer>;
} => {
  const questions: string[] = [];
  return {
    questions,
    search: ({ query, limit, facets, ...rest }) => {
      const filters = Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'sort'));
      const name = `${facets ?? 'all'} ${String(limit)} ${JSON.stringify(filters)}`;
      questions.push(name);
      const counts = { [name]: 1 };
      return Promise.resolve({
        query,
        total: 1,
        tiers: [],
        facets: {
          year: counts,
          month: counts,
          source: counts,
          section: counts,
          place: counts,
          document: counts,
          author: counts,
        },
        unread: [],
        narrow: [],
        help: null,
        transfer: { requests: 0, bytes: 0 },
        ms: 0,
      });
    },
  };
};

test('nothing is asked again where neither dates nor sources are set', async () => {
  const { questions, search } = asked();
  const state = parseSearchAddress('?q=a&noi=b');
  const answer = await search({ query: 'a', limit: 10, facets: 'light' });
  questions.length = 0;
  const { dates, sources } = await countLight(search, state, answer);
  expect(questions).toEqual([]);
  expect(Object.keys(sources)).toEqual(['light 10 {}']);
  expect(Object.keys(dates.year)).toEqual(['light 10 {}']);
});

test('a filter that is set is counted as if it alone were not', async () => {
  const { questions, search } = asked();
  const state = parseSearchAddress('?q=a&nguon=x&noi=b&tu=2014');
  const answer = await search({ query: 'a' });
  questions.length = 0;
  const { dates, sources } = await countLight(search, state, answer);
  expect(questions.length).toBe(2);
  expect(Object.keys(sources)).toEqual(['light 0 {"places":["b"],"from":"2014"}']);
  expect(Object.keys(dates.month)).toEqual(['light 0 {"sources":["x"],"places":["b"]}']);
});

test('facets of the further file that are not set are counted by one question', async () => {
  const { questions, search } = asked();
  const counts = await countListed(search, parseSearchAddress('?q=a&noi=b&tac-gia=c&khong-ngay=1'));
  expect(questions.length).toBe(3);
  const together = 'all 0 {"places":["b"],"authors":["c"],"undated":true}';
  expect(counts).toEqual({
    sections: { [together]: 1 },
    documents: { [together]: 1 },
    places: { 'all 0 {"authors":["c"],"undated":true}': 1 },
    authors: { 'all 0 {"places":["b"],"undated":true}': 1 },
  });
});
