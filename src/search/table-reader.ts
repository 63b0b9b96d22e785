import { daySpan, isDate } from '../article/date.ts';
import { namesMeant } from './article-fields.ts';
import { articleStep, leadStep, titleStep } from './article-slots.ts';
import type { ArticleTable } from './index-files.ts';
import { unpackNumbers } from './packed-numbers.ts';
import type { Zone } from './postings.ts';

const dayLengthMs = 86_400_000;
const lastDay = '2200-01-01';

/** Whole days from a day to the table's last day. */
export const daysBeforeLast = (day: string): number => (Date.parse(lastDay) - Date.parse(day)) / dayLengthMs;

const dateLengths: Readonly<Record<string, number>> = { y: 4, m: 7, d: 10 };

/** The table of articles, opened up. */
export interface OpenTable {
  readonly articles: number;
  /** With the precision known, days at the finest; null where unknown. */
  readonly dateOf: (article: number) => string | null;
  readonly sourceOf: (article: number) => string;
  readonly slotsOf: (article: number) => number;
  readonly zoneOf: (article: number, slot: number) => Zone;
  /** The first slot of a zone. */
  readonly startOf: (zone: Zone, article: number) => number;
  /** Whether the span of an article's date overlaps a range; a date that is none bounds nothing. */
  readonly overlaps: (from: string | null, to: string | null) => (article: number) => boolean;
  /** Whether an article's source is one that a value means: an id, or a name. */
  readonly isOfSource: (value: string) => (article: number) => boolean;
}

const bound = (date: string | null): ReturnType<typeof daySpan> | null =>
  date !== null && isDate(date) ? daySpan(date) : null;

export const openTable = (table: ArticleTable): OpenTable => {
  let before = 0;
  const days = unpackNumbers(table.days).map((more) => (before += more));
  const sources = unpackNumbers(table.source);
  const slots = unpackNumbers(table.slots).map((steps) => steps * articleStep);
  const titleEnds = unpackNumbers(table.titleSlots).map((steps) => steps * titleStep);
  const leadEnds = unpackNumbers(table.leadSlots).map((steps, i) => (titleEnds[i] ?? 0) + steps * leadStep);
  const written = new Map<number, string>();
  const dayOf = (daysBefore: number): string => {
    const known = written.get(daysBefore);
    if (known !== undefined) return known;
    const day = new Date(Date.parse(lastDay) - daysBefore * dayLengthMs).toISOString().slice(0, 10);
    written.set(daysBefore, day);
    return day;
  };
  const dateOf = (article: number): string | null => {
    const daysBefore = days[article];
    if (daysBefore === undefined) return null;
    return dayOf(daysBefore).slice(0, dateLengths[table.precisions[article] ?? 'd']);
  };
  const sourceOf = (article: number): string => table.sources[sources[article] ?? 0] ?? '';
  return {
    articles: slots.length,
    dateOf,
    sourceOf,
    slotsOf: (article) => slots[article] ?? 0,
    startOf: (zone, article) =>
      zone === 'title' ? 0 : ((zone === 'lead' ? titleEnds : leadEnds)[article] ?? 0),
    zoneOf(article, slot) {
      if (slot < (titleEnds[article] ?? 0)) return 'title';
      return slot < (leadEnds[article] ?? 0) ? 'lead' : 'text';
    },
    overlaps(from, to) {
      const [first, last] = [bound(from)?.first, bound(to)?.last];
      return (article) => {
        if (first === undefined && last === undefined) return true;
        const date = dateOf(article);
        if (date === null) return false;
        const span = daySpan(date);
        return (first === undefined || span.last >= first) && (last === undefined || span.first <= last);
      };
    },
    isOfSource(value) {
      const id = table.sources.indexOf(value.trim().toLowerCase());
      const meant = id >= 0 ? new Set([id]) : namesMeant(table.sourceNames, value);
      return (article) => meant.has(sources[article] ?? -1);
    },
  };
};
