import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { printArticle } from '../../../src/article/print-article.ts';
import { articles } from './random-articles.ts';

describe('an article and its file', () => {
  test('parsing what was printed gives the article back', () => {
    fc.assert(
      fc.property(articles, (article) => {
        expect(parseArticle(printArticle(article))).toEqual({ article, problems: [] });
      }),
      { numRuns: 500 },
    );
  });
});
