import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { searchHelp as english } from '../../../../src/i18n/en/search-help.ts';
import { helpFields, helpTopics, type HelpTopic } from '../../../../src/i18n/search-help-words.ts';
import { searchHelp as vietnamese } from '../../../../src/i18n/vi/search-help.ts';
import { expandQuery } from '../../../../src/search/expand-plan.ts';
import { planQuery, type QueryPlan } from '../../../../src/search/plan-query.ts';
import { toFieldName } from '../../../../src/search/query-fields.ts';
import { readTelex } from '../../../../src/text/telex.ts';
import { toTokens } from '../../../../src/text/tokens.ts';
import { readVni } from '../../../../src/text/vni.ts';

const joins = ({ clauses, filters }: QueryPlan): boolean =>
  clauses.some(({ kind }) => kind === 'either') || filters.some((operands) => operands.length > 1);

/** Whether a query is an example of what its topic tells. */
const shows: Record<HelpTopic, (plan: QueryPlan, query: string) => boolean> = {
  marks: ({ clauses, marked }, query) => clauses.length === 1 && marked === /[^a-z ]/.test(query),
  words: ({ runs }) => runs.length === 1 && runs[0]?.quoted === false && runs[0].tokens.length > 2,
  phrase: ({ runs }) => runs[0]?.quoted === true && runs[0].tokens.length > 1,
  minus: ({ excluded, clauses }) => excluded.length === 1 && clauses.length === 1,
  or: joins,
  fields: ({ clauses, filters }) => filters.length > 0 && clauses.length === 1,
  numbers: (_, query) =>
    toTokens(query)
      .slice(0, -1)
      .every(({ bound }) => bound),
  hand: (_, query) => readTelex(query) === 'đảng ủy' || (readTelex(query) ?? readVni(query)) === 'đảng ủy',
  abbreviations: (_, query) => expandQuery(query, [['UBND', 'Ủy ban nhân dân']]).length === 1,
};

const helps = [
  ['vi', vietnamese],
  ['en', english],
] as const;

const examples = helps.flatMap(([language, { topics }]) =>
  helpTopics.flatMap((topic) => topics[topic].examples.map(({ query }) => [language, topic, query] as const)),
);

test.each(examples)('%s, %s: %s is what it is told to be', (_, topic, query) => {
  const plan = planQuery(query);
  expect(plan.unread).toEqual([]);
  expect(shows[topic](plan, query)).toBe(true);
});

const fields = helps.flatMap(([language, help]) =>
  helpFields.map((field) => [language, field, help.fields[field]] as const),
);

test.each(fields)('%s: the field %s by all its names', (_, field, { names, query }) => {
  expect(names.map((name) => toFieldName(name.replace(/:$/, '')))).toEqual([field, field]);
  expect(query.startsWith(names[0] ?? '-')).toBe(true);
  const { filters, clauses, unread } = planQuery(query);
  expect({ filters: filters.length, clauses, unread }).toEqual({ filters: 1, clauses: [], unread: [] });
  const [operand] = filters.flat();
  const asked = operand?.kind === 'record' ? operand.test.field : operand?.kind;
  expect(asked).toBe(['from', 'to', 'year'].includes(field) ? 'dates' : field);
});

describe('docs/query-language.md', () => {
  const text = readFileSync(new URL('../../../../docs/query-language.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `(.+?)` \|/gm)].map(([, query = '']) => query);

  test.each(rows)('%s can be read', (query) => {
    expect(planQuery(query).unread).toEqual([]);
  });

  test('has every example of the help', () => {
    const told = [...examples.map(([, , query]) => query), ...fields.map(([, , { query }]) => query)];
    expect([...new Set(told)].filter((query) => !rows.includes(query))).toEqual([]);
  });
});
