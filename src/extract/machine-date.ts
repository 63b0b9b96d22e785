import { datePrecision, isDate } from '../article/date.ts';
import { parseDateline } from './dateline.ts';

const iso =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|(?:GMT|UTC)?\s*[+-]\d{1,2}(?::?\d{2})?)?)?$/i;

const zoneOf = (zone: string | undefined): string => {
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone ?? '');
  if (match === null) return zone?.toUpperCase() === 'Z' ? 'Z' : '+07:00';
  return `${match[1] ?? '+'}${(match[2] ?? '7').padStart(2, '0')}:${match[3] ?? '00'}`;
};

const inVietnam = (instant: string): string => {
  const epochMs = Date.parse(instant) + 7 * 60 * 60 * 1000;
  return `${new Date(epochMs).toISOString().slice(0, 19)}+07:00`;
};

/**
 * A date that a page gives for machines (JSON-LD, meta, `datetime`), with the precision that it has. One in UTC is
 * written at Vietnam's offset, one without a zone is Vietnam's. Null where it is none; `invalid` where it is no day of the calendar.
 */
export const parseMachineDate = (value: string): { at: string | null; invalid: string | null } => {
  const text = value.trim();
  const match = iso.exec(text);
  if (match === null) {
    if (/^[A-Za-z]{3}, \d/.test(text) && !Number.isNaN(Date.parse(text))) {
      return { at: inVietnam(new Date(text).toISOString()), invalid: null };
    }
    const american = text.replace(
      /^(\d{1,2})\/(\d{1,2})\/(\d{4})/,
      (whole, month: string, day: string, year: string) =>
        Number(day) > 12 ? `${day}/${month}/${year}` : whole,
    );
    const dateline = parseDateline(american);
    return { at: dateline?.at ?? null, invalid: dateline?.invalid ?? null };
  }
  const [, day = '', clock, second, zone] = match;
  if (!isDate(day)) return { at: null, invalid: day };
  if (clock === undefined) return { at: day, invalid: null };
  const instant = `${day}T${clock}:${second ?? '00'}${zoneOf(zone)}`;
  if (!isDate(instant)) return { at: day, invalid: null };
  return { at: /(?:Z|[+-]00:00)$/.test(instant) ? inVietnam(instant) : instant, invalid: null };
};

/** Whether a date tells no hour: a day alone, or midnight sharp, which machines write for want of one. */
export const hasNoHour = (date: string): boolean =>
  datePrecision(date) !== 'instant' || date.includes('T00:00:00');
