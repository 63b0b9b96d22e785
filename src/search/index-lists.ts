import { datePrecision, daySpan } from '../article/date.ts';
import { toFieldColumn, type ListedField } from './article-fields.ts';
import { articleStep, leadStep, titleStep, type ArticleSlots } from './article-slots.ts';
import {
  maxListedWords,
  type ArticleFields,
  type ArticleTable,
  type Readings,
  type WordList,
} from './index-files.ts';
import type { IndexedSummary } from './indexed-article.ts';
import { countClass } from './reading-counts.ts';
import { packNumbers } from './packed-numbers.ts';
import { daysBeforeLast } from './table-reader.ts';

/** Gathers, article by article in the index's order, what the table and the list of readings say of their words. */
export interface SlotLists {
  readonly add: (article: ArticleSlots) => void;
  readonly columns: () => Pick<ArticleTable, 'slots' | 'titleSlots' | 'leadSlots'>;
  readonly readings: () => Readings;
  readonly lexicon: () => WordList;
}

export const createSlotLists = (): SlotLists => {
  const slots: number[] = [];
  const titleSlots: number[] = [];
  const leadSlots: number[] = [];
  const counts = new Map<string, Map<string, number>>();
  return {
    columns: () => ({
      slots: packNumbers(slots),
      titleSlots: packNumbers(titleSlots),
      leadSlots: packNumbers(leadSlots),
    }),
    add(article) {
      slots.push(article.slots.length / articleStep);
      titleSlots.push(article.titleEnd / titleStep);
      leadSlots.push((article.leadEnd - article.titleEnd) / leadStep);
      const seen = new Map(
        article.slots.flatMap((token) => (token === null ? [] : [[token.key, token.folded]])),
      );
      for (const [key, folded] of seen) {
        const keys = counts.get(folded) ?? new Map<string, number>();
        counts.set(folded, keys.set(key, (keys.get(key) ?? 0) + 1));
      }
    },
    readings() {
      const several = [...counts].filter(([, keys]) => keys.size > 1).sort(([a], [b]) => (a < b ? -1 : 1));
      const ordered = several.map(
        ([folded, keys]) => [folded, [...keys].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))] as const,
      );
      return {
        keys: Object.fromEntries(ordered.map(([folded, keys]) => [folded, keys.map(([key]) => key)])),
        counts: packNumbers(ordered.flatMap(([, keys]) => keys.map(([, count]) => countClass(count)))),
      };
    },
    lexicon: () =>
      [...counts]
        .flatMap(([, keys]) => [...keys])
        .filter(([key]) => /^[\p{L}\p{M}]+$/u.test(key))
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .slice(0, maxListedWords)
        .map(([key]) => key),
  };
};

/** The fields of the articles, in their order. */
export const toArticleFields = (articles: readonly IndexedSummary[]): ArticleFields => {
  const column = (field: ListedField) =>
    toFieldColumn(
      field,
      articles.map(({ fields }) => fields[field]),
    );
  return {
    section: column('section'),
    place: column('place'),
    document: column('document'),
    author: column('author'),
  };
};

const precisionLetters = { year: 'y', month: 'm', day: 'd', instant: 'd' } as const;

/** Sources and dates of the articles, as the table has them. */
export const toRecordColumns = (
  articles: readonly IndexedSummary[],
  nameOf: (source: string) => string,
): Pick<ArticleTable, 'sources' | 'sourceNames' | 'source' | 'days' | 'precisions'> => {
  const sources = [...new Set(articles.map(({ source }) => source))].sort();
  const dates = articles.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt]));
  const days = dates.map((date) => daysBeforeLast(daySpan(date).first));
  return {
    sources,
    sourceNames: sources.map(nameOf),
    source: packNumbers(articles.map(({ source }) => sources.indexOf(source))),
    days: packNumbers(days.map((day, i) => day - (days[i - 1] ?? 0))),
    precisions: dates.map((date) => precisionLetters[datePrecision(date) ?? 'day']).join(''),
  };
};
