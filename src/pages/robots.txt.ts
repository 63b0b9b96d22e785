import type { APIRoute } from 'astro';
import { toWholeAddress } from '../content/address.ts';
import { siteAddress } from '../content/site-address.ts';
import { getSiteArchive } from '../content/site-archive.ts';
import { sitemapIndexName } from '../content/sitemap.ts';

/** Everything may be read by anyone; search engines look for this at a host's root only. */
export const GET: APIRoute = async ({ site }) => {
  const { settings } = await getSiteArchive();
  const sitemap = toWholeAddress(`/${sitemapIndexName}`, 'vi', siteAddress(site, settings));
  return new Response(`User-agent: *\nAllow: /\n${sitemap === null ? '' : `\nSitemap: ${sitemap}\n`}`);
};
