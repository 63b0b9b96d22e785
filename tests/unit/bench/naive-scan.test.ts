import { expect, test } from 'vitest';
import { createNaiveScan } from '../../../bench/search/naive-scan.ts';
import { articleSchema } from '../../../src/article/article.ts';

const articles = [
  ['a', 'Bảo vệ nền tảng', 'Ngày 22/10/2018, tại Hòa Bình.'],
  ['b', 'Bao về nên tăng', 'Công văn số 35-NQ/TW, lãi suất 8,11 phần trăm.'],
  ['c', 'Nền tảng mới', 'Bảo vệ rừng.'],
].map(([slug = '', title = '', text = '']) =>
  articleSchema.parse({
    id: `bao/2018/${slug}`,
    title,
    source: 'bao',
    publishedAt: '2018-10-22',
    captures: [],
    body: [{ type: 'paragraph', text }],
  }),
);
const { search } = createNaiveScan(articles);

const slugs = (ids: readonly string[]): string => ids.map((id) => id.slice(-1)).join('');
const tiersOf = (query: string): string[] => {
  const { exact, folded, loose } = search(query).tiers;
  return [exact, folded, loose].map(slugs);
};

test.each([
  ['"bảo vệ"', ['ac', '', '']],
  ['"bao ve"', ['', 'abc', '']],
  ['"BẢO VỆ"'.normalize('NFD'), ['ac', '', '']],
  ['hoà', ['a', '', '']],
  ['22-10-2018', ['', 'a', '']],
  ['8/11', ['', '', '']],
  ['8,11', ['', 'b', '']],
  ['35-NQ/TW', ['', 'b', '']],
])('%s is found in %s', (query, tiers) => {
  expect(tiersOf(query)).toEqual(tiers);
});

test('the bond that the fewest articles satisfy is cut first', () => {
  const { tiers, cuts } = search('bảo vệ nền tảng');
  expect(slugs(tiers.exact)).toBe('ac');
  expect([...cuts]).toEqual([
    ['bao/2018/a', 0],
    ['bao/2018/c', 1],
    ['bao/2018/b', 0],
  ]);
});
