import type { ArticleRecord } from '../article/article.ts';
import { foldText } from '../text/fold-text.ts';
import { normaliseLine } from '../text/normalise-text.ts';
import { toTokens } from '../text/tokens.ts';
import { distinctSlugs } from './distinct-slugs.ts';

/** Articles that share a value, such as a cited document. */
export interface Group<T> {
  /** As most of its articles print it. */
  readonly name: string;
  /** What names of this group have in common. */
  readonly key: string;
  readonly slug: string;
  readonly articles: readonly T[];
}

/**
 * Names are one group where search takes them for one: whatever their case, and wherever the tone of a syllable was put
 * (`Sức khoẻ`, `Sức khỏe`). `folded`, where only their marks differ, too.
 */
export const groupKey = (name: string, folded: boolean): string => {
  if (folded) return foldText(normaliseLine(name)).replace(/\s+/g, '');
  const keys = toTokens(name).map(({ key }) => key);
  return keys.length === 0 ? normaliseLine(name).toLowerCase() : keys.join(' ');
};

const commonest = (counts: ReadonlyMap<string, number>): string =>
  [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];

/** Groups in Vietnamese order of their names; within one, articles stay in the order given. */
export const groupArticles = <T extends { readonly record: ArticleRecord }>(
  articles: readonly T[],
  valuesOf: (record: ArticleRecord) => readonly string[],
  folded: boolean,
): Group<T>[] => {
  const groups = new Map<string, { names: Map<string, number>; articles: T[] }>();
  for (const article of articles) {
    const seen = new Set<string>();
    for (const name of valuesOf(article.record)) {
      const key = groupKey(name, folded);
      if (seen.has(key)) continue;
      seen.add(key);
      const group = groups.get(key) ?? { names: new Map<string, number>(), articles: [] };
      group.names.set(name, (group.names.get(name) ?? 0) + 1);
      group.articles.push(article);
      groups.set(key, group);
    }
  }
  const slugs = distinctSlugs([...groups].map(([key, { names }]) => ({ key, text: commonest(names) })));
  const order = new Intl.Collator('vi', { numeric: true });
  return [...groups]
    .map(([key, group]) => ({
      name: commonest(group.names),
      key,
      slug: slugs.get(key) ?? '',
      articles: group.articles,
    }))
    .sort((a, b) => order.compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1));
};
