import { toProblem, type Place, type Problem } from './problem.ts';

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A day with its numbers in either order, and what stands behind it. */
const yearFirst = /^\s*(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/;
const yearLast = /^\s*(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})(?!\d)/;

const two = (part: number): string => String(part).padStart(2, '0');

/** What a value means that is a day in another form; null where it is none, and undefined where nobody can say. */
const meantBy = (value: string): string | null | undefined => {
  const first = yearFirst.exec(value);
  if (first !== null) {
    const [year = 0, month = 0, day] = first.slice(1).map(Number);
    if (first[3] === undefined) return month >= 1 && month <= 12 ? `${String(year)}-${two(month)}` : null;
    return isDay(year, month, day ?? 0) ? `${String(year)}-${two(month)}-${two(day ?? 0)}` : null;
  }
  const last = yearLast.exec(value);
  if (last === null) return undefined;
  const [one = 0, other = 0, year = 0] = last.slice(1).map(Number);
  // Vietnamese put the day first; where that is no day, the month may stand there.
  if (isDay(year, other, one)) return `${String(year)}-${two(other)}-${two(one)}`;
  return isDay(year, one, other) ? `${String(year)}-${two(one)}-${two(other)}` : null;
};

/** `date-invalid` of a field: whether the value is no day of the calendar, or a day in another form, and then which. */
export const toDateProblem = (field: string, value: string | number, place: Place = {}): Problem => {
  const meant = meantBy(String(value));
  const isOffered = typeof meant === 'string' && meant !== String(value).slice(0, meant.length);
  return toProblem(
    'date-invalid',
    {
      field,
      value,
      of: '',
      reason: meant === null ? 'not-a-day' : 'other-date-form',
      advice: isOffered ? 'date-meant' : 'date-forms',
      ...(isOffered && { meant }),
    },
    place,
  );
};

/** The same problem, with the column or key that the value was read from. */
export const ofColumn = (problem: Problem, column: string | undefined): Problem =>
  problem.code !== 'date-invalid' || column === undefined || column === problem.values.field
    ? problem
    : { ...problem, values: { ...problem.values, of: 'of-column', column } };
