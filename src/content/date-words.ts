import { datePrecision } from '../article/date.ts';
import type { SiteWords } from '../i18n/vi/site.ts';

type DateWords = SiteWords['date'];

const bare = (digits: string): string => String(Number(digits));

/** The zone where it is not Vietnam's, which goes without saying. */
const zoneWords = (date: string, words: DateWords): string => {
  const zone = /(Z|[+-]\d{2}:\d{2})$/.exec(date)?.[1] ?? '+07:00';
  if (zone === '+07:00') return '';
  return words.zone(zone === 'Z' ? '+0' : zone.replace(/^([+-])0/, '$1').replace(':00', ''));
};

const weekdayOf = (day: string, words: DateWords): string =>
  words.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';

/**
 * A date in words, exactly as far as it is known: `14:18, thứ Hai, ngày 28 tháng 2 năm 2022`, `tháng 2 năm 2022`, `không rõ ngày`.
 * An instant is told in its own zone. Takes an event's date (`--08-03`), too.
 */
export const dateInWords = (date: string | null, words: DateWords): string => {
  if (date === null) return words.unknown;
  if (date.startsWith('--')) return words.dayOfUnknownYear(bare(date.slice(5, 7)), bare(date.slice(2, 4)));
  const year = date.slice(0, 4);
  const month = bare(date.slice(5, 7));
  const day = bare(date.slice(8, 10));
  switch (datePrecision(date)) {
    case 'year':
      return words.year(year);
    case 'month':
      return words.month(month, year);
    case 'day':
      return words.day(day, month, year, weekdayOf(date, words));
    case 'instant':
      return (
        words.instant(date.slice(11, 16), day, month, year, weekdayOf(date.slice(0, 10), words)) +
        zoneWords(date, words)
      );
    case null:
      return date;
  }
};

/** A date for a list: `28/2/2022`, `tháng 2 năm 2022`. */
export const shortDate = (date: string | null, words: DateWords): string =>
  date !== null && date.length >= 10 && !date.startsWith('--')
    ? words.shortDay(bare(date.slice(8, 10)), bare(date.slice(5, 7)), date.slice(0, 4))
    : dateInWords(date, words);

/** An instant without its weekday, as a capture's: `14:18:05, 28/2/2022`. */
export const shortInstant = (date: string, words: DateWords): string =>
  words.shortInstant(
    /T(\d\d:\d\d(?::\d\d)?)/.exec(date)?.[1] ?? '',
    bare(date.slice(8, 10)),
    bare(date.slice(5, 7)),
    date.slice(0, 4),
  ) + zoneWords(date, words);

/** The date as HTML's `datetime` takes it, or undefined where there is none that it takes. */
export const machineDate = (date: string | null): string | undefined =>
  date === null ? undefined : date.startsWith('--') ? date.slice(2) : date;
