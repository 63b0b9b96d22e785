import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problems as english } from '../../../src/i18n/en/problems.ts';
import { problems as vietnamese } from '../../../src/i18n/vi/problems.ts';
import { severities } from '../../../src/problem/severities.ts';

const codes = Object.keys(severities).sort();
const placeholders = (words: { message: string; hint: string }): string[] =>
  [...new Set((words.message + words.hint).match(/\{\w+\}/g) ?? [])].sort();

const testFiles = readdirSync('tests', { recursive: true, withFileTypes: true })
  .filter(
    (entry) => entry.isFile() && (entry.name.endsWith('.test.ts') || entry.name === 'expected.problems.txt'),
  )
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

describe('every problem code', () => {
  test('has a page in docs/problems, and every page a code', () => {
    const pages = readdirSync('docs/problems')
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.replace(/\.md$/, ''))
      .sort();
    expect(pages).toEqual(codes);
  });

  test('stands in the list in the order of the alphabet', () => {
    expect(Object.keys(severities)).toEqual(codes);
  });

  test.each(codes)('%s quotes the same values in both languages', (code) => {
    const key = code as keyof typeof severities;
    expect(placeholders(english[key])).toEqual(placeholders(vietnamese[key]));
  });

  test.each(codes)('%s is raised by a test', (code) => {
    expect(testFiles).toMatch(new RegExp(`\\b${code}\\b`));
  });
});
