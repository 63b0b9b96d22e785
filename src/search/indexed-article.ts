import type { Article } from '../article/article.ts';
import { daySpan } from '../article/date.ts';
import type { ListedField } from './article-fields.ts';
import type { ResultRecord } from './result-record.ts';
import { searchedBlocks, type SearchedBlock } from './searched-blocks.ts';

/** What of an article goes into the index. */
export interface IndexedArticle {
  readonly blocks: readonly SearchedBlock[];
  readonly record: ResultRecord;
  readonly source: string;
  readonly fields: Readonly<Record<ListedField, readonly string[]>>;
  readonly instantMs: number;
}

/** Dates without a zone are Vietnam's own; those without a day or an hour stand at their beginning. */
const instantOf = (date: string | null): number => {
  if (date === null) return -Infinity;
  if (date.length <= 10) return Date.parse(`${daySpan(date).first}T00:00:00+07:00`);
  return Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(date) ? date : `${date}+07:00`);
};

export const toIndexed = (article: Article): IndexedArticle => {
  const blocks = searchedBlocks(article);
  const { id, title, titleSupplied, publishedAt, publishedAtInferred } = article;
  const texts = blocks.filter(({ kind }) => kind !== 'title').map(({ text }) => text);
  return {
    blocks,
    record: { id, title, titleSupplied, publishedAt, publishedAtInferred, texts },
    source: article.source,
    fields: {
      section: article.section === null ? [] : [article.section],
      place: article.places,
      document: article.citedDocuments,
      author: article.authors,
    },
    instantMs: instantOf(publishedAt),
  };
};

const firstDay = ({ record: { publishedAt } }: IndexedArticle): string =>
  publishedAt === null ? '' : daySpan(publishedAt).first;

/** Dated articles by day, then by instant, the latest first; undated ones last; then by id. */
export const compareIndexed = (a: IndexedArticle, b: IndexedArticle): number => {
  const [dayA, dayB] = [firstDay(a), firstDay(b)];
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  if (a.instantMs !== b.instantMs) return b.instantMs - a.instantMs;
  return a.record.id < b.record.id ? -1 : 1;
};
