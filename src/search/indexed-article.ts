import type { Article } from '../article/article.ts';
import { documentNames } from '../article/document-record.ts';
import { daySpan } from '../article/date.ts';
import type { ListedField } from './article-fields.ts';
import type { ResultRecord } from './result-record.ts';
import { searchedBlocks, type SearchedBlock } from './searched-blocks.ts';

/** What is kept in memory of each article while the index is written. */
export interface IndexedSummary {
  readonly id: string;
  readonly title: string;
  readonly publishedAt: string | null;
  /** The first day that the date may mean; empty where there is none. */
  readonly firstDay: string;
  readonly instantMs: number;
  readonly source: string;
  readonly fields: Readonly<Record<ListedField, readonly string[]>>;
  /** UTF-16 units of the searched text. */
  readonly characters: number;
}

/** What is searched of an article, and shown of it in results. */
export interface IndexedText {
  readonly blocks: readonly SearchedBlock[];
  readonly record: ResultRecord;
}

/** Dates without a zone are Vietnam's own; those without a day or an hour stand at their beginning. */
const instantOf = (date: string | null): number => {
  if (date === null) return -Infinity;
  if (date.length <= 10) return Date.parse(`${daySpan(date).first}T00:00:00+07:00`);
  return Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(date) ? date : `${date}+07:00`);
};

/** What of an article goes into the index. */
export const toIndexed = (article: Article): { summary: IndexedSummary; text: IndexedText } => {
  const blocks = searchedBlocks(article);
  const { id, title, titleSupplied, publishedAt, publishedAtInferred } = article;
  const texts = blocks.filter(({ kind }) => kind !== 'title').map(({ text }) => text);
  const leads = blocks.filter(({ kind }) => kind === 'kicker' || kind === 'lead').length;
  return {
    text: { blocks, record: { id, title, titleSupplied, publishedAt, publishedAtInferred, leads, texts } },
    summary: {
      id,
      title,
      publishedAt,
      firstDay: publishedAt === null ? '' : daySpan(publishedAt).first,
      instantMs: instantOf(publishedAt),
      source: article.source,
      fields: {
        section: article.section === null ? [] : [article.section],
        place: article.places,
        document: documentNames(article),
        author: article.authors,
      },
      characters: blocks.reduce((sum, { text }) => sum + text.length, 0),
    },
  };
};

/** Dated articles by day, then by instant, the latest first; undated ones last; then by id. */
export const compareIndexed = (a: IndexedSummary, b: IndexedSummary): number => {
  if (a.firstDay !== b.firstDay) return a.firstDay > b.firstDay ? -1 : 1;
  if (a.instantMs !== b.instantMs) return b.instantMs - a.instantMs;
  return a.id < b.id ? -1 : 1;
};
