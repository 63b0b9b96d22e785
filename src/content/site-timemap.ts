import type { ArticleRecord } from '../article/article.ts';
import type { CaptureRecord } from '../article/capture-record.ts';
import { releasedCapturePath } from '../article/snapshot-record.ts';
import { toAddress, toWholeAddress } from './address.ts';
import { siteAddress } from './site-address.ts';
import type { SiteArchive, SiteArticle } from './site-archive.ts';
import { printTimeMap, type Memento } from './timemap.ts';
import { versionInstants } from './version-instants.ts';

export const timeMapPath = (id: string): string => `/bai/${id}/ban-chup.wlnk`;

const recordsOf = (archive: SiteArchive, { record }: SiteArticle): ArticleRecord[] => [
  ...(archive.versions.get(record.id) ?? []).map(({ article }) => article.record),
  record,
];

/** Each capture of an article, its former versions' too, once. */
const capturesOf = (records: readonly ArticleRecord[]): CaptureRecord[] => [
  ...new Map(
    records
      .flatMap(({ captures }) => captures)
      .map((capture) => [`${capture.sha256} ${capture.capturedAt}`, capture]),
  ).values(),
];

const originalOf = ({ url, captures }: ArticleRecord): string | null =>
  url ?? captures.find((capture) => /^https?:/.test(capture.url ?? ''))?.url ?? null;

/** Whether an article has a TimeMap: where it has several captures of a known address. One alone is told by its page. */
export const hasTimeMap = (archive: SiteArchive, article: SiteArticle): boolean =>
  originalOf(article.record) !== null && capturesOf(recordsOf(archive, article)).length > 1;

/**
 * The TimeMap of an article: the page of each version, at the instant when its text was first captured, and in a release the WARC
 * of each capture. Null for an article that has none.
 */
export const printSiteTimeMap = (
  archive: SiteArchive,
  article: SiteArticle,
  told: URL | undefined,
): string | null => {
  const original = originalOf(article.record);
  if (original === null || !hasTimeMap(archive, article)) return null;
  const site = siteAddress(told, archive.settings);
  const addressOf = (path: string): string => toWholeAddress(path, 'vi', site) ?? toAddress(path);
  const { id } = article.record;
  const records = recordsOf(archive, article);
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
