import { toSlug } from '../../text/slug.ts';
import { toCsvFile } from '../csv-file.ts';
import { perThousand, type TrendPicture } from './trend-series.ts';

/** Names of the columns beside the queries' own, in the reader's language. */
export interface TrendCsvWords {
  readonly year: string;
  readonly archive: string;
  readonly undated: string;
  /** After a query, for its second column. */
  readonly perThousand: string;
}

/** Three digits, as many as so few articles can bear. */
const toRate = (count: number, ofYear: number): number | string =>
  ofYear === 0 ? '' : Number(perThousand(count, ofYear).toPrecision(3));

/**
 * The numbers of a picture as a CSV file's text, in both units whichever is drawn: a row for each year, the last for articles
 * without a date. Where the archive has no article, a query's cells are empty.
 */
export const toTrendCsv = (
  { years, archive, archiveUndated, series }: TrendPicture,
  words: TrendCsvWords,
): string => {
  const head = [words.year, words.archive];
  for (const { query } of series) head.push(query, `${query} (${words.perThousand})`);
  const rows = years.map((year, i): (string | number)[] => {
    const all = archive[i] ?? 0;
    const cells = series.flatMap(({ points }) => {
      const count = points[i]?.count ?? null;
      return count === null ? ['', ''] : [count, toRate(count, all)];
    });
    return [year, all, ...cells];
  });
  const undated = series.flatMap((one) => [one.undated, toRate(one.undated, archiveUndated)]);
  return toCsvFile([
    head,
    ...rows,
    ...(archiveUndated === 0 ? [] : [[words.undated, archiveUndated, ...undated]]),
  ]);
};

/** The file's name, by the queries alone: the same question gives the same name on any day. */
export const trendCsvName = ({ series }: TrendPicture): string =>
  `xu-huong-${toSlug(series.map(({ query }) => query).join(' '))}.csv`;
