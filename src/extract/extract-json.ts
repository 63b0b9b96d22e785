import { z } from 'zod';
import { isExported } from '../article/exported-article.ts';
import { ofColumn } from '../problem/date-problem.ts';
import { toProblem } from '../problem/problem.ts';
import { normaliseLine } from '../text/normalise-text.ts';
import { extractExported } from './extract-exported.ts';
import { bodySchema, extractRecord } from './extract-record.ts';
import type { Extraction } from './extract.ts';
import type { FieldMap } from './field-map.ts';
import { mapRecord } from './map-record.ts';

const required = z.object({
  title: z.string().transform(normaliseLine).pipe(z.string().min(1)),
  body: bodySchema,
});

/**
 * The article in one line of JSON Lines: `title` and `body` (a list of paragraphs, a text, or HTML), further fields of the
 * record as far as they are there, under the names that the map gives or that are usual.
 * A record of our own export is taken whole, whatever the map says.
 * Problems: `json-invalid`, `json-field-invalid`, `date-invalid`, `text-missing`.
 */
export const extractJson = (text: string, map: FieldMap = {}): Extraction => {
  let line: unknown;
  try {
    line = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { draft: null, problems: [toProblem('json-invalid')] };
  }
  if (typeof line !== 'object' || line === null || Array.isArray(line)) {
    return { draft: null, problems: [toProblem('json-invalid')] };
  }
  const object: Readonly<Record<string, unknown>> = { ...line };
  if (isExported(object)) return extractExported(object);
  const { fields, problems, columns } = mapRecord(object, map, false);
  const parsed = required.safeParse(fields);
  if (!parsed.success) {
    const faulty = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    return { draft: null, problems: faulty.map((field) => toProblem('json-field-invalid', { field })) };
  }
  const read = extractRecord(fields);
  const told = read.problems.map((problem) => ofColumn(problem, columns.get(String(problem.values.field))));
  return { ...read, problems: [...problems, ...told] };
};
