import type { APIRoute } from 'astro';
import { spread } from '../../../content/days-of-year.ts';
import { articleAddress } from '../../../content/address.ts';
import { toRuns } from '../../../content/list-runs.ts';
import type { DaysToday } from '../../../content/on-this-day.ts';
import { getSiteArchive, sourceName } from '../../../content/site-archive.ts';
import { getSiteLists } from '../../../content/site-lists.ts';

export const getStaticPaths = async () =>
  [...(await getSiteLists()).daysOfYear.keys()].map((month) => ({ params: { month } }));

/** The days of a month with some of their articles each, for the home page to ask what was published on the day of today. */
export const GET: APIRoute = async ({ params }) => {
  const archive = await getSiteArchive();
  const list = (await getSiteLists()).daysOfYear.get(params.month ?? '');
  if (list === undefined) throw new Error(`No list of the month ${params.month ?? ''}.`);
  const days: DaysToday = Object.fromEntries(
    toRuns('day', list.items).map(({ key, items }) => [
      key,
      {
        count: items.length,
        page: list.runs.get(key)?.page ?? 1,
        articles: spread(items, 4).map(({ record }) => ({
          title: record.titleSupplied ? `[${record.title}]` : record.title,
          language: record.language,
          address: articleAddress(record.id),
          year: record.publishedAt?.slice(0, 4) ?? '',
          source: sourceName(archive, record.source),
        })),
      },
    ]),
  );
  return new Response(`${JSON.stringify(days)}\n`, { headers: { 'content-type': 'application/json' } });
};
