import type { APIRoute, GetStaticPaths } from 'astro';
import { toWholeAddress } from '../../content/address.ts';
import { languagePaths, paramLanguage } from '../../content/language-page.ts';
import { printSearchDescription } from '../../content/opensearch.ts';
import { siteAddress } from '../../content/site-address.ts';
import { getSiteArchive } from '../../content/site-archive.ts';
import { doorWords } from '../../i18n/door-words.ts';

/** Only where the archive knows its address: a browser takes no description with less than whole addresses. */
export const getStaticPaths = (async () => {
  const { settings } = await getSiteArchive();
  return siteAddress(import.meta.env.SITE ? new URL(import.meta.env.SITE) : undefined, settings) === undefined
    ? []
    : languagePaths();
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ site, params }) => {
  const language = paramLanguage(params.lang);
  const { settings } = await getSiteArchive();
  const known = siteAddress(site, settings);
  const addressOf = (path: string): string => toWholeAddress(path, language, known) ?? '';
  return new Response(
    printSearchDescription({
      name: settings.name,
      description: doorWords(language).searchDescription(settings.name),
      language,
      contact: settings.contact,
      searchPage: addressOf('/tim/'),
      icon: toWholeAddress('/icon.svg', 'vi', known) ?? '',
      self: addressOf('/tim.xml'),
    }),
  );
};
