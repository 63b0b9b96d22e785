/**
 * Articles whose titles give the same slug are told apart by their captures' hashes: `-` and eight digits. Who gets such a
 * suffix must not depend on the order of import, so articles are compared by their *stem*: the id cut to what is left when a
 * suffix is added, whether or not it has one. As soon as two unpublished articles share a stem, both carry suffixes.
 */
import { maxSlugLength } from '../text/slug.ts';
import type { ArticleId } from '../article/article-id.ts';

const suffixLength = 8;
const maxStemLength = maxSlugLength - suffixLength - 1;

const cutAtWord = (slug: string): string => {
  if (slug.length <= maxStemLength) return slug;
  const cut = slug.slice(0, maxStemLength + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : cut.slice(0, maxStemLength);
};

const withSlug = (id: ArticleId, change: (slug: string) => string): ArticleId => {
  const at = id.lastIndexOf('/') + 1;
  return id.slice(0, at) + change(id.slice(at));
};

/** Whether an id carries the suffix of one of these captures. */
export const hasSuffix = (id: ArticleId, sha256s: readonly string[]): boolean =>
  sha256s.some((sha256) => id.endsWith(`-${sha256.slice(0, suffixLength)}`));

/** The stem of an id; `sha256s` are the article's captures, by which a suffix is recognised. */
export const stemOf = (id: ArticleId, sha256s: readonly string[]): string =>
  withSlug(id, (slug) => {
    const bare = hasSuffix(id, sha256s) ? slug.slice(0, -suffixLength - 1) : slug;
    return cutAtWord(bare);
  });

/** The id of a stem with the suffix of a capture. */
export const suffixedId = (stem: string, sha256: string): ArticleId =>
  `${stem}-${sha256.slice(0, suffixLength)}`;
