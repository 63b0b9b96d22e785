import { hasError, toProblem, type Problem } from '../problem/problem.ts';
import { toProblems } from '../problem/zod-problems.ts';
import { recordSchema, type Article } from './article.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseBody, type MarkdownFault } from './parse-body.ts';

const faultCodes = {
  'figure-attribute': 'figure-attribute-unknown',
  'block-unsupported': 'markdown-unsupported',
  html: 'markdown-html',
} as const satisfies Record<MarkdownFault['kind'], string>;

/**
 * An article's file as an article; null with at least one error where it can't be one. What of the Markdown is left
 * out of the article (raw HTML, unknown directives) is told in warnings.
 */
export const parseArticle = (file: string): { article: Article | null; problems: Problem[] } => {
  const { value, problems } = splitFrontMatter(file);
  if (value === null) return { article: null, problems };
  const record = recordSchema.safeParse(value.data);
  if (!record.success)
    return { article: null, problems: toProblems(record.error, value.data, value.placeOf) };
  const { body, faults } = parseBody(value.body);
  const found = faults.map((fault) =>
    toProblem(faultCodes[fault.kind], { value: fault.value }, { line: value.bodyLine + fault.line - 1 }),
  );
  return { article: hasError(found) ? null : { ...record.data, body }, problems: found };
};
