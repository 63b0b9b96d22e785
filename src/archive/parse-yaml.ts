import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { toProblem, type Problem } from '../problem/problem.ts';
import { toProblems } from '../problem/zod-problems.ts';

/**
 * A settings or source file under its schema, with the real line of each fault. Problems: `yaml-invalid`,
 * `record-field-invalid`, `record-field-unknown`.
 */
export const parseYaml = <Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): { value: z.infer<Schema> | null; problems: Problem[] } => {
  const lines = new LineCounter();
  const yamlDocument = parseDocument(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
  });
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const fault = yamlDocument.errors[0];
  if (fault !== undefined) {
    const problem = toProblem('yaml-invalid', { reason: fault.code }, placeAt(fault.pos[0]));
    return { value: null, problems: [problem] };
  }
  let data: unknown;
  try {
    data = yamlDocument.toJS({ maxAliasCount: 0 }) ?? {};
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { value: null, problems: [toProblem('yaml-invalid', { reason }, { line: 1 })] };
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const placeOf = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = yamlDocument.getIn(path.slice(0, length), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        return placeAt(Number(node.range[0]));
      }
    }
    return { line: 1 };
  };
  return { value: null, problems: toProblems(parsed.error, data, placeOf) };
};
