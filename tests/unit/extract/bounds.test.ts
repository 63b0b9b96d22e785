import { expect, test } from 'vitest';
import { extractPage } from '../../../src/extract/extract-page.ts';

const sentence = 'Chợ phiên họp từ lúc trời chưa sáng, người các bản xuống chợ đông như hội. ';
const article = `<h1>Chợ phiên vùng cao</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(4)}`;

test.each([
  ['elements nested 100,000 deep', '<div>'.repeat(100_000) + article, 'page-too-deep'],
  ['elements nested 3,000 deep', '<div>'.repeat(3000) + article, null],
  ['a table of 150,000 rows', `<table>${'<tr><td>a<td>b'.repeat(150_000)}</table>${article}`, null],
  ['150,000 headings', `${article}${'<h3>a</h3>'.repeat(150_000)}`, null],
])('%s: no crash', (_, html, code) => {
  const { draft, problems } = extractPage(html);
  expect(draft === null).toBe(problems.length > 0);
  if (code !== null) expect(problems.map((problem) => problem.code)).toEqual([code]);
});
