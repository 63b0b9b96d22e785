import type { ArticleRecord } from '../article/article.ts';

/**
 * When each version of an article was captured, the former ones first: by the first of its captures that no version before
 * it has, as later versions carry the captures of earlier ones. Null for a version without captures.
 */
export const versionInstants = (
  versions: readonly Pick<ArticleRecord, 'captures'>[],
): readonly (string | null)[] => {
  const seen = new Set<string>();
  return versions.map(({ captures }) => {
    const own = captures.find(({ sha256 }) => !seen.has(sha256)) ?? captures.at(-1);
    for (const { sha256 } of captures) seen.add(sha256);
    return own?.capturedAt ?? null;
  });
};
