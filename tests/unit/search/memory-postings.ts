import { toArticleSlots } from '../../../src/search/article-slots.ts';
import {
  articleOf,
  slotOf,
  toPlace,
  type FormPlaces,
  type Place,
  type PostingsSource,
} from '../../../src/search/postings.ts';
import type { SearchedBlock } from '../../../src/search/searched-blocks.ts';

/** Postings of a few articles in memory; an article's number is its place in the list. */
export const memoryPostings = (archive: readonly (readonly SearchedBlock[])[]): PostingsSource => {
  const articles = archive.map(toArticleSlots);
  const places = (isHere: (article: number, slot: number) => boolean): Place[] =>
    articles.flatMap(({ slots }, article) =>
      [...slots.keys()].filter((slot) => isHere(article, slot)).map((slot) => toPlace(article, slot)),
    );
  const at = (article: number, slot: number) => articles[article]?.slots[slot] ?? null;
  /** Whether no earlier word of the article has the same exact key. */
  const isFirst = (article: number, slot: number): boolean => {
    const slots = articles[article]?.slots ?? [];
    return !slots.slice(0, slot).some((other) => other?.key === slots[slot]?.key);
  };
  const formsAt = (formAt: (article: number, slot: number) => string | null): Promise<FormPlaces[]> => {
    const forms = new Map<string, Place[]>();
    for (const place of places((article, slot) => formAt(article, slot) !== null)) {
      const form = formAt(articleOf(place), slotOf(place)) ?? '';
      forms.set(form, [...(forms.get(form) ?? []), place]);
    }
    return Promise.resolve([...forms].map(([form, own]) => ({ form, places: own })));
  };
  return {
    articles: articles.length,
    wordPlaces: (word, by) =>
      Promise.resolve(
        places((article, slot) => {
          const token = at(article, slot);
          const isWord = by === 'exact' ? token?.key === word.key : token?.folded === word.folded;
          return isWord && isFirst(article, slot);
        }),
      ),
    pairPlaces: (first, second, joint, by) =>
      Promise.resolve(
        places((article, slot) => {
          const [a, b] = [at(article, slot), at(article, slot + 1)];
          if (a === null || b === null || a.joint !== joint) return false;
          return by === 'exact'
            ? a.key === first.key && b.key === second.key
            : a.folded === first.folded && b.folded === second.folded;
        }),
      ),
    wordForms(word) {
      return formsAt((article, slot) => {
        const token = at(article, slot);
        return token?.folded === word.folded && isFirst(article, slot) ? token.key : null;
      });
    },
    pairForms(first, second, joint) {
      return formsAt((article, slot) => {
        const [a, b] = [at(article, slot), at(article, slot + 1)];
        const isPair = a?.folded === first.folded && b?.folded === second.folded && a.joint === joint;
        return isPair ? `${a.key} ${b.key}` : null;
      });
    },
    readings: (folded) => {
      const counts = new Map<string, number>();
      for (const token of articles.flatMap(({ slots }) => slots)) {
        if (token?.folded === folded) counts.set(token.key, (counts.get(token.key) ?? 0) + 1);
      }
      return Promise.resolve([...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key));
    },
    articlesWith: (word, by) =>
      Promise.resolve(
        // As of a real index, it is known of some words only.
        word.folded.length % 2 === 0
          ? null
          : articles.filter(({ slots }) =>
              slots.some((token) =>
                by === 'exact' ? token?.key === word.key : token?.folded === word.folded,
              ),
            ).length,
      ),
    placeOf: toPlace,
    articleBytes: () => 1,
    slotsOf: (article) => Promise.resolve(articles[article]?.slots ?? []),
    zoneOf: (place) => {
      const slot = place % 2 ** 20;
      const article = articles[Math.floor(place / 2 ** 20)];
      if (article === undefined) throw new Error(`no article at ${place}`);
      if (slot < article.titleEnd) return 'title';
      return slot < article.leadEnd ? 'lead' : 'text';
    },
  };
};

/** Texts as the blocks of an article, the first its title. */
export const asText = (texts: readonly string[]): SearchedBlock[] =>
  texts.map((text, i) => ({ kind: i === 0 ? 'title' : 'text', text }));
