import { expect, test } from 'vitest';
import { recordSchema } from '../../../src/article/article.ts';
import { documentFacts } from '../../../src/content/document-facts.ts';

const article = (...documents: object[]) => ({
  record: recordSchema.parse({ id: 'a/undated/b', title: 'B', source: 'a', documents }),
});

const decision = { name: 'Quyết định 12/2021/QĐ-UBND', number: '12/2021/QĐ-UBND' };
const law = { name: 'Luật Đất đai', date: '2013-11-29' };

test('of a document the text that tells most is believed, however it prints the number', () => {
  const articles = [
    article(decision),
    article(law, { ...decision, number: '12/2021/QD-UBND', issuer: 'UBND tỉnh' }),
    article({ ...decision, issuer: 'Ủy ban' }),
  ];
  expect(documentFacts('12/2021/qd-ubnd', articles)).toMatchObject({ issuer: 'UBND tỉnh', date: null });
});

test('a law is known by its name and year, and a number that no text tells more of by nothing', () => {
  expect(documentFacts('luatdatdai(2013)', [article(law)])?.date).toBe('2013-11-29');
  expect(documentFacts('luatdatdai(2003)', [article(law)])).toBe(null);
});
