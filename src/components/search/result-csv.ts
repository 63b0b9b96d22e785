import type { SearchResult } from '../../search/search-answer.ts';
import { toSlug } from '../../text/slug.ts';
import { toCsvFile } from '../csv-file.ts';
import { wholeAddress, type CitationSetting } from './citation.ts';
import { toMarkedParts } from './marked-parts.ts';

const columns = [
  'tier',
  'title',
  'title_supplied',
  'published_at',
  'published_at_inferred',
  'source_id',
  'source_name',
  'section',
  'places',
  'documents',
  'authors',
  'address',
  'excerpt',
] as const;

/** Several values in one cell. */
const listed = (values: readonly string[] = []): string => values.join('; ');

const toRow = (
  result: SearchResult,
  { sourceNames, archive }: CitationSetting,
): Record<(typeof columns)[number], string> => ({
  tier: result.tier,
  title: result.title,
  title_supplied: String(result.titleSupplied),
  published_at: result.publishedAt ?? '',
  published_at_inferred: String(result.publishedAtInferred),
  source_id: result.source,
  source_name: sourceNames[result.source] ?? result.source,
  section: listed(result.details?.section),
  places: listed(result.details?.place),
  documents: listed(result.details?.document),
  authors: listed(result.details?.author),
  address: wholeAddress(result, archive),
  excerpt: toMarkedParts(result.excerpt)
    .map(({ text }) => text)
    .join(''),
});

/** Results as a CSV file's text: the names of the columns, then a row for each. */
export const toResultCsv = (results: readonly SearchResult[], setting: CitationSetting): string =>
  toCsvFile([
    columns,
    ...results.map((result) => {
      const row = toRow(result, setting);
      return columns.map((column) => row[column]);
    }),
  ]);

/** The file's name, by the queries alone: the same search gives the same name on any day. */
export const resultCsvName = (queries: readonly string[]): string => `tim-${toSlug(queries.join(' '))}.csv`;
