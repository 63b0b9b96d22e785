import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf } from '../problem/error-code.ts';

/** Fields that a host is asked to send with what lies below a path; a `*` at its end stands for anything. */
export interface HeaderRule {
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Reads the file `_headers` as static hosts do: a path, and below it fields that are indented. */
export const parseHeaderRules = (text: string): HeaderRule[] =>
  text.split(/\n(?=\/)/).flatMap((block) => {
    const [path = '', ...lines] = block.split('\n');
    const fields = lines.flatMap((line) => {
      const [, name, value] = /^\s+([\w-]+):\s*(.*\S)\s*$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    });
    return path.startsWith('/') ? [{ path: path.trim(), fields }] : [];
  });

/** The fields for a path, from every rule that it falls under. */
export const headersFor = (rules: readonly HeaderRule[], path: string): Map<string, string> =>
  new Map(
    rules
      .filter((rule) =>
        rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
      )
      .flatMap(({ fields }) => fields),
  );

/** The rules of a built site; none where it has no such file. */
export const readHeaderRules = async (out: string): Promise<HeaderRule[]> => {
  try {
    return parseHeaderRules(await readFile(join(out, '_headers'), 'utf8'));
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return [];
  }
};
