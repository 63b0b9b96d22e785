import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleRecord } from '../article/article.ts';
import { latestInstant, pageInstant } from './article-instants.ts';
import {
  printSitemap,
  printSitemapIndex,
  sitemapIndexName,
  sitemapSize,
  type ListedPage,
} from './sitemap.ts';

/** What a site's pages are, and what they show. */
export interface ListedSite {
  /** Below the base, as Astro names them: `bai/bao-x/2022/gia-gao/`, empty for the home page. */
  readonly pages: readonly string[];
  /** The address of the site's base. */
  readonly address: URL;
  /** Articles that readers see, and their former versions. */
  readonly shown: readonly ArticleRecord[];
  readonly former: readonly ArticleRecord[];
}

/** Notices of withdrawn articles, former versions, pages about the reader's own browser, and files that are no pages. */
const isUnlisted = (page: string, articles: ReadonlyMap<string, unknown>): boolean =>
  (page.startsWith('bai/') && !articles.has(page)) ||
  /^(?:en\/)?(?:404|ngoai-mang)\/$/.test(page) ||
  /\.[a-z]+\/?$/.test(page);

/** Writes the sitemaps of a site and their index. The same articles and pages give the same bytes. */
export const writeSitemaps = async (
  { pages, address, shown, former }: ListedSite,
  outDir: string,
  size = sitemapSize,
): Promise<void> => {
  const versions = Map.groupBy(former, ({ id }) => id);
  const changedAt = new Map(
    shown.map((record) => [`bai/${record.id}/`, pageInstant(record, versions.get(record.id) ?? [])]),
  );
  const listed = pages
    .filter((page) => !isUnlisted(page, changedAt))
    .sort()
    .map((page): ListedPage => ({
      address: new URL(page, address).href,
      changedAt: changedAt.get(page) ?? null,
    }));
  const sitemaps: ListedPage[] = [];
  for (let from = 0; from < listed.length; from += size) {
    const part = listed.slice(from, from + size);
    const name = `sitemap-${sitemaps.length + 1}.xml`;
    await writeFile(join(outDir, name), printSitemap(part));
    sitemaps.push({
      address: new URL(name, address).href,
      changedAt: latestInstant(part.map((page) => page.changedAt)),
    });
  }
  await writeFile(join(outDir, sitemapIndexName), printSitemapIndex(sitemaps));
};
