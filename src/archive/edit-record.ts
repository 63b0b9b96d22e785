import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { CaptureRecord } from '../article/capture-record.ts';
import { captureSchema } from '../article/capture-record.ts';

/** What is changed in a record that stands; all else in the file stays as a person wrote it. */
export interface RecordEdit {
  readonly id?: string;
  /** Captures to add after those that stand. */
  readonly captures?: readonly CaptureRecord[];
}

const withoutDefaults = (capture: CaptureRecord): Record<string, unknown> => {
  const fields: Record<string, unknown> = { ...capture };
  return Object.fromEntries(
    Object.keys(captureSchema.shape)
      .map((key) => [key, fields[key]] as const)
      .filter(([, value]) => value !== null && value !== false),
  );
};

/** The file with its record edited. Comments of the record and every byte of the text after it are kept. */
export const editRecord = (file: string, { id, captures = [] }: RecordEdit): string => {
  const parts = /^(\ufeff?---[ \t]*\r?\n)([\s\S]*?\n)(---[ \t]*(?:\r?\n[\s\S]*)?)$/.exec(file);
  if (parts === null) throw new Error('editRecord was given a file without a record');
  const [, head = '', yaml = '', rest = ''] = parts;
  const yamlDocument = parseDocument(yaml, { version: '1.2' });
  if (id !== undefined) {
    const node: unknown = yamlDocument.get('id', true);
    if (isScalar(node)) node.value = id;
    else yamlDocument.set('id', id);
  }
  for (const capture of captures) {
    const list: unknown = yamlDocument.get('captures', true);
    const node = yamlDocument.createNode(withoutDefaults(capture));
    if (isSeq(list)) list.add(node);
    else if (isMap(yamlDocument.contents)) yamlDocument.set('captures', yamlDocument.createNode([node]));
  }
  return head + yamlDocument.toString({ lineWidth: 0 }) + rest;
};
