import { printElement } from '../snapshot/print-xml.ts';

/** A page that search engines may list. */
export interface ListedPage {
  /** Whole. */
  readonly address: string;
  /** An instant; null where nothing tells. */
  readonly changedAt: string | null;
}

/** The index of the sitemaps, beside which they lie: none may list a page that is not below its own folder. */
export const sitemapIndexName = 'sitemap.xml';

/** No sitemap has more pages; the limit of the protocol. */
export const sitemapSize = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const printList = (root: string, item: string, pages: readonly ListedPage[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<${root} xmlns="${namespace}">\n`,
    ...pages.map(
      ({ address, changedAt }) =>
        `<${item}>${printElement('loc', address)}${printElement('lastmod', changedAt)}</${item}>\n`,
    ),
    `</${root}>\n`,
  ].join('');

/** A sitemap. No pictures are listed in it. */
export const printSitemap = (pages: readonly ListedPage[]): string => printList('urlset', 'url', pages);

/** The list of the sitemaps. */
export const printSitemapIndex = (sitemaps: readonly ListedPage[]): string =>
  printList('sitemapindex', 'sitemap', sitemaps);
