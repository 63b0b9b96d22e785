import type { ArticleRecord } from '../article/article.ts';
import type { FacetList } from './facets.ts';
import type { Group } from './group-articles.ts';

/** Where a reader may go on from an article. No article stands in two of the lists. */
export interface RelatedCoverage<T> {
  /** The articles before and after it in its source, by date; null at the ends, and for undated articles. */
  readonly previous: T | null;
  readonly next: T | null;
  /** Those that cite a document that it cites, the rarest documents and the nearest days first. */
  readonly sameDocument: readonly Related<T>[];
  /** Those about a place that it is about, within a week of it. */
  readonly samePlace: readonly Related<T>[];
}

export interface Related<T> {
  readonly article: T;
  /** What both have in common, as most articles print it. */
  readonly shared: string;
}

interface Dated {
  readonly record: ArticleRecord;
}

/** No list is longer. */
const maxRelated = 5;

/** How far from an article its neighbours in a group are looked at, on either side. */
const reach = 5;

const dayInMs = 86_400_000;

/** The day of a date that is known to the day, in days since 1970; null for any other. */
const dayNumber = (date: string | null): number | null =>
  date === null || date.length < 10 ? null : Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / dayInMs;

/** The groups of each article, with where it stands in them. */
const placesInGroups = <T>(groups: readonly Group<T>[]): Map<T, { group: Group<T>; at: number }[]> => {
  const places = new Map<T, { group: Group<T>; at: number }[]>();
  for (const group of groups) {
    if (group.articles.length < 2) continue;
    for (const [at, article] of group.articles.entries()) {
      const known = places.get(article);
      if (known === undefined) places.set(article, [{ group, at }]);
      else known.push({ group, at });
    }
  }
  return places;
};

/** The articles around a place of a group, the nearest first. */
const around = <T>({ articles }: Group<T>, at: number): T[] =>
  Array.from({ length: reach }, (_, i) => [articles[at - i - 1], articles[at + i + 1]])
    .flat()
    .filter((article) => article !== undefined);

/** The articles of each source, newest first, those without a date left out: what stands before and after each. */
const neighbours = <T extends Dated>(
  articles: readonly T[],
): Map<T, { previous: T | null; next: T | null }> => {
  const found = new Map<T, { previous: T | null; next: T | null }>();
  const dated = articles.filter(({ record }) => record.publishedAt !== null);
  for (const list of Map.groupBy(dated, ({ record }) => record.source).values()) {
    for (const [i, article] of list.entries()) {
      found.set(article, { previous: list[i + 1] ?? null, next: list[i - 1] ?? null });
    }
  }
  return found;
};

/**
 * What goes with each article, from lists that are in order of date, newest first. Made in time that grows as the lists do;
 * asked of an article, it looks at a few neighbours in each of its groups.
 */
export const relateCoverage = <T extends Dated>(
  articles: readonly T[],
  lists: Readonly<Record<'documents' | 'places', FacetList<T>>>,
): ((article: T, others: readonly T[]) => RelatedCoverage<T>) => {
  const inSource = neighbours(articles);
  const documents = placesInGroups(lists.documents.groups);
  const places = placesInGroups(lists.places.groups);

  return (article, others) => {
    const { previous, next } = inSource.get(article) ?? { previous: null, next: null };
    const taken = new Set<T | null>([article, previous, next, ...others]);
    const take = (
      groups: readonly { group: Group<T>; at: number }[],
      suits: (other: T) => boolean,
    ): Related<T>[] => {
      const related: Related<T>[] = [];
      for (const { group, at } of groups.toSorted(
        (a, b) => a.group.articles.length - b.group.articles.length,
      )) {
        for (const other of around(group, at)) {
          if (related.length === maxRelated) return related;
          if (taken.has(other) || !suits(other)) continue;
          taken.add(other);
          related.push({ article: other, shared: group.name });
        }
      }
      return related;
    };
    const sameDocument = take(documents.get(article) ?? [], () => true);
    const day = dayNumber(article.record.publishedAt);
    const isNear = ({ record }: T): boolean => {
      const otherDay = dayNumber(record.publishedAt);
      return day !== null && otherDay !== null && Math.abs(day - otherDay) <= 7;
    };
    return { previous, next, sameDocument, samePlace: take(places.get(article) ?? [], isNear) };
  };
};
