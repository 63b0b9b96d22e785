import { datePrecision } from '../article/date.ts';
import { foldText } from '../text/fold-text.ts';

/** Fields of an article that a query names by a value. */
export const valueFields = ['source', 'author', 'section', 'place', 'document'] as const;
export type ValueField = (typeof valueFields)[number];
export type FieldName = ValueField | 'title' | 'from' | 'to' | 'year';

/** What an article's record must say: a value of a field, or a date that overlaps a range. */
export type RecordTest =
  | { readonly field: ValueField; readonly value: string }
  | { readonly field: 'dates'; readonly from: string | null; readonly to: string | null };

/** By folded name. */
const fieldNames = new Map<string, FieldName>([
  ['nguon', 'source'],
  ['source', 'source'],
  ['tac-gia', 'author'],
  ['author', 'author'],
  ['muc', 'section'],
  ['chuyen-muc', 'section'],
  ['section', 'section'],
  ['noi', 'place'],
  ['dia-danh', 'place'],
  ['place', 'place'],
  ['van-ban', 'document'],
  ['document', 'document'],
  ['tieu-de', 'title'],
  ['title', 'title'],
  ['tu', 'from'],
  ['from', 'from'],
  ['den', 'to'],
  ['to', 'to'],
  ['nam', 'year'],
  ['year', 'year'],
]);

export const toFieldName = (name: string): FieldName | null => fieldNames.get(foldText(name)) ?? null;

const pad = (digits: string): string => digits.padStart(2, '0');

/** A date as ISO 8601 or as Vietnamese writes it, day first: `2018`, `2018-10-22`, `10/2018`, `22/10/2018`; null for anything else. */
export const readDate = (value: string): string | null => {
  const [last = '', ...before] = value.trim().split(/[-/.]/).reverse();
  const isYearFirst = /^\d{4}(?:-\d{2}){0,2}$/.test(value.trim());
  const date = isYearFirst ? value.trim() : [last, ...before.map(pad)].join('-');
  return ['year', 'month', 'day'].includes(datePrecision(date) ?? '') ? date : null;
};

/** The test that a field (but `title`) and its value make; null where the value can't be read. */
export const toRecordTest = (name: Exclude<FieldName, 'title'>, value: string): RecordTest | null => {
  switch (name) {
    case 'from': {
      const from = readDate(value);
      return from === null ? null : { field: 'dates', from, to: null };
    }
    case 'to': {
      const to = readDate(value);
      return to === null ? null : { field: 'dates', from: null, to };
    }
    case 'year': {
      const [, from = '', to = from] = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/.exec(value.trim()) ?? [];
      const isRead = datePrecision(from) === 'year' && datePrecision(to) === 'year' && from <= to;
      return isRead ? { field: 'dates', from, to } : null;
    }
    default:
      return /[\p{L}\p{N}]/u.test(value) ? { field: name, value } : null;
  }
};
