import type { ArticleSlots } from './article-slots.ts';
import type { Token } from '../text/tokens.ts';
import type { Zone } from './postings.ts';

/** An article's words by slot, as numbers of `ShardWords.tokens`; -1 where none stands. */
export interface ArticleWords {
  readonly slots: Int32Array;
  readonly titleEnd: number;
  readonly leadEnd: number;
}

/** The words of a shard's articles, each held once: all articles' tokens themselves would not fit in memory. */
export interface ShardWords {
  /** Words that differ, by exact key or by the joint to the next. */
  readonly tokens: readonly Pick<Token, 'key' | 'folded' | 'joint'>[];
  /** By a word's number the number of its exact key. */
  readonly keyOf: readonly number[];
  /** By a key's number how many articles have it. */
  readonly articlesWith: readonly number[];
  readonly articles: readonly ArticleWords[];
  readonly add: (article: ArticleSlots) => void;
}

/** Gathers words, article by article. */
export const createShardWords = (): ShardWords => {
  const tokens: Pick<Token, 'key' | 'folded' | 'joint'>[] = [];
  const keyOf: number[] = [];
  const articlesWith: number[] = [];
  const articles: ArticleWords[] = [];
  const numbers = new Map<string, number>();
  const keys = new Map<string, number>();
  const numberOf = ({ key, folded, joint }: Token): number => {
    const name = joint === '' ? key : `${key} ${joint}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const ownKey = keys.get(key) ?? keys.size;
    keys.set(key, ownKey);
    articlesWith[ownKey] ??= 0;
    numbers.set(name, tokens.length);
    keyOf.push(ownKey);
    return tokens.push({ key, folded, joint }) - 1;
  };
  return {
    tokens,
    keyOf,
    articlesWith,
    articles,
    add({ slots, titleEnd, leadEnd }) {
      const words = Int32Array.from(slots, (token) => (token === null ? -1 : numberOf(token)));
      for (const key of new Set(Array.from(words, (word) => keyOf[word] ?? -1))) {
        if (key >= 0) articlesWith[key] = (articlesWith[key] ?? 0) + 1;
      }
      articles.push({ slots: words, titleEnd, leadEnd });
    },
  };
};

/** The first slot of each key in an article, by the key's number. */
export const firstSlots = ({ keyOf }: ShardWords, { slots }: ArticleWords): Map<number, number> => {
  const first = new Map<number, number>();
  for (const [slot, word] of slots.entries()) {
    const key = keyOf[word];
    if (key !== undefined && !first.has(key)) first.set(key, slot);
  }
  return first;
};

/** The part of an article that a slot is in. */
export const zoneOfSlot = ({ titleEnd, leadEnd }: ArticleWords, slot: number): Zone => {
  if (slot < titleEnd) return 'title';
  return slot < leadEnd ? 'lead' : 'text';
};
