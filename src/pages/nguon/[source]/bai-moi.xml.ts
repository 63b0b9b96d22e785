import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getSiteArchive } from '../../../content/site-archive.ts';
import { printSiteFeed } from '../../../content/site-feed.ts';

export const getStaticPaths = (async () =>
  (await getSiteArchive()).sources
    .filter(({ articles }) => articles.length > 0)
    .map((source) => ({ params: { source: source.id }, props: { source } }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ site, props }) =>
  new Response(await printSiteFeed(await getSiteArchive(), props.source, site));
