import { isDate } from '../article/date.ts';

/** Parts of a date by name, as a pattern finds them. */
type Parts = Readonly<Record<string, string | undefined>>;

const token = /yyyy|yy|dd|mm|hh|mi|ss/gi;

const literal = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s+');

const nameOf = (found: string, names: ReadonlySet<string>): string => {
  switch (found[0]) {
    case 'y':
      return 'year';
    case 'd':
      return 'day';
    case 'h':
      return 'hour';
    case 's':
      return 'second';
    default:
      // Right behind the hour, `mm` are minutes.
      return found === 'mi' || (names.has('hour') && !names.has('minute')) ? 'minute' : 'month';
  }
};

/** The pattern of a date's form; null where the form has no year, or a part twice. */
export const dateFormPattern = (form: string): RegExp | null => {
  if (/^unix(?:-ms)?$/.test(form)) return /^-?\d{1,14}(?:\.\d+)?$/;
  const names = new Set<string>();
  let pattern = '';
  let end = 0;
  for (const match of form.toLowerCase().matchAll(token)) {
    const name = nameOf(match[0], names);
    if (names.has(name)) return null;
    names.add(name);
    const digits = name === 'year' ? `\\d{${String(match[0].length)}}` : '\\d{1,2}';
    pattern += `${literal(form.slice(end, match.index))}(?<${name}>${digits})`;
    end = match.index + match[0].length;
  }
  if (!names.has('year') || (names.has('day') && !names.has('month'))) return null;
  const rest = literal(form.slice(end));
  return new RegExp(`^${pattern}(?:\\.\\d+)?${rest}(?:\\s*(?<half>AM|PM|SA|CH))?$`, 'i');
};

const inVietnam = (epochMs: number): string | null => {
  const shifted = new Date(epochMs + 7 * 60 * 60 * 1000);
  return Number.isNaN(shifted.getTime()) ? null : `${shifted.toISOString().slice(0, 19)}+07:00`;
};

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

/** A year of two digits is of the last century from 70 on. */
const fullYear = (year: string): string =>
  year.length === 4 ? year : Number(year) < 70 ? `20${year}` : `19${year}`;

const hourOf = ({ hour = '0', half }: Parts): string => {
  if (half === undefined) return two(hour);
  const isAfternoon = /PM|CH/i.test(half);
  return two(String((Number(hour) % 12) + (isAfternoon ? 12 : 0)));
};

/**
 * A date that is written in a given form (`dd/mm/yyyy hh:mm`, `unix`, `unix-ms`), in the archive's form; it has no more than
 * the form gives. A date without a zone is Vietnam's. Null where it is not in that form, or no day of the calendar.
 */
export const parseDateForm = (value: string, form: string): string | null => {
  const text = value.trim();
  const match = dateFormPattern(form)?.exec(text);
  if (!match) return null;
  if (form.startsWith('unix')) return inVietnam(Number(text) * (form === 'unix' ? 1000 : 1));
  const parts: Parts = match.groups ?? {};
  const day = [fullYear(parts.year ?? ''), parts.month, parts.day].filter((part) => part !== undefined);
  const date = day.map(two).join('-');
  const whole =
    parts.hour === undefined
      ? date
      : `${date}T${hourOf(parts)}:${two(parts.minute)}:${two(parts.second)}+07:00`;
  return isDate(whole) ? whole : null;
};
