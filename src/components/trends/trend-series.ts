import type { Counts } from '../../search/search-answer.ts';
import type { TrendState, TrendUnit } from './trend-address.ts';

/** What the index says to one query: articles by year, and the year `undated`. */
export interface TrendCount {
  readonly years: Counts;
  /** Operators that could not be read and were searched as words. */
  readonly unread: readonly string[];
}

/** A query in its box, counted from 0. */
export interface Trend extends TrendCount {
  readonly slot: number;
  readonly query: string;
}

export interface TrendPoint {
  readonly year: number;
  readonly count: number;
  /** In the unit that is drawn. */
  readonly value: number;
}

/** One line: a point for each year, null where the archive has no article at all. */
export interface TrendSeries {
  readonly slot: number;
  readonly query: string;
  readonly points: readonly (TrendPoint | null)[];
  /** Articles of the drawn years. */
  readonly total: number;
  readonly undated: number;
}

/** What is drawn and told in numbers. */
export interface TrendPicture {
  readonly years: readonly number[];
  /** All articles of the archive, for each of the years. */
  readonly archive: readonly number[];
  readonly archiveUndated: number;
  readonly unit: TrendUnit;
  readonly series: readonly TrendSeries[];
}

/** The years from the first to the last in which the archive has articles, within those that are asked for, in either order. */
const yearsBetween = (archive: Counts, { from, to }: Pick<TrendState, 'from' | 'to'>): number[] => {
  const known = Object.keys(archive)
    .filter((year) => year !== 'undated')
    .map(Number);
  const [low = -Infinity, high = Infinity] = [from || -Infinity, to || Infinity]
    .map(Number)
    .sort((a, b) => a - b);
  const first = Math.max(low, Math.min(...known));
  const last = Math.min(high, Math.max(...known));
  return known.length === 0 ? [] : Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
};

/** Articles for each thousand of a year, which has some. */
export const perThousand = (count: number, ofYear: number): number => (count / ofYear) * 1000;

/** Makes the lines. `archive` has the articles of every year, as `ArchiveSearch.years()` gives them. */
export const toTrendPicture = (
  trends: readonly Trend[],
  archive: Counts,
  asked: Pick<TrendState, 'from' | 'to' | 'unit'>,
): TrendPicture => {
  const years = yearsBetween(archive, asked);
  const ofYear = years.map((year) => archive[year] ?? 0);
  const series = trends.map(({ slot, query, years: counts }): TrendSeries => {
    const points = years.map((year, i): TrendPoint | null => {
      const all = ofYear[i] ?? 0;
      const count = counts[year] ?? 0;
      return all === 0
        ? null
        : { year, count, value: asked.unit === 'articles' ? count : perThousand(count, all) };
    });
    return {
      slot,
      query,
      points,
      total: points.reduce((sum, point) => sum + (point?.count ?? 0), 0),
      undated: counts.undated ?? 0,
    };
  });
  return { years, archive: ofYear, archiveUndated: archive.undated ?? 0, unit: asked.unit, series };
};
