import { expect, test } from 'vitest';
import { printSearchAnswer } from '../../src/cli/print-search-answer.ts';
import { cli as words } from '../../src/i18n/en/cli.ts';
import type { SearchAnswer } from '../../src/search/search-answer.ts';

const answer = (total: number) => ({ total, tiers: [], results: [], help: null, unread: [], narrow: [] });

test('says that a query has no word, and that there is more only where more was asked for', () => {
  const print = (total: number, query: string, limit: number): string =>
    printSearchAnswer(answer(total) as unknown as SearchAnswer, { query, limit }, words);
  expect(print(0, '!!!', 10)).toBe(words.search.noWord);
  expect(print(0, 'gạo', 10)).toBe(words.search.none);
  expect(print(3, 'gạo', 2)).toContain('--offset 2');
  expect(print(3, 'gạo', 0)).not.toContain('--offset');
});
