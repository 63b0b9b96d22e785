import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePlan } from '../../../src/search/evaluate-plan.ts';
import { planQuery } from '../../../src/search/plan-query.ts';
import { asText, memoryPostings } from './memory-postings.ts';
import { naiveSearch } from './naive-search.ts';

const evaluate = (query: string, archive: readonly (readonly string[])[], opens: 'all' | 'whole' = 'all') =>
  evaluatePlan(planQuery(query), memoryPostings(archive.map(asText)), { opens });

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

const operand = fc.oneof(
  { weight: 4, arbitrary: word },
  fc
    .tuple(fc.constantFrom('', 'tiêu-đề:', 'TITLE:'.toLowerCase()), stretch(3))
    .map(([field, text]) => `${field}"${text}"`),
  fc.constantFrom('nguồn:lẻ', 'nguồn:"ba"', 'tiêu-đề:hoà'),
);
const operatorQuery = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: stretch(4) },
      {
        weight: 2,
        arbitrary: fc.array(operand, { minLength: 2, maxLength: 3 }).map((list) => list.join(' OR ')),
      },
      operand.map((one) => `-${one}`),
      operand,
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(' '));

/** The "source" of the articles in the tests below: those of odd number, or of every third. */
const isOf = (value: string, article: number): boolean => article % (value === 'lẻ' ? 2 : 3) === 1;

describe('evaluatePlan', () => {
  test('agrees with the naive reference on queries with operators', async () => {
    await fc.assert(
      fc.asyncProperty(archive, operatorQuery, async (articles, text) => {
        const expected = naiveSearch(text, articles, (_, value, article) => isOf(value, article));
        const tiers = await evaluatePlan(planQuery(text), memoryPostings(articles.map(asText)), {
          opens: 'all',
          records: (asked) =>
            Promise.resolve((article) => asked.field === 'source' && isOf(asked.value, article)),
        });
        for (const { kind, answers } of tiers) {
          const told = answers.map(({ article, cuts }) => [kind === 'loose' ? 0 : cuts, article]);
          const wanted = expected[kind].map(({ article, cuts }) => [cuts, article]);
          expect(told.map(String).sort()).toEqual(wanted.map(String).sort());
        }
      }),
      { numRuns: 1500 },
    );
  });

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

  test.each([
    ['đang', [['đảng'], ['đang làm']], { exact: [1], folded: [0], loose: [] }],
    ['dang', [['đảng'], ['đang làm'], ['đăng']], { exact: [], folded: [0, 1, 2], loose: [] }],
    ['hoa binh', [['Hoà Bình'], ['hoa, bình']], { exact: [], folded: [0, 1], loose: [] }],
    ['a b a', [['a b b a'], ['a b a'], ['b a b']], { exact: [], folded: [1, 0, 2], loose: [] }],
    ['a b', [['a', 'b'], ['b a']], { exact: [], folded: [], loose: [0, 1] }],
    ['8,11', [['8/11'], ['8 11'], ['giá 8,11 đồng']], { exact: [], folded: [2], loose: [] }],
    ['22-10-2018', [['22/10/2018'], ['22, 10, 2018']], { exact: [], folded: [0], loose: [] }],
    ['TP.HCM', [['TP HCM'], ['HCM, TP']], { exact: [], folded: [0], loose: [] }],
    ['"lấy cái đẹp"', [['lấy cái đẹp'], ['lay cai dep'], ['cái đẹp']], { exact: [0], folded: [], loose: [] }],
    [
      'chợ phiên -đêm',
      [['chợ phiên đêm'], ['chợ phiên dem'], ['chợ phiên']],
      { exact: [1, 2], folded: [], loose: [] },
    ],
    [
      'cho phien -dem',
      [['chợ phiên đêm'], ['chợ phiên dem'], ['chợ phiên']],
      { exact: [], folded: [2], loose: [] },
    ],
    ['gạo -"giá gạo"', [['giá gạo'], ['gạo, giá']], { exact: [1], folded: [], loose: [] }],
    [
      'gạo OR ngô nếp',
      [['gạo nếp'], ['ngô, nếp'], ['nếp'], ['gạo']],
      { exact: [0, 1], folded: [], loose: [] },
    ],
    [
      '"giá gạo" OR ngô OR lạc',
      [['giá gạo'], ['ngô'], ['lạc'], ['gạo']],
      { exact: [0, 1, 2], folded: [], loose: [] },
    ],
    [
      'tieu-de:"gia gao" tăng',
      [
        ['Giá gạo', 'tăng'],
        ['tin', 'giá gạo tăng'],
      ],
      { exact: [0], folded: [], loose: [] },
    ],
    ['…', [['gì đó']], { exact: [], folded: [], loose: [] }],
    ['một', [], { exact: [], folded: [], loose: [] }],
  ])('%s over %j gives %j', async (text, articles, expected) => {
    const tiers = await evaluate(text, articles);
    expect(
      Object.fromEntries(
        tiers.map(({ kind, answers }) => [kind, answers.map(({ article }) => article).sort((a, b) => a - b)]),
      ),
    ).toEqual(Object.fromEntries(Object.entries(expected).map(([kind, list]) => [kind, list.toSorted()])));
  });

  test('opens no further tier once there are ten answers, and looks up nothing for it', async () => {
    const articles = Array.from({ length: 10 }, () => ['đảng ủy']);
    const source = memoryPostings([...articles, ['dang uy']].map(asText));
    const asked: string[] = [];
    const tiers = await evaluatePlan(planQuery('đảng ủy'), {
      ...source,
      pairPlaces: (first, second, joint, by) => {
        asked.push(by);
        return source.pairPlaces(first, second, joint, by);
      },
    });
    expect(tiers.map(({ kind }) => kind)).toEqual(['exact']);
    expect(new Set(asked)).toEqual(new Set(['exact']));
  });

  test('knows no other articles than those that a filter lets through', async () => {
    const source = memoryPostings([['một hai'], ['hai ba'], ['một hai ba']].map(asText));
    const tiers = await evaluatePlan(planQuery('một hai ba'), source, { admits: (article) => article < 2 });
    expect(tiers.map(({ answers }) => answers.map(({ article }) => article))).toEqual([[], [], []]);
  });
});

test('fields and exclusions without a word list all that they let through, in order', async () => {
  for (const [query, expected] of [
    ['tiêu-đề:gạo', [0, 2]],
    ['-ngô', [0, 2]],
    ['tieu-de:gao -"giá gạo"', [2]],
  ] as const) {
    expect(await evaluate(query, [['giá gạo'], ['tin', 'gạo, ngô'], ['gạo']])).toEqual([
      { kind: 'exact', answers: expected.map((article) => ({ article, cuts: 0, score: 0 })) },
    ]);
  }
});
