import { doorWords } from '../i18n/door-words.ts';
import { toAddress, toWholeAddress } from './address.ts';
import { changedInstant, firstInstant, latestInstant, unknownInstant } from './article-instants.ts';
import { feedSize, printFeed, type FeedEntry } from './feed.ts';
import { nameUuid } from './name-uuid.ts';
import { settingText } from './setting-text.ts';
import { siteAddress } from './site-address.ts';
import { sourceName, type SiteArchive, type SiteArticle, type SiteSource } from './site-archive.ts';

/** Where the feed of the newest articles lies, or that of a source. */
export const feedPath = (source: string | null): string =>
  source === null ? '/bai-moi.xml' : `/nguon/${source}/bai-moi.xml`;

/**
 * The feed of the archive's newest articles, or of a source's. What it is known by is the address of its page; in an archive
 * that knows no address of its own, a UUID of the archive's name and of the page's path.
 */
export const printSiteFeed = async (
  archive: SiteArchive,
  source: SiteSource | null,
  told: URL | undefined,
): Promise<string> => {
  const { settings, versions } = archive;
  const site = siteAddress(told, settings);
  const addressOf = (path: string): string => toWholeAddress(path, 'vi', site) ?? toAddress(path);
  const idOf = async (path: string): Promise<string> =>
    toWholeAddress(path, 'vi', site) ?? `urn:uuid:${await nameUuid(`${settings.name}\n${path}`)}`;
  const toEntry = async ({ record, opening }: SiteArticle): Promise<FeedEntry> => {
    const path = `/bai/${record.id}/`;
    const former = (versions.get(record.id) ?? []).map(({ article }) => article.record);
    const byline = [...record.authors, ...(record.organisation === null ? [] : [record.organisation])];
    return {
      id: await idOf(path),
      title: record.titleSupplied ? `[${record.title}]` : record.title,
      address: addressOf(path),
      original: record.url,
      published: record.publishedAt === null ? null : firstInstant(record.publishedAt),
      updated: changedInstant(record, former) ?? unknownInstant,
      language: record.language,
      authors: byline.length > 0 ? byline : [sourceName(archive, record.source)],
      section: record.section,
      summary: record.lead ?? opening,
    };
  };
  const articles = (source ?? archive).articles.slice(0, feedSize);
  const entries = await Promise.all(articles.map(toEntry));
  const page = source === null ? '/' : `/nguon/${source.id}/`;
  return printFeed({
    id: await idOf(page),
    title: source === null ? settings.name : doorWords('vi').sourceFeed(source.name, settings.name),
    subtitle: settingText(source === null ? settings.description : source.description, 'vi'),
    rights: settingText(settings.rights, 'vi'),
    language: 'vi',
    self: addressOf(feedPath(source?.id ?? null)),
    page: addressOf(page),
    icon: addressOf('/icon.svg'),
    updated: latestInstant(entries.map(({ updated }) => updated)) ?? unknownInstant,
    entries,
  });
};
