import { getCollection, type CollectionEntry } from 'astro:content';
import { monthOf, yearOf } from '../article/date.ts';
import type { Settings } from '../article/settings.ts';
import { sourceSchema, type Source } from '../article/source-record.ts';
import { toFacetList, type FacetKind, type FacetList } from './facets.ts';
import { newestFirst } from './newest-first.ts';
import { relateArticles, type RelatedArticles } from './related-articles.ts';
import { relateCoverage, type RelatedCoverage } from './related-coverage.ts';
import type { SiteSnapshot } from './site-snapshot.ts';

type Entry = CollectionEntry<'articles'> | CollectionEntry<'versions'>;

/** An article on its way to a page. */
export type SiteArticle = Entry['data'] & { readonly markdown: string };

/** A former version of an article, the oldest numbered 1. */
export interface SiteVersion {
  readonly version: number;
  readonly article: SiteArticle;
}

export interface SiteSource extends Source {
  readonly id: string;
  readonly articles: readonly SiteArticle[];
}

/** The whole archive as its readers see it: withdrawn articles are in `withdrawn` and nowhere else. */
export interface SiteArchive {
  readonly settings: Settings;
  /** Newest first; those without a date last. */
  readonly articles: readonly SiteArticle[];
  readonly byId: ReadonlyMap<string, SiteArticle>;
  readonly withdrawn: readonly SiteArticle[];
  readonly undated: readonly SiteArticle[];
  /** By article, oldest first. */
  readonly versions: ReadonlyMap<string, readonly SiteVersion[]>;
  /** Articles with the text of another, or nearly so, by their ids. */
  readonly related: ReadonlyMap<string, RelatedArticles<SiteArticle>>;
  /** Where readers may go on from an article, those left out that its page names already. */
  readonly coverageOf: (article: SiteArticle, named: readonly SiteArticle[]) => RelatedCoverage<SiteArticle>;
  readonly sources: readonly SiteSource[];
  /** By year and by month (`2022-02`), each oldest first; within one, newest first. */
  readonly byYear: ReadonlyMap<string, readonly SiteArticle[]>;
  readonly byMonth: ReadonlyMap<string, readonly SiteArticle[]>;
  readonly facets: Readonly<Record<FacetKind, FacetList<SiteArticle>>>;
  /** Newest first. */
  readonly snapshots: readonly SiteSnapshot[];
  /** Whether the site is built for a release, which holds what `publish` adds: its snapshot's file, its manifest, captures. */
  readonly isRelease: boolean;
  /** The province of today of each place that is called otherwise. */
  readonly presentPlaces: ReadonlyMap<string, string>;
}

const toSiteArticle = ({ data, body }: Entry): SiteArticle => ({ ...data, markdown: body ?? '' });

const byPeriod = (
  articles: readonly SiteArticle[],
  periodOf: (date: string | null) => string | null,
): Map<string, SiteArticle[]> => {
  const groups = Map.groupBy(articles, ({ record }) => periodOf(record.publishedAt));
  return new Map(
    [...groups]
      .flatMap(([period, group]) => (period === null ? [] : [[period, group] as const]))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

const load = async (): Promise<SiteArchive> => {
  const entries = (await getCollection('articles')).map(toSiteArticle).sort(newestFirst);
  const articles = entries.filter(({ record }) => record.withdrawn === null);
  const byId = new Map(articles.map((article) => [article.record.id, article]));
  const versions = Map.groupBy(
    (await getCollection('versions'))
      .map((entry) => ({
        version: Number(entry.id.slice(entry.id.lastIndexOf('/') + 1)),
        article: toSiteArticle(entry),
      }))
      .filter(({ article }) => byId.has(article.record.id))
      .sort((a, b) => a.version - b.version),
    ({ article }) => article.record.id,
  );
  const known = new Map((await getCollection('sources')).map(({ id, data }) => [id, data]));
  const bySource = Map.groupBy(articles, ({ record }) => record.source);
  const order = new Intl.Collator('vi', { numeric: true });
  const sources = [...new Set([...known.keys(), ...bySource.keys()])]
    .map((id) => ({
      ...(known.get(id) ?? sourceSchema.parse({ name: id })),
      id,
      articles: bySource.get(id) ?? [],
    }))
    .sort((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const [settings] = await getCollection('settings');
  if (settings === undefined) throw new Error('The settings loader stored no entry.');
  const [places] = await getCollection('places');
  const snapshots = (await getCollection('snapshots'))
    .map(({ data }) => data)
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  const facets = {
    documents: toFacetList('documents', articles),
    places: toFacetList('places', articles),
    sections: toFacetList('sections', articles),
    authors: toFacetList('authors', articles),
  };
  return {
    settings: settings.data,
    articles,
    byId,
    withdrawn: entries.filter(({ record }) => record.withdrawn !== null),
    undated: articles.filter(({ record }) => record.publishedAt === null),
    versions,
    related: relateArticles(articles),
    coverageOf: relateCoverage(articles, facets),
    sources,
    byYear: byPeriod(articles, yearOf),
    byMonth: byPeriod(articles, monthOf),
    snapshots,
    isRelease: snapshots[0]?.sha256 === null,
    presentPlaces: new Map(Object.entries(places?.data ?? {})),
    facets,
  };
};

let archive: Promise<SiteArchive> | undefined;

/** The archive, read and sorted once a build however many pages ask. */
export const getSiteArchive = (): Promise<SiteArchive> => (archive ??= load());

/** The source of an article; one without a file goes by its id. */
export const sourceName = (archive: SiteArchive, id: string): string =>
  archive.sources.find((source) => source.id === id)?.name ?? id;
