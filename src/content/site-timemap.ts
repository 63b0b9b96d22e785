import type { ArticleRecord } from '../article/article.ts';
import type { CaptureRecord } from '../article/capture-record.ts';
import { releasedCapturePath } from '../article/snapshot-record.ts';
import { toAddress, toWholeAddress } from './address.ts';
import { siteAddress } from './site-address.ts';
import type { SiteArchive, SiteArticle } from './site-archive.ts';
import { printTimeMap, type Memento } from './timemap.ts';
import { versionInstants } from './version-instants.ts';

export const timeMapPath = (id: string): string => `/bai/${id}/ban-chup.wlnk`;

/** Of all versions of an article, whichever of them is given; that of now comes last. */
const recordsOf = ({ versions, byId }: SiteArchive, { record }: SiteArticle): ArticleRecord[] => [
  ...(versions.get(record.id) ?? []).map(({ article }) => article.record),
  byId.get(record.id)?.record ?? record,
];

/** Each capture of an article, its former versions' too, once. */
const capturesOf = (records: readonly ArticleRecord[]): CaptureRecord[] => [
  ...new Map(
    records
      .flatMap(({ captures }) => captures)
      .map((capture) => [`${capture.sha256} ${capture.capturedAt}`, capture]),
  ).values(),
];

const originalOf = (records: readonly ArticleRecord[]): string | null =>
  records.at(-1)?.url ?? capturesOf(records).find(({ url }) => /^https?:/.test(url ?? ''))?.url ?? null;

/** Whether an article has a TimeMap: where it has several captures of a known address. One alone is told by its page. */
export const hasTimeMap = (archive: SiteArchive, article: SiteArticle): boolean => {
  const records = recordsOf(archive, article);
  return capturesOf(records).length > 1 && originalOf(records) !== null;
};

/**
 * The TimeMap of an article: the page of each version, at the instant when its text was first captured, and in a release the WARC
 * of each capture. Null for an article that has none.
 */
export const printSiteTimeMap = (
  archive: SiteArchive,
  article: SiteArticle,
  told: URL | undefined,
): string | null => {
  const records = recordsOf(archive, article);
  const original = originalOf(records);
  if (original === null || !hasTimeMap(archive, article)) return null;
  const site = siteAddress(told, archive.settings);
  const addressOf = (path: string): string => toWholeAddress(path, 'vi', site) ?? toAddress(path);
  const { id } = article.record;
  const pages = versionInstants(records).map((instant, i): Memento | null => {
    const path = i === records.length - 1 ? `/bai/${id}/` : `/bai/${id}/phien-ban-${i + 1}/`;
    return instant === null ? null : { address: addressOf(path), instant, type: 'text/html' };
  });
  const files = archive.isRelease
    ? capturesOf(records).map(({ sha256, capturedAt }): Memento => ({
        address: addressOf(`/${releasedCapturePath(sha256)}`),
        instant: capturedAt,
        type: 'application/warc',
      }))
    : [];
  return printTimeMap({
    original,
    self: addressOf(timeMapPath(id)),
    mementos: [...pages.filter((page) => page !== null), ...files],
  });
};
