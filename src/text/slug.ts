import { foldText } from './fold-text.ts';

/** The longest slug, in characters. */
export const maxSlugLength = 80;

/** Last parts of the site's own addresses; an article with such a slug could shadow one. */
const reserved = new Set(['index', 'undated', 'en', '404', 'phien-ban', 'page', 'trang']);

/**
 * A slug from text: ASCII letters and digits of the folded text joined by hyphens, at most 80 characters, cut at a
 * word. Never empty: text without a Latin letter or digit gives `bai`. Reserved names get `bai-` before them.
 */
export const toSlug = (text: string): string => {
  const words = foldText(text).match(/[a-z0-9]+/g) ?? [];
  let slug = '';
  for (const word of words) {
    const next = slug === '' ? word : `${slug}-${word}`;
    if (next.length > maxSlugLength) break;
    slug = next;
  }
  if (slug === '') slug = (words[0] ?? 'bai').slice(0, maxSlugLength);
  return reserved.has(slug) ? `bai-${slug}` : slug;
};
