import type { APIRoute } from 'astro';
import { getSiteArchive } from '../content/site-archive.ts';

/** The ids of withdrawn articles, one a line: whoever keeps copies, a reader's own browser too, lets go of these. */
export const GET: APIRoute = async () => {
  const ids = (await getSiteArchive()).withdrawn.map(({ record }) => `${record.id}\n`).sort();
  return new Response(ids.join(''));
};
