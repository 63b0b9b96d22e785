import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePlan } from '../../../src/search/evaluate-plan.ts';
import { planQuery } from '../../../src/search/plan-query.ts';
import type { SearchedBlock } from '../../../src/search/searched-blocks.ts';
import { memoryPostings } from './memory-postings.ts';
import { naiveSearch } from './naive-search.ts';

const asText = (texts: readonly string[]): SearchedBlock[] =>
  texts.map((text, i) => ({ kind: i === 0 ? 'title' : 'text', text }));

const evaluate = (query: string, archive: readonly (readonly string[])[], openAll = true) =>
  evaluatePlan(planQuery(query), memoryPostings(archive.map(asText)), { openAll });

const syllables = [
  'đảng',
  'đang',
  'dang',
  'ĐẢNG',
  'hoà',
  'hòa',
  'hoa',
  'kỹ',
  'kĩ',
  'ky',
  'uỷ',
  'ủy',
  'cuả',
  'của',
];
const numbers = ['8', '11', '22', '2018', '35', '600'];
const word = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...syllables) }, fc.constantFrom(...numbers));
const joint = fc.oneof(
  { weight: 6, arbitrary: fc.constant(' ') },
  fc.constantFrom('-', '/', '.', ',', ', ', ' – '),
);
const stretch = (maxLength: number) =>
  fc
    .array(fc.tuple(word, joint), { minLength: 1, maxLength })
    .map((parts) => parts.map(([w, j], i) => (i + 1 < parts.length ? w + j : w)).join(''));
const form = fc.constantFrom('NFC', 'NFD');
const block = fc.tuple(stretch(7), form).map(([text, normal]) => text.normalize(normal));
const archive = fc.array(fc.array(block, { minLength: 1, maxLength: 3 }), { maxLength: 14 });
const query = fc
  .array(fc.tuple(stretch(4), fc.boolean()), { minLength: 1, maxLength: 2 })
  .map((parts) => parts.map(([text, quoted]) => (quoted ? `"${text}"` : text)).join(' '));

describe('evaluatePlan', () => {
  test('agrees with the naive reference in every tier: the articles, and the order of cut bonds', async () => {
    await fc.assert(
      fc.asyncProperty(
        archive,
        fc.oneof({ weight: 3, arbitrary: stretch(6) }, query),
        async (articles, text) => {
          const expected = naiveSearch(text, articles);
          const tiers = await evaluate(text, articles);
          for (const { kind, answers } of tiers) {
            const byCuts = (list: readonly { article: number; cuts: number }[]) =>
              [...list]
                .sort((a, b) => a.cuts - b.cuts || a.article - b.article)
                .map(({ article, cuts }) => (kind === 'loose' ? article : `${cuts}: ${article}`));
            expect(byCuts(answers)).toEqual(byCuts(expected[kind]));
            if (kind !== 'loose') {
              expect(answers.map(({ cuts }) => cuts)).toEqual(
                answers.map(({ cuts }) => cuts).sort((a, b) => a - b),
              );
            }
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});
