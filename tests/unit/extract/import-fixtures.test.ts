import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { printArticle } from '../../../src/article/print-article.ts';
import { toArticle } from '../../../src/article/to-article.ts';
import { openCapture } from '../../../src/capture/open-capture.ts';
import { readCaptures } from '../../../src/capture/read-captures-fs.ts';
import { extract } from '../../../src/extract/extract.ts';
import { atPlace, type Problem } from '../../../src/problem/problem.ts';

const root = join(import.meta.dirname, '../../fixtures/import');

const told = ({ code, place, values }: Problem): string =>
  [
    `${place.line === undefined ? '' : `${place.line}: `}${code}`,
    ...Object.entries(values).map(([k, v]) => `${k}=${v}`),
  ].join(' ');

/** What the import makes of a case: the articles' files, and the problems, a line each. */
const importCase = async (name: string): Promise<{ articles: string[]; problems: string[] }> => {
  const input = readdirSync(join(root, name)).find((file) => file.startsWith('input.')) ?? '';
  const path = join(root, name, input);
  utimesSync(path, 1_577_811_600, 1_577_811_600);
  const articles: string[] = [];
  const problems: string[] = [];
  for await (const item of readCaptures([path])) {
    problems.push(...item.problems.map(told));
    if (item.capture === null) continue;
    const { draft, problems: found } = extract(openCapture(item.capture));
    problems.push(...found.map(told));
    if (draft === null) continue;
    const made = toArticle(draft, { source: 'bao-thu', captures: [] });
    problems.push(
      ...made.problems.map((problem) =>
        told(atPlace(problem, item.record === null ? {} : { line: item.record })),
      ),
    );
    if (made.article !== null) articles.push(printArticle(made.article));
  }
  return { articles, problems };
};

const expectFile = (name: string, file: string, content: string): void => {
  const path = join(root, name, file);
  if (process.env.UPDATE) writeFileSync(path, content);
  expect(content).toBe(readFileSync(path, 'utf8'));
};

describe('every import fixture', () => {
  test.each(readdirSync(root))('%s', async (name) => {
    const { articles, problems } = await importCase(name);
    expectFile(name, 'expected.md', articles.join('\n'));
    expectFile(name, 'expected.problems.txt', problems.map((problem) => `${problem}\n`).join(''));
    for (const file of articles) {
      const { article, problems: faults } = parseArticle(file);
      expect(faults).toEqual([]);
      expect(article === null ? null : printArticle(article)).toBe(file);
    }
  });
});
