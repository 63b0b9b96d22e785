/**
 * The chart of an answer's articles over time, before it is drawn: by year, or by month where the dates asked for lie in
 * one year, or where no other year has anything.
 */

/** Articles by date as far as it is known, whatever dates are asked for. */
export interface DateCounts {
  /** By `YYYY`, and `undated`. */
  readonly year: Readonly<Record<string, number>>;
  /** By `YYYY-MM`. */
  readonly month: Readonly<Record<string, number>>;
}

export interface DateBar {
  /** `YYYY` or `YYYY-MM`, as the address has it. */
  readonly value: string;
  readonly count: number;
}

export interface DateChart {
  /** The year whose months are shown; null where years are. */
  readonly year: string | null;
  /** Whether no other year has anything. */
  readonly isOnlyYear: boolean;
  /** Without gaps; empty where no date is known. */
  readonly bars: readonly DateBar[];
  readonly undated: number;
  /** Articles of the shown year whose month isn't known. */
  readonly withoutMonth: number;
}

/** A longer span comes from a misprinted date: then only the years that have articles are shown. */
const maxYears = 150;

const allYears = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => String(first + i).padStart(4, '0'));

const monthsOf = (year: string): string[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);

/** The one year that a range lies in; null where there is none or the range is open. */
const yearOfRange = (from: string, to: string): string | null =>
  from !== '' && from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : null;

/** The chart for the counts, with the range that is asked for; empty dates leave it open. */
export const toDateChart = (
  { year: byYear, month: byMonth }: DateCounts,
  from: string,
  to: string,
): DateChart => {
  const { undated = 0, ...years } = byYear;
  const known = Object.keys(years)
    .filter((year) => (years[year] ?? 0) > 0)
    .sort();
  const asked = yearOfRange(from, to);
  const [only] = known.length === 1 ? known : [];
  const year = asked ?? only ?? null;
  const toBars = (values: readonly string[], counts: Readonly<Record<string, number>>): DateBar[] =>
    values.map((value) => ({ value, count: counts[value] ?? 0 }));
  if (year !== null) {
    const bars = toBars(monthsOf(year), byMonth);
    const inMonths = bars.reduce((sum, { count }) => sum + count, 0);
    const withoutMonth = Math.max(0, (years[year] ?? 0) - inMonths);
    return { year, isOnlyYear: known.length === 1 && known[0] === year, bars, undated, withoutMonth };
  }
  const [first, last] = [Number(known[0]), Number(known.at(-1))];
  const shown = known.length === 0 ? [] : last - first < maxYears ? allYears(first, last) : known;
  return { year: null, isOnlyYear: false, bars: toBars(shown, years), undated, withoutMonth: 0 };
};

/** Whether a bar is inside the range that is asked for; none is while none is asked for. */
export const isAsked = ({ value }: DateBar, from: string, to: string): boolean =>
  (from !== '' || to !== '') &&
  (from === '' || value >= from.slice(0, value.length)) &&
  (to === '' || value.slice(0, to.length) <= to.slice(0, value.length));

/** The part of the chart's width that a label takes, on the narrowest phone. */
const labelShare = 0.1;

/** Whether a year has its label below the chart: some seven have, at round years, and none that would stand out at the end. */
const isLabelled = (value: string, index: number, bars: number): boolean => {
  const step = [1, 2, 5, 10, 20, 25, 50].find((one) => bars / one <= 7) ?? 100;
  return Number(value) % step === 0 && (step === 1 || (bars - index) / bars >= labelShare);
};

/** What stands below a bar: its year, where there is room for it, or the number of its month. */
export const labelOf = ({ bars, year }: DateChart, index: number): string => {
  const { value } = bars[index] ?? { value: '' };
  if (year !== null) return String(Number(value.slice(5)));
  return isLabelled(value, index, bars.length) ? value : '';
};

/**
 * The range that choosing from one bar to another asks for. A single month that is chosen again, or all twelve, ask for
 * the whole year.
 */
export const rangeOf = (
  { bars, year }: DateChart,
  one: number,
  other: number,
  asked: { readonly from: string; readonly to: string },
): { from: string; to: string } => {
  const first = bars[Math.min(one, other)]?.value ?? '';
  const last = bars[Math.max(one, other)]?.value ?? '';
  const again = year !== null && first === last && asked.from === first && asked.to === last;
  const whole = year !== null && Math.abs(one - other) === bars.length - 1;
  return again || whole ? { from: year, to: year } : { from: first, to: last };
};
