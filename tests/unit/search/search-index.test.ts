import { describe, expect, test } from 'vitest';
import { openSearchFolder } from '../../../src/search/open-search-fs.ts';
import { searchedBlocks } from '../../../src/search/searched-blocks.ts';
import { naiveSearch } from './naive-search.ts';
import { contents } from './sample-index-fs.ts';
import { shown, useSampleIndex } from './sample-index.ts';

const { search, idsOf, inFolder } = useSampleIndex();

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
    const { ids } = await search({ query, ids: true, tiers: 'all', literal: true });
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
      facets: {
        year: { 2009: 1, 2010: 1 },
        month: { '2009-02': 1, '2010-05': 1 },
        source: { 'bao-a': 2 },
        section: { 'Thị trường': 1, 'Đời sống': 1 },
        place: { 'Hòa Bình': 2, 'Hà Nội': 1 },
        document: { '35-NQ/TW': 1, '41/2014/QĐ-UBND': 1 },
        author: { 'An Nhiên': 1, 'Vũ Hà': 1 },
      },
      unread: [],
      narrow: [],
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

  test.each([
    ['chợ phiên -"vùng cao"', ['gia-gao']],
    ['tiêu-đề:"chợ phiên"', ['cho-phien']],
    ['lũ OR gạo', ['gia-gao', 'lu-quet']],
    ['nguồn:bao-b xã', ['hop-xa']],
    ['nguon:"bao ap" -gạo', ['cho-phien']],
    ['nguồn:"báo áp"', []],
    ['source:bao-b', ['hop-xa', 'lu-quet']],
    ['nguồn:bản', ['hop-xa', 'lu-quet']],
    ['nơi:"Hòa Bình"', ['gia-gao', 'cho-phien', 'lu-quet']],
    ['noi:"hoa binh" từ:2010-05-31', ['gia-gao']],
    ['place:Nội', ['cho-phien']],
    ['từ:6/2010', []],
    ['đến:31/12/1998', ['hop-xa']],
    ['đến:30/12/1998', ['hop-xa']],
    ['đến:1997', []],
    ['năm:2009 OR năm:1998', ['cho-phien', 'hop-xa']],
    ['mục:"thoi su"', ['lu-quet']],
    ['mục:"thơi sự"', []],
    ['văn-bản:41/2014/QD-UBND', ['gia-gao']],
    ['document:35-nq/tw', ['cho-phien']],
    ['tác-giả:"Vũ Hà"', ['cho-phien']],
    ['author:vu', ['cho-phien', 'hop-xa']],
    ['-nguồn:bao-a', ['hop-xa', 'lu-quet']],
    ['gạo OR nơi:"Hà Nội"', ['gia-gao', 'cho-phien']],
  ])('%s finds %j, the newest first', async (query, expected) => {
    expect(await idsOf(query, { sort: 'newest' })).toEqual(expected);
  });

  test('a field alone is answered in one tier; what could not be read is told', async () => {
    expect(await search({ query: 'nơi:"Hòa Bình"', ids: true })).toMatchObject({
      total: 3,
      tiers: [{ kind: 'exact', total: 3 }],
    });
    expect(await search({ query: 'gạo từ:mai OR' })).toMatchObject({ unread: ['từ:mai', 'OR'] });
  });

  test('filters by the values of facets, and by having no date; with filters alone lists what they let through', async () => {
    expect(await idsOf('xa', { places: ['Hoà bình'] })).toEqual(['gia-gao', 'cho-phien']);
    expect(await idsOf('xa', { places: ['Hoa Binh'] })).toEqual([]);
    expect(await idsOf('xa', { sections: ['Thời sự', 'đời sống'] })).toEqual(['cho-phien']);
    expect(await idsOf('xa', { documents: ['41/2014/qd-ubnd'] })).toEqual(['gia-gao']);
    expect(await idsOf('', { places: ['Hoà Bình'], sections: ['Đời sống'] })).toEqual(['cho-phien']);
    expect(await idsOf('', { authors: ['Vũ Hà', 'Vũ Hà Anh'] })).toEqual(['cho-phien', 'hop-xa']);
    expect(await idsOf('', { undated: true, from: '1990' })).toEqual(['lu-quet']);
    expect(await idsOf('la', { undated: true })).toEqual(['lu-quet']);
  });

  test.each([
    ['chowj phieen', 'telex', 'chợ phiên', 'cho-phien'],
    ['cho75 phie6n vu2ng cao', 'vni', 'chợ phiên vùng cao', 'cho-phien'],
    ['lũ quétq xyzxyzxyz', 'dropped', 'lũ quét', 'lu-quet'],
    ['cho phienq vung cao', 'nearest', 'cho phien vung cao', 'cho-phien'],
    ['Chợ phoên vùng cao', 'nearest', 'Chợ phiên vùng cao', 'cho-phien'],
    ['chợ phiên trung cao họp sớm', 'nearest', 'chợ phiên vùng cao họp sớm', 'cho-phien'],
    ['giá gạo zzzzzzzz 8,11', 'dropped', 'giá gạo 8,11', 'gia-gao'],
  ])('%s is helped (%s): %s', async (query, kind, helped, first) => {
    const answer = await search({ query });
    expect(answer.query).toBe(query);
    expect(answer.help).toEqual({ kind, query: helped });
    expect(answer.results?.[0]?.id).toContain(first);
    expect(await search({ query, literal: true })).toMatchObject({ help: null, total: 0 });
  });

  test('no word is dropped where some article has them all, and no help is needed where a run is found', async () => {
    expect(await search({ query: 'gạo phiên' })).toMatchObject({ help: null, total: 1 });
    expect(await search({ query: 'giá gạo bà con' })).toMatchObject({ help: null, total: 1 });
  });

  test.each([
    ['htx', ['gia-gao'], true],
    ['hợp tác xã', ['gia-gao'], false],
    ['ĐU xã', ['cho-phien', 'gia-gao'], true],
    ['thác cho HTX', ['gia-gao'], true],
    ['"htx"', [], false],
  ])('%s finds %j, by an abbreviation: %s', async (query, expected, byExpansion) => {
    const { results = [], tiers } = await search({ query, literal: true });
    expect(results.map(({ id }) => id.split('/').at(-1))).toEqual(expected);
    expect(results.map((result) => result.byExpansion)).toEqual(expected.map(() => byExpansion));
    expect(tiers.at(0)?.kind).toBe('exact');
  });

  test('an answer by an abbreviation is marked where it stands, in the article too', async () => {
    const [result] = (await search({ query: 'ĐU xã' })).results ?? [];
    expect(result?.excerpt).toContain('[[Đảng uỷ xã]]');
    expect(result?.href).toBe(
      `/bai/bao-a/2009/cho-phien/?${new URLSearchParams({ q: 'Đảng ủy xã' }).toString()}`,
    );
  });

  test('leaves out the facets that need a further file when the request says so', async () => {
    const opened = await openSearchFolder(inFolder('site'));
    const light = await opened.search({ query: 'cho phien', facets: 'light' });
    expect(Object.keys(light.facets ?? {})).toEqual(['year', 'month', 'source']);
    expect((await opened.search({ query: 'cho phien' })).transfer.requests).toBe(1);
  });

  test('leaves withdrawn articles out, of ids too', async () => {
    expect(await idsOf('da rut', { tiers: 'all', literal: true })).toEqual([]);
    const files = Object.values(await contents(inFolder('site')));
    expect(files.length).toBeGreaterThan(5);
    expect((await search({ query: 'rut', ids: true, tiers: 'all', literal: true })).total).toBe(0);
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
    const opened = await openSearchFolder(inFolder('site'));
    const first = (await opened.search({ query: 'chợ phiên' })).transfer;
    expect(first.requests).toBeGreaterThan(5);
    expect(first.bytes).toBeGreaterThan(2000);
    expect((await opened.search({ query: 'chợ phiên' })).transfer).toEqual({ requests: 0, bytes: 0 });
  });

  test('answers searches asked at once', async () => {
    const queries = ['chợ phiên', 'cho phien', 'đang', 'dang', 'xã', 'xa'];
    const alone = [];
    for (const query of queries) alone.push((await search({ query })).results);
    const { search: fresh } = await openSearchFolder(inFolder('site'));
    const together = await Promise.all(queries.map((query) => fresh({ query })));
    expect(together.map(({ results }) => results)).toEqual(alone);
  });
});
