import { describe, expect, test } from 'vitest';
import { recordSchema, type ArticleRecord } from '../../../src/article/article.ts';
import { toFacetList } from '../../../src/content/facets.ts';
import { newestFirst } from '../../../src/content/newest-first.ts';
import { relateCoverage } from '../../../src/content/related-coverage.ts';

const article = (id: string, record: Partial<ArticleRecord> = {}) => ({
  record: recordSchema.parse({ id, source: id.split('/')[0], title: id, ...record }),
});

type Article = ReturnType<typeof article>;

const relate = (articles: readonly Article[], id: string, others: readonly string[] = []) => {
  const sorted = [...articles].sort(newestFirst);
  const lists = {
    documents: toFacetList('documents', sorted),
    places: toFacetList('places', sorted),
  };
  const named = sorted.filter(({ record }) => others.includes(record.id));
  const self = sorted.find(({ record }) => record.id === id);
  if (self === undefined) throw new Error(`No ${id}.`);
  const { previous, next, sameDocument, samePlace } = relateCoverage(sorted, lists)(self, named);
  return {
    previous: previous?.record.id ?? null,
    next: next?.record.id ?? null,
    documents: sameDocument.map((one) => `${one.article.record.id} ${one.shared}`),
    places: samePlace.map((one) => `${one.article.record.id} ${one.shared}`),
  };
};

const archive = [
  article('a/2020/1', { publishedAt: '2020-03-01', citedDocuments: ['1/QĐ-UBND'], places: ['Vạc'] }),
  article('a/2020/2', { publishedAt: '2020-03-05', places: ['Vạc'] }),
  article('a/2020/3', { publishedAt: '2020-03-12', places: ['Vạc'] }),
  article('a/undated/4', { citedDocuments: ['1/QD-UBND', '2/QĐ-UBND'] }),
  article('b/2020/5', { publishedAt: '2020-03', places: ['Vạc'] }),
  article('b/2021/6', { publishedAt: '2021', citedDocuments: ['1/QĐ-UBND', '2/QĐ-UBND'] }),
];

describe('in its source', () => {
  test.each([
    ['a/2020/1', null, 'a/2020/2'],
    ['a/2020/2', 'a/2020/1', 'a/2020/3'],
    ['a/2020/3', 'a/2020/2', null],
    ['a/undated/4', null, null],
    ['b/2020/5', null, 'b/2021/6'],
  ])('%s stands after %s and before %s', (id, previous, next) => {
    expect(relate(archive, id)).toMatchObject({ previous, next });
  });
});

test('a document leads to all that cite it, the rarest first, marks or no marks', () => {
  expect(relate(archive, 'b/2021/6').documents).toEqual(['a/undated/4 2/QĐ-UBND', 'a/2020/1 1/QĐ-UBND']);
});

test('a place leads to what is within a week, of those that are dated to the day', () => {
  const more = [...archive, article('b/2020/7', { publishedAt: '2020-03-08', places: ['vạc'] })];
  expect(relate(more, 'a/2020/1').places).toEqual(['b/2020/7 Vạc']);
  expect(relate(more, 'b/2020/5').places).toEqual([]);
});

test('no article is named twice, nor one that the page names elsewhere', () => {
  expect(relate(archive, 'b/2021/6', ['a/undated/4']).documents).toEqual(['a/2020/1 1/QĐ-UBND']);
  const both = ['b/2020/x', 'c/2020/y'].map((id) =>
    article(id, { publishedAt: '2020-05-05', places: ['Vạc'], citedDocuments: ['9/QĐ-UBND'] }),
  );
  expect(relate(both, 'b/2020/x')).toMatchObject({ documents: ['c/2020/y 9/QĐ-UBND'], places: [] });
});

test('no list has more than five, those nearest in time', () => {
  const many = Array.from({ length: 28 }, (_, i) =>
    article(`s${String(i)}/2020/x`, {
      publishedAt: `2020-02-${String(i + 1).padStart(2, '0')}`,
      citedDocuments: ['9/QĐ-UBND'],
    }),
  );
  expect(relate(many, 's13/2020/x').documents.map((one) => one.split('/')[0])).toEqual([
    's14',
    's12',
    's15',
    's11',
    's16',
  ]);
});
