import type { Language } from '../i18n/language.ts';
import { siteWords } from '../i18n/site-words.ts';
import { wayWords } from '../i18n/ways-words.ts';

type ToHeading = (key: string) => string;

/** Says of a day its weekday and number, in a month's list; takes the month as `2022-02`. */
export const toDayHeading =
  (period: string, language: Language): ToHeading =>
  (key) => {
    const { calendar } = wayWords(language);
    if (key === '') return calendar.dayUnknown;
    const weekday = siteWords(language).date.weekdays[new Date(`${period}-${key}T00:00:00Z`).getUTCDay()];
    return calendar.dayHeading(weekday ?? '', String(Number(key)));
  };

/** Says a month of a year, in the year's list. */
export const toMonthHeading =
  (language: Language): ToHeading =>
  (key) => {
    const { calendar } = wayWords(language);
    return key === '' ? calendar.monthUnknown : calendar.month(String(Number(key)));
  };

/** Says a year, in a list over many. */
export const toYearHeading =
  (language: Language): ToHeading =>
  (key) =>
    key === '' ? wayWords(language).calendar.yearUnknown : siteWords(language).years.year(key);
