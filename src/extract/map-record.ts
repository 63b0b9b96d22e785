import { ofColumn, toDateProblem } from '../problem/date-problem.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { foldText } from '../text/fold-text.ts';
import { parseDateForm } from './date-form.ts';
import { mappedFields, type FieldMap, type FieldRule, type MappedField } from './field-map.ts';
import { fieldNames } from './field-names-table.ts';
import { plainOf } from './page-tree.ts';

export type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A name of a column without marks, blanks and signs: `Tiêu đề` and `tieu_de` are one. */
export const keyOf = (name: string): string => foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');

const keysOf = (record: Fields): Map<string, string> => {
  const keys = new Map<string, string>();
  for (const name of Object.keys(record)) if (!keys.has(keyOf(name))) keys.set(keyOf(name), name);
  return keys;
};

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && /^\s*(?:NULL|\\N)?\s*$/.test(value)) ||
  (Array.isArray(value) && value.length === 0);

const stepInto = (value: unknown, step: string): unknown => {
  if (Array.isArray(value)) {
    return /^\d+$/.test(step) ? value[Number(step)] : value.map((item) => stepInto(item, step)).flat();
  }
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
};

const valueAt = (record: Fields, keys: ReadonlyMap<string, string>, path: string): unknown => {
  if (Object.hasOwn(record, path)) return record[path];
  const name = keys.get(keyOf(path));
  if (name !== undefined) return record[name];
  return path.includes('.') ? path.split('.').reduce<unknown>(stepInto, record) : undefined;
};

const listFields: ReadonlySet<string> = new Set(['captions', 'authors', 'citedDocuments', 'places']);
const dateFields: ReadonlySet<string> = new Set(['publishedAt', 'updatedAt', 'eventDate']);

/** A separator of one blank would part names. */
const partList = (field: string, text: string, separator: string | undefined): string[] => {
  if (separator === '') return [text];
  const parts = text.split(separator ?? (field === 'captions' ? /\n+/ : /[;,|\n]/));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
};

/** Markup or character references, as they come in the columns of a CMS. */
const markup = /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i;

const isText = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

interface Mapping {
  readonly field: MappedField;
  readonly rule: FieldRule;
  /** Whether text with markup in it is taken for HTML without being called so. */
  readonly guessesHtml: boolean;
}

const toText = (value: string | number, { field, rule, guessesHtml }: Mapping): string => {
  const text = `${rule.prefix ?? ''}${String(value)}${rule.suffix ?? ''}`;
  const isHtml = rule.as === 'html' || (rule.as === undefined && guessesHtml && markup.test(text));
  return isHtml && field !== 'body' && field !== 'url' ? plainOf(text) : text;
};

/** MySQL writes a date that it does not have as noughts. */
const noDate = /^0{4}-00-00/;

const toDate = (text: string, { rule, field }: Mapping): { value?: string; problem?: Problem } => {
  if (noDate.test(text)) return {};
  if (rule.date !== undefined) {
    const value = parseDateForm(text, rule.date);
    return value === null ? { problem: toDateProblem(field, text) } : { value };
  }
  // Seconds or milliseconds since 1970: no date as people write it has so many digits on end.
  const unix = /^\d{9,10}$/.test(text) ? 'unix' : /^\d{12,13}$/.test(text) ? 'unix-ms' : null;
  return { value: (unix === null ? null : parseDateForm(text, unix)) ?? text };
};

const readValue = (found: unknown, mapping: Mapping): { value?: unknown; problem?: Problem } => {
  const { field, rule } = mapping;
  if (dateFields.has(field) && isText(found)) return toDate(String(found).trim(), mapping);
  if (listFields.has(field)) {
    if (isText(found)) return { value: partList(field, toText(found, mapping), rule.separator) };
    return {
      value: Array.isArray(found)
        ? found.map((item: unknown) => (isText(item) ? toText(item, mapping) : item))
        : found,
    };
  }
  if (field === 'body') {
    if (!isText(found)) return { value: found };
    const text = toText(found, mapping);
    const isHtml =
      rule.as === 'html' || (rule.as === undefined && /<(?:p|br|div|h[1-6]|table|li)\b/i.test(text));
    return { value: isHtml ? { html: text } : text };
  }
  return { value: isText(found) ? toText(found, mapping) : found };
};

const usualRule = (field: MappedField): FieldRule => ({ from: [...fieldNames[field]] });

/** Of the usual names, none but the field's own is sure to mean it: others count where their value is of the kind. */
const isOfKind = (value: unknown): boolean =>
  isText(value) || (Array.isArray(value) && value.every((item) => isText(item)));

const find = (
  record: Fields,
  keys: ReadonlyMap<string, string>,
  field: MappedField,
  map: FieldMap,
): { value: unknown; column?: string } => {
  const rule = map[field];
  if (rule === undefined && Object.hasOwn(record, field)) return { value: record[field], column: field };
  for (const path of (rule ?? usualRule(field)).from ?? []) {
    const value = valueAt(record, keys, path);
    if (!isNothing(value) && (rule !== undefined || isOfKind(value)))
      return { value, column: Object.hasOwn(record, path) ? path : (keys.get(keyOf(path)) ?? path) };
  }
  return { value: rule?.constant };
};

/**
 * A row or an object under the names of an article's fields. HTML in the body is given as `{ html }`.
 * `columns` tells where each field was found.
 * Problems: `date-invalid`.
 */
export const mapRecord = (
  record: Fields,
  map: FieldMap,
  guessesHtml: boolean,
): { fields: Fields; problems: Problem[]; columns: ReadonlyMap<string, string> } => {
  const keys = keysOf(record);
  const fields: Record<string, unknown> = {};
  const columns = new Map<string, string>();
  const problems: Problem[] = [];
  for (const field of mappedFields) {
    if (map[field] === null) continue;
    const { value: found, column } = find(record, keys, field, map);
    if (isNothing(found)) continue;
    const { value, problem } = readValue(found, { field, rule: map[field] ?? {}, guessesHtml });
    if (value !== undefined) fields[field] = value;
    if (column !== undefined) columns.set(field, column);
    if (problem !== undefined) problems.push(ofColumn(problem, column));
  }
  return { fields, problems, columns };
};

/** The column or path that a field is read from, or null where a table of these columns has none for it. */
const columnFor = (columns: readonly string[], field: MappedField, map: FieldMap): string | null => {
  const rule = map[field] === undefined ? usualRule(field) : map[field];
  if (rule?.constant !== undefined) return '';
  const keys = new Set(columns.map(keyOf));
  return rule?.from?.find((path) => keys.has(keyOf(path))) ?? null;
};

/** Whether articles can be read in a table of these columns. Problems: `columns-unknown`. */
export const checkColumns = (columns: readonly string[], map: FieldMap): Problem | null => {
  const has = (field: MappedField): boolean => columnFor(columns, field, map) !== null;
  if (has('title') && (has('body') || has('lead'))) return null;
  const shown = columns.map((name) => name.trim()).join(', ');
  return toProblem('columns-unknown', {
    field: has('title') ? 'body' : 'title',
    columns: shown.length > 200 ? `${shown.slice(0, 200)}…` : shown,
  });
};
