/**
 * Dates with only the precision that is known, as ISO 8601 writes them: `2022`, `2022-02`, `2022-02-28`,
 * `2022-02-28T14:18+07:00`, `2022-02-28T14:18:00+07:00`. An event's date may lack its year: `--08-03` (ISO 8601-1:2000; EDTF
 * calls it unspecified).
 */
export type DatePrecision = 'year' | 'month' | 'day' | 'instant';

const datePattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The precision of a date, or null where the string is no date of the calendar. Years run from 1000 to 2999. */
export const datePrecision = (value: string): DatePrecision | null => {
  const match = datePattern.exec(value);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  const y = Number(year);
  if (y < 1000 || y > 2999) return null;
  if (month === undefined) return 'year';
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return 'month';
  if (Number(day) < 1 || Number(day) > daysInMonth(y, Number(month))) return null;
  if (hour === undefined) return 'day';
  const zoneHours = zone === 'Z' ? 0 : Math.abs(Number(zone?.slice(0, 3)));
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? '0') > 59 || zoneHours > 14) return null;
  return 'instant';
};

/** Whether a string is a date in one of the four precisions, and real on the calendar. */
export const isDate = (value: string): boolean => datePrecision(value) !== null;

/** Whether a string is an instant with its zone (RFC 3339). */
export const isInstant = (value: string): boolean => datePrecision(value) === 'instant';

/** Whether a string is an event's date: a date, or `--MM-DD` where the year is not given. */
export const isEventDate = (value: string): boolean =>
  value.startsWith('--')
    ? /^--\d{2}-\d{2}$/.test(value) && datePrecision(`2000-${value.slice(2)}`) === 'day'
    : isDate(value);

/** The year of a date as its four digits, or null where the date is unknown. */
export const yearOf = (date: string | null): string | null => date?.slice(0, 4) ?? null;

/** The month of a date as `2022-02`, or null where it is unknown. */
export const monthOf = (date: string | null): string | null =>
  date !== null && date.length >= 7 ? date.slice(0, 7) : null;

/** The first and the last day that a date may stand for, as `YYYY-MM-DD`. */
export const daySpan = (date: string): { first: string; last: string } => {
  const day = date.slice(0, 10);
  if (day.length === 10) return { first: day, last: day };
  if (day.length === 7) {
    const last = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
    return { first: `${day}-01`, last: `${day}-${String(last)}` };
  }
  return { first: `${day}-01-01`, last: `${day}-12-31` };
};
