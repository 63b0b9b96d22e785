import type { ArticleRecord } from '../article/article.ts';
import { documentNames } from '../article/document-record.ts';
import { groupArticles, groupKey, type Group } from './group-articles.ts';

/** The lists of articles by a field of their record, in the order in which the site names them. */
export const facetKinds = ['documents', 'places', 'sections', 'authors'] as const;
export type FacetKind = (typeof facetKinds)[number];

interface Facet {
  /** The folder of the list's pages. */
  readonly folder: string;
  readonly valuesOf: (record: ArticleRecord) => readonly string[];
  /** Whether names that differ only in their marks are one: `41/2014/QĐ-UBND` typed as `41/2014/QD-UBND`. */
  readonly folded: boolean;
}

export const facets: Readonly<Record<FacetKind, Facet>> = {
  documents: { folder: 'van-ban', valuesOf: documentNames, folded: true },
  places: { folder: 'noi', valuesOf: ({ places }) => places, folded: false },
  sections: {
    folder: 'muc',
    valuesOf: ({ section }) => (section === null ? [] : [section]),
    folded: false,
  },
  authors: { folder: 'tac-gia', valuesOf: ({ authors }) => authors, folded: false },
};

/** Where the list of a kind lies, or the page of one of its values. */
export const facetPath = (kind: FacetKind, slug?: string): string =>
  slug === undefined ? `/${facets[kind].folder}/` : `/${facets[kind].folder}/${slug}/`;

/** One list: its groups in Vietnamese order, and the slug of each group's page by its key. */
export interface FacetList<T> {
  readonly groups: readonly Group<T>[];
  readonly slugs: ReadonlyMap<string, string>;
}

export const toFacetList = <T extends { readonly record: ArticleRecord }>(
  kind: FacetKind,
  articles: readonly T[],
): FacetList<T> => {
  const { valuesOf, folded } = facets[kind];
  const groups = groupArticles(articles, valuesOf, folded);
  return { groups, slugs: new Map(groups.map(({ key, slug }) => [key, slug])) };
};

/** The values of a record's field as it prints them, each with the path of its page; null where there is none. */
export const facetLinks = (
  kind: FacetKind,
  record: ArticleRecord,
  lists: Readonly<Record<FacetKind, FacetList<unknown>>>,
): { name: string; path: string | null }[] => {
  const { valuesOf, folded } = facets[kind];
  return valuesOf(record).map((name) => {
    const slug = lists[kind].slugs.get(groupKey(name, folded));
    return { name, path: slug === undefined ? null : facetPath(kind, slug) };
  });
};
