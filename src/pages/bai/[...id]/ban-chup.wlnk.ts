import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getSiteArchive } from '../../../content/site-archive.ts';
import { hasTimeMap, printSiteTimeMap } from '../../../content/site-timemap.ts';
import { timeMapType } from '../../../content/timemap.ts';

/** Where a computer can learn of an article's captures (RFC 7089). */
export const getStaticPaths = (async () => {
  const archive = await getSiteArchive();
  return archive.articles
    .filter((article) => hasTimeMap(archive, article))
    .map((article) => ({ params: { id: article.record.id }, props: { article } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ site, props }) =>
  new Response(printSiteTimeMap(await getSiteArchive(), props.article, site), {
    headers: { 'Content-Type': timeMapType },
  });
