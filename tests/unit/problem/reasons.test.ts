import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseYaml } from '../../../src/archive/parse-yaml.ts';
import { settingsSchema } from '../../../src/article/settings.ts';
import { reasons as english } from '../../../src/i18n/en/reasons.ts';
import { reasons as vietnamese } from '../../../src/i18n/vi/reasons.ts';
import { describeProblem } from '../../../src/problem/describe-problem.ts';

test('record-field-invalid of a value out of a list tells the list', () => {
  const schema = z.object({ kind: z.enum(['province', 'city']) });
  const [problem] = parseYaml('kind: tỉnh\n', schema).problems;
  if (problem === undefined) throw new Error('no problem');
  expect(describeProblem(problem, 'vi').message).toContain('được phép: province, city');
});

test.each([
  ['site: khobao\nname: Kho\n', 'not-address'],
  ['name: Kho\ncontact: ai đó\n', 'not-mail'],
  ['name: 5\n', 'wrong-type'],
  ['{}', 'missing'],
  ['name: ""\n', 'empty'],
  ['name: "Kho\n', 'MISSING_CHAR'],
  ['name: Kho: báo\n', 'BLOCK_AS_IMPLICIT_KEY'],
  ['name: Kho\nname: Báo\n', 'DUPLICATE_KEY'],
])('%j is told in words: %s', (text, reason) => {
  const [problem] = parseYaml(text, settingsSchema).problems;
  expect(problem?.values.reason).toBe(reason);
  if (problem === undefined) return;
  expect(describeProblem(problem, 'vi').message).toContain(vietnamese[reason] ?? '?');
  expect(describeProblem(problem, 'en').message).toContain(english[reason] ?? '?');
});
