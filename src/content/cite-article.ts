import type { ArticleRecord } from '../article/article.ts';
import type { Source } from '../article/source-record.ts';
import type { ArticleWords } from '../i18n/vi/article.ts';

/** What citations say of an article, in whatever form. */
export interface CitedArticle {
  readonly id: string;
  /** As pages show it: a supplied one in square brackets. */
  readonly title: string;
  readonly titleSupplied: boolean;
  /** As printed; the organisation where the byline names no person. */
  readonly authors: readonly string[];
  readonly source: string;
  readonly sourceKind: Source['kind'];
  readonly section: string | null;
  /** With only the precision that is known. */
  readonly date: string | null;
  readonly dateInferred: boolean;
  readonly language: string;
  readonly originalAddress: string | null;
  /** The name of the archive, and the whole address of the page in it, as far as the archive knows where it is served. */
  readonly archive: string;
  readonly address: string | null;
  /** Null for the newest. */
  readonly version: number | null;
}

/** Where an article is cited from. */
export type CitedFrom = Pick<CitedArticle, 'source' | 'sourceKind' | 'archive' | 'address' | 'version'>;

export const toCitedArticle = (record: ArticleRecord, from: CitedFrom): CitedArticle => ({
  ...from,
  id: record.id,
  title: record.titleSupplied ? `[${record.title}]` : record.title,
  titleSupplied: record.titleSupplied,
  authors:
    record.authors.length > 0 ? record.authors : record.organisation === null ? [] : [record.organisation],
  section: record.section,
  date: record.publishedAt,
  dateInferred: record.publishedAtInferred && record.publishedAt !== null,
  language: record.language,
  originalAddress: record.url,
});

/** Year, month and day of a date, as far as it says. An instant's are those of its own zone. */
export const dateParts = (date: string | null): number[] =>
  date === null ? [] : date.slice(0, 10).split('-').map(Number);

/** What data formats have no field for, in words: what is inferred or unknown, and the original address. */
export const notesOf = (
  { date, dateInferred, originalAddress, version }: CitedArticle,
  words: ArticleWords['cite'],
): string[] => [
  ...(version === null ? [] : [words.version(String(version))]),
  ...(date === null ? [words.dateUnknown] : dateInferred ? [words.dateInferred] : []),
  ...(originalAddress === null ? [] : [words.original(originalAddress)]),
];

/**
 * An article as a line of plain text: authors, “title”, source, date, original address, where it is kept. What the
 * cataloguer supplied stands in square brackets: a title in their place of quotation marks, an inferred date, an unknown one.
 */
export const toPlainCitation = (
  cited: CitedArticle,
  words: ArticleWords['cite'],
  dateInWords: (date: string | null) => string,
): string => {
  const date = dateInWords(cited.date);
  const parts = [
    ...cited.authors,
    cited.titleSupplied ? cited.title : `“${cited.title}”`,
    cited.source,
    cited.date === null || cited.dateInferred ? `[${date}]` : date,
    ...(cited.version === null ? [] : [words.version(String(cited.version))]),
    ...(cited.originalAddress === null ? [] : [cited.originalAddress]),
  ];
  return `${parts.join(', ')}. ${words.archived(cited.archive, cited.address ?? cited.id)}`;
};
