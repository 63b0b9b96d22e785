import type { SiteArticle, SiteVersion } from './site-archive.ts';

/** A version with the one before it, and the one after. */
export interface VersionPair {
  /** Null for the first version. */
  readonly change: {
    readonly before: SiteArticle;
    readonly after: SiteArticle;
    readonly beforeNumber: number;
    readonly afterNumber: number;
  } | null;
  /** Where the changes made after it are told; null for the newest version. */
  readonly next: { readonly number: number; readonly path: string } | null;
}

/** `former` is the whole list, the oldest first; `version` the number of one of them, or null for the newest. */
export const versionPair = (
  former: readonly SiteVersion[],
  newest: SiteArticle,
  version: number | null,
): VersionPair => {
  const at = version === null ? former.length : former.findIndex((one) => one.version === version);
  const numberAt = (place: number): number => former[place]?.version ?? (former.at(-1)?.version ?? 0) + 1;
  const before = former[at - 1];
  const { id } = newest.record;
  const page = at + 1 < former.length ? `phien-ban-${numberAt(at + 1)}/` : '';
  return {
    change:
      before === undefined
        ? null
        : {
            before: before.article,
            after: former[at]?.article ?? newest,
            beforeNumber: before.version,
            afterNumber: numberAt(at),
          },
    next: version === null ? null : { number: numberAt(at + 1), path: `/bai/${id}/${page}#thay-doi` },
  };
};
