import type { ArticleRecord } from '../article/article.ts';
import { daySpan } from '../article/date.ts';

/** The last day that a date may stand for, then the hour; before everything where unknown. */
const sortKey = (date: string | null): string => {
  if (date === null) return '';
  const instant = date.length > 10 ? new Date(date).toISOString().slice(10) : '';
  return daySpan(date).last + instant;
};

/** Orders articles from the newest to the oldest, those without a date last, equal ones by id. */
export const newestFirst = (a: { record: ArticleRecord }, b: { record: ArticleRecord }): number => {
  const [keyA, keyB] = [sortKey(a.record.publishedAt), sortKey(b.record.publishedAt)];
  if (keyA !== keyB) return keyA < keyB ? 1 : -1;
  return a.record.id < b.record.id ? -1 : 1;
};
