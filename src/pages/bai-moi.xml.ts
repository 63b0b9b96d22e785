import type { APIRoute } from 'astro';
import { getSiteArchive } from '../content/site-archive.ts';
import { printSiteFeed } from '../content/site-feed.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(await printSiteFeed(await getSiteArchive(), null, site));
