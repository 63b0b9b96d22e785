import { LineCounter, parseDocument, type Document } from 'yaml';
import { toProblem, type Problem } from '../problem/problem.ts';

/** The two parts of an article's file, before either is judged. */
export interface FrontMatter {
  /** The record as YAML 1.2 reads it: dates stay strings. */
  readonly data: unknown;
  /** The Markdown after the record. */
  readonly body: string;
  /** The line of the file on which the body starts, from 1. */
  readonly bodyLine: number;
  /** Where in the file a field's value stands; only what is known. */
  readonly placeOf: (path: readonly PropertyKey[]) => { line?: number; column?: number };
}

/** In a longer record, a key that stands twice is not told: the last counts. */
const maxComparedLength = 32 * 1024;

const fence = /^---[ \t]*$/;

/** The place of the node at a path or, where it is missing, of the nearest parent that is there. */
const placeIn = (record: Document, lines: LineCounter, path: readonly PropertyKey[]) => {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = record.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const { line, col } = lines.linePos(Number(node.range[0]));
      return { line: line + 1, column: col };
    }
  }
  return {};
};

/**
 * Splits a file into record and text. Takes LF or CRLF, with a byte-order mark or without.
 * Problems: `front-matter-missing`, `yaml-invalid` (aliases are refused: a record needs none, and they can be made to explode).
 */
export const splitFrontMatter = (file: string): { value: FrontMatter | null; problems: Problem[] } => {
  const lines = file
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const end = fence.test(lines[0] ?? '') ? lines.findIndex((line, i) => i > 0 && fence.test(line)) : -1;
  if (end === -1) return { value: null, problems: [toProblem('front-matter-missing', {}, { line: 1 })] };
  const counter = new LineCounter();
  const yaml = lines.slice(1, end).join('\n');
  const record = parseDocument(yaml, {
    lineCounter: counter,
    prettyErrors: false,
    // Each key is compared with each: in a record made to be that long it would take minutes.
    uniqueKeys: yaml.length <= maxComparedLength,
    version: '1.2',
  });
  const fault = record.errors[0];
  if (fault !== undefined) {
    const { line, col } = counter.linePos(fault.pos[0]);
    return {
      value: null,
      problems: [toProblem('yaml-invalid', { reason: fault.code }, { line: line + 1, column: col })],
    };
  }
  let data: unknown;
  try {
    data = record.toJS({ maxAliasCount: 0 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { value: null, problems: [toProblem('yaml-invalid', { reason }, { line: 2 })] };
  }
  return {
    value: {
      data: data ?? {},
      body: lines.slice(end + 1).join('\n'),
      bodyLine: end + 2,
      placeOf: (path) => placeIn(record, counter, path),
    },
    problems: [],
  };
};
