import { datePrecision } from '../../article/date.ts';

/** As the site's other lists write dates: months in words in English, in digits in Vietnamese. */
const forms = (language: string) =>
  ({
    year: { year: 'numeric' },
    month: { month: 'long', year: 'numeric' },
    day: { day: 'numeric', month: language === 'vi' ? 'numeric' : 'short', year: 'numeric' },
  }) as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** By language and precision: to make one costs more than to format a hundred dates with it. */
const made = new Map<string, Intl.DateTimeFormat>();

const formatFor = (language: string, precision: 'year' | 'month' | 'day'): Intl.DateTimeFormat => {
  const key = `${language} ${precision}`;
  const known =
    made.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      ...forms(language)[precision],
      timeZone: 'UTC',
    });
  made.set(key, known);
  return known;
};

/**
 * A date as a list shows it, with no more precision than is known: `2022`, `tháng 2 năm 2022`, `28/2/2022`. An instant is
 * shown by its day, in its own zone. What is no date comes back as it is.
 */
export const shortDate = (date: string, language: string): string => {
  const precision = datePrecision(date);
  if (precision === null) return date;
  return formatFor(language, precision === 'instant' ? 'day' : precision).format(new Date(date.slice(0, 10)));
};
