import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleSchema, type Article, type ArticleInput } from '../../../src/article/article.ts';
import { openSearchFolder } from '../../../src/search/open-search-fs.ts';
import type { ArchiveSearch, SearchRequest } from '../../../src/search/search-answer.ts';
import { SearchUnavailable } from '../../../src/search/search-unavailable.ts';
import { searchedBlocks } from '../../../src/search/searched-blocks.ts';
import { writeSearchIndex } from '../../../src/search/write-index-fs.ts';
import { naiveSearch } from './naive-search.ts';

const article = (id: string, title: string, more: Partial<ArticleInput> = {}): Article =>
  articleSchema.parse({ id, title, source: id.split('/')[0] ?? '', body: [], ...more });

const paragraph = (text: string) => ({ type: 'paragraph' as const, text });

const articles: Article[] = [
  article('bao-a/2009/cho-phien', 'Chợ phiên vùng cao họp sớm', {
    publishedAt: '2009-02-28T14:18:00+07:00',
    lead: 'Từ tờ mờ sáng, đường xuống chợ đã đông.',
    body: [
      paragraph('Đảng uỷ xã giữ trật tự theo Nghị quyết số 35-NQ/TW ngày 22/10/2018.'),
      { type: 'list', ordered: false, items: ['gà đồi', 'mật ong rừng'] },
      { type: 'figure', image: null, text: 'Người bán gà. Ảnh: An Nhiên', credit: 'An Nhiên' },
    ],
  }),
  article('bao-a/2010/gia-gao', 'Giá gạo 8,11 nghìn đồng', {
    publishedAt: '2010-05',
    kicker: 'Thị trường',
    body: [
      paragraph('Gạo tẻ thường lên giá; chợ phiên vắng người. Bà con đang uỷ thác cho hợp tác xã.'),
      {
        type: 'table',
        rows: [
          ['Loại', 'Giá'],
          ['Tẻ', '8/11'],
        ],
      },
    ],
  }),
  article('bao-b/undated/lu-quet', 'Lũ quét ở thượng nguồn', {
    body: [paragraph('Hoà Bình và Hòa Bình là một tên. <script>alert(1)</script> [[không]] $& (a+)+')],
  }),
  article('bao-b/1998/hop-xa', 'Họp xã', {
    publishedAt: '1998',
    body: [paragraph('Xã kỹ lưỡng, lý lẽ rõ ràng.')],
  }),
  article('bao-b/2020/da-rut', 'Chợ phiên đã rút', {
    publishedAt: '2020-01-01',
    withdrawn: { withdrawnAt: '2021-01-01T00:00:00+07:00', reason: 'theo yêu cầu' },
  }),
];
const shown = articles.filter(({ withdrawn }) => withdrawn === null);

let folder = '';
let search: ArchiveSearch['search'] = () => Promise.reject(new Error('not open'));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khobao-search-'));
  await writeSearchIndex(articles, join(folder, 'site'));
  ({ search } = await openSearchFolder(join(folder, 'site')));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const idsOf = async (query: string, more: Partial<SearchRequest> = {}): Promise<(string | undefined)[]> =>
  ((await search({ query, ...more })).results ?? []).map(({ id }) => id.split('/').at(-1));

const contents = async (dir: string): Promise<Record<string, string>> => {
  const names = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [path.slice(dir.length), (await readFile(path)).toString('base64')]),
    ),
  ) as Record<string, string>;
};

describe('a written index', () => {
  test.each([
    'chợ phiên',
    'cho phien',
    'CHỢ PHIÊN'.normalize('NFD'),
    'Đảng ủy',
    'dang uy',
    'đang',
    'dang',
    'hoà bình',
    'hòa bình',
    'kĩ lưỡng',
    'lí lẽ',
    '35-NQ/TW',
    '22-10-2018',
    '8,11',
    '8/11',
    '8 11',
    '"chợ phiên vắng"',
    'gà đồi mật ong',
    'ảnh an nhiên',
    'chợ phiên vùng thấp',
    'xã',
    'gia gao te',
    'không có chữ này',
  ])('answers %s as the naive reference does', async (query) => {
    const archive = shown.map((one) => searchedBlocks(one).map(({ text }) => text));
    const expected = naiveSearch(query, archive);
    const { ids } = await search({ query, ids: true, tiers: 'all' });
    for (const kind of ['exact', 'folded', 'loose'] as const) {
      expect([...(ids?.[kind] ?? [])].sort()).toEqual(
        expected[kind].map((answer) => shown[answer.article]?.id).sort(),
      );
    }
  });

  test('shows what a result needs', async () => {
    const answer = await search({ query: 'cho phien' });
    expect(answer).toMatchObject({
      query: 'cho phien',
      total: 2,
      tiers: [
        { kind: 'exact', total: 0 },
        { kind: 'folded', total: 2 },
        { kind: 'loose', total: 0 },
      ],
      facets: { year: { 2009: 1, 2010: 1 }, source: { 'bao-a': 2 } },
      help: null,
    });
    expect(answer.results?.[0]).toMatchObject({
      id: 'bao-a/2009/cho-phien',
      href: '/bai/bao-a/2009/cho-phien/?q=cho+phien',
      title: 'Chợ phiên vùng cao họp sớm',
      markedTitle: '[[Chợ phiên]] vùng cao họp sớm',
      titleSupplied: false,
      source: 'bao-a',
      publishedAt: '2009-02-28T14:18:00+07:00',
      publishedAtInferred: false,
      tier: 'folded',
    });
    expect(answer.results?.[1]?.excerpt).toContain('[[chợ phiên]] vắng');
  });

  test('filters by source and by dates that overlap, sorts by date, pages', async () => {
    expect(await idsOf('xa', { sources: ['bao-b'] })).toEqual(['hop-xa']);
    expect(await idsOf('gia', { from: '2010-05-31', to: '2011' })).toEqual(['gia-gao']);
    expect(await idsOf('gia', { from: '2010-06' })).toEqual([]);
    expect(await idsOf('lu quet', { from: '1000' })).toEqual([]);
    expect(await idsOf('xa', { sort: 'newest' })).toEqual(['gia-gao', 'cho-phien', 'hop-xa']);
    expect(await idsOf('xa', { sort: 'oldest' })).toEqual(['hop-xa', 'cho-phien', 'gia-gao']);
    expect(await idsOf('xa', { sort: 'oldest', offset: 1, limit: 1 })).toEqual(['cho-phien']);
    expect(await idsOf('la', { sort: 'oldest' })).toEqual(['lu-quet']);
  });

  test('leaves withdrawn articles out, of ids too', async () => {
    expect(await idsOf('da rut', { tiers: 'all' })).toEqual([]);
    const files = Object.values(await contents(join(folder, 'site')));
    expect(files.length).toBeGreaterThan(5);
    expect((await search({ query: 'rut', ids: true, tiers: 'all' })).total).toBe(0);
  });

  test.each([
    '',
    '"',
    '…,–',
    '\ud800',
    '\u202e',
    '<script>',
    '(a+)+$',
    '[[không]]',
    'đảng '.repeat(2000),
    'x'.repeat(10_000),
    '-xã OR "',
  ])('gives a sensible answer to %j', async (query) => {
    const answer = await search({ query });
    expect(answer.results).toHaveLength(Math.min(10, answer.total));
  });

  test('tells the cold start with the first answer, and nothing for what it holds', async () => {
    const opened = await openSearchFolder(join(folder, 'site'));
    const first = (await opened.search({ query: 'chợ phiên' })).transfer;
    expect(first.requests).toBeGreaterThan(6);
    expect(first.bytes).toBeGreaterThan(90_000);
    expect((await opened.search({ query: 'chợ phiên' })).transfer).toEqual({ requests: 0, bytes: 0 });
  });

  test('answers searches asked at once', async () => {
    const queries = ['chợ phiên', 'cho phien', 'đang', 'dang', 'xã', 'xa'];
    const alone = [];
    for (const query of queries) alone.push((await search({ query })).results);
    const { search: fresh } = await openSearchFolder(join(folder, 'site'));
    const together = await Promise.all(queries.map((query) => fresh({ query })));
    expect(together.map(({ results }) => results)).toEqual(alone);
  });
});

describe('writeSearchIndex', () => {
  test('gives the same bytes for the same articles in any order, and nothing of a former index', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    await writeSearchIndex(articles.slice(1), two);
    const counted = await writeSearchIndex(articles, one);
    expect(await writeSearchIndex([...articles].reverse(), two)).toEqual(counted);
    const written = await contents(one);
    expect(await contents(two)).toEqual(written);
    expect(counted.articles).toBe(shown.length);
    expect(counted.files).toBe(Object.keys(written).length);
  });

  test('an archive without an article has an index that answers nothing', async () => {
    const out = join(folder, 'empty');
    expect(await writeSearchIndex([], out)).toMatchObject({ articles: 0, files: 3 });
    const { search: empty } = await openSearchFolder(out);
    expect(await empty({ query: 'chợ "phiên"', tiers: 'all' })).toMatchObject({ total: 0, results: [] });
  });
});

describe('an index that cannot be read', () => {
  const breakFile = async (
    name: string,
    pattern: RegExp,
    change: (path: string) => Promise<void>,
  ): Promise<string> => {
    const out = join(folder, name);
    await writeSearchIndex(articles, out);
    const path = Object.keys(await contents(out)).find((file) => pattern.test(file));
    if (path === undefined) throw new Error(`no file like ${pattern.source}`);
    await change(out + path);
    return out;
  };
  const ask = async (out: string): Promise<unknown> => {
    const opened = await openSearchFolder(out);
    return opened.search({ query: 'chợ phiên vùng' });
  };
  const parts = [
    ['entry', /index\.json$/],
    ['table', /table/],
    ['library', /pagefind\.js$/],
    ['wasm', /wasm/],
    ['meta', /pf_meta$/],
    ['chunk', /pf_index$/],
    ['records', /[\\/]pack[\\/]/],
  ] as const;

  test.each(parts)('%s missing', async (name, pattern) => {
    const out = await breakFile(`missing-${name}`, pattern, (path) => rm(path));
    await expect(ask(out)).rejects.toMatchObject({ name: 'SearchUnavailable', reason: 'missing' });
  });

  test.each(parts)('%s cut short', async (name, pattern) => {
    const out = await breakFile(`cut-${name}`, pattern, (path) => truncate(path, 40));
    await expect(ask(out)).rejects.toMatchObject({ name: 'SearchUnavailable', reason: 'damaged' });
  });

  test.each(parts)('%s answered with a page of the host', async (name, pattern) => {
    const page = '<!doctype html><title>404</title>';
    const out = await breakFile(`page-${name}`, pattern, (path) => writeFile(path, page));
    await expect(ask(out)).rejects.toBeInstanceOf(SearchUnavailable);
  });

  test('written by another version', async () => {
    const out = await breakFile('version', /index\.json$/, (path) => writeFile(path, '{"version":0}'));
    await expect(ask(out)).rejects.toMatchObject({ reason: 'version' });
  });

  test('is read again once its file is back', async () => {
    const out = await breakFile('back', /pf_index$/, async (path) => {
      await writeFile(`${path}.kept`, await readFile(path));
      await rm(path);
    });
    const opened = await openSearchFolder(out);
    await expect(opened.search({ query: 'chợ phiên' })).rejects.toBeInstanceOf(SearchUnavailable);
    const kept = Object.keys(await contents(out)).find((file) => file.endsWith('.kept')) ?? '';
    await writeFile(out + kept.slice(0, -'.kept'.length), await readFile(out + kept));
    expect((await opened.search({ query: 'chợ phiên' })).total).toBe(2);
  });
});
