import { join } from 'node:path';
import type { Taken } from '../archive/take-reading.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import type { ProblemCode } from '../problem/severities.ts';

const fieldsOfNotes = new Map<ProblemCode, string>([
  ['title-supplied', 'title'],
  ['date-unknown', 'publishedAt'],
]);

/** What is told of an article, where some fields were carried over: of these, what was read says nothing. */
const withKept = (problems: readonly Problem[], kept: readonly string[]): Problem[] => [
  ...problems.filter(({ code }) => !kept.includes(fieldsOfNotes.get(code) ?? '')),
  ...(kept.length === 0 ? [] : [toProblem('hand-edit-kept', { fields: kept.join(', ') })]),
];

/** What is told of the article of a reading. */
export const toldOfArticle = (
  { status, isBeside, kept, article }: Taken,
  problems: readonly Problem[],
  content: string,
): Problem[] => {
  // The record that stands is not judged again because of another capture.
  if (status === 'duplicate') return [];
  if (!isBeside) return withKept(problems, kept);
  return [toProblem('hand-edit-beside', { folder: join(content, 'versions', article.id) })];
};
