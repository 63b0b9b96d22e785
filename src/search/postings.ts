import type { Token } from '../text/tokens.ts';

import type { Comparison } from './plan-query.ts';

/**
 * A place is a word's number within its article (`slot`) and the article's, in one number, so that neighbours differ by
 * one and a sorted list of places is sorted by article. Between two blocks of an article one slot stays empty.
 */
export type Place = number;

/** More slots than any article has. */
const slotsPerArticle = 2 ** 20;

export const toPlace = (article: number, slot: number): Place => article * slotsPerArticle + slot;
export const articleOf = (place: Place): number => Math.floor(place / slotsPerArticle);
export const slotOf = (place: Place): number => place % slotsPerArticle;

/** What of a word a look-up needs. */
export type Word = Pick<Token, 'key' | 'folded'>;

/** Where in an article a place is; titles count for more than leads and kickers, those for more than text. */
export const zones = ['title', 'lead', 'text'] as const;
export type Zone = (typeof zones)[number];

/** One spelling of a folded word or pair, by whatever name tells it from the others, and its places, ascending. */
export interface FormPlaces {
  readonly form: string;
  readonly places: readonly Place[];
}

/** An index as the evaluation sees it. Articles are numbered from 0, the newest first, at equal date by id. */
export interface PostingsSource {
  readonly articles: number;
  /**
   * The first place of the word in each article that has it (of each of its readings, if folded), ascending; of a word that very many
   * have only the zone, by its first slot.
   */
  readonly wordPlaces: (word: Word, by: Comparison) => Promise<readonly Place[]>;
  /** Every place of the first word where the second follows it in the same block, by this joint; ascending. */
  readonly pairPlaces: (
    first: Word,
    second: Word,
    joint: string,
    by: Comparison,
  ) => Promise<readonly Place[]>;
  /** The same by folded keys, apart for each reading; a reading may come several times. */
  readonly wordForms: (word: Word) => Promise<readonly FormPlaces[]>;
  readonly pairForms: (first: Word, second: Word, joint: string) => Promise<readonly FormPlaces[]>;
  /** The exact keys that the archive has for a folded key, the commonest first. */
  readonly readings: (folded: string) => Promise<readonly string[]>;
  readonly zoneOf: (place: Place) => Zone;
  /** The place that `wordPlaces` tells of a word whose first slot in an article is this. */
  readonly placeOf: (article: number, slot: number, word: Word) => Place;
  /** About how many articles have the word; null where that is not known without a look-up, as of rare words. */
  readonly articlesWith: (word: Word, by: Comparison) => Promise<number | null>;
  /** About how many bytes it costs to read one article, the request itself being weighed as some. */
  readonly articleBytes: () => number;
  /** An article's words by slot, null where none stands. */
  readonly slotsOf: (article: number) => Promise<readonly (Word | null)[]>;
}

/** The articles of ascending places, each once, ascending. */
export const articlesOf = (places: readonly Place[]): number[] => {
  const articles: number[] = [];
  for (const place of places) {
    const article = articleOf(place);
    if (articles.at(-1) !== article) articles.push(article);
  }
  return articles;
};

/** What two ascending lists have in common. */
export const inBoth = (left: readonly number[], right: readonly number[]): number[] => {
  const both: number[] = [];
  let at = 0;
  for (const one of left) {
    while (at < right.length && (right[at] ?? 0) < one) at += 1;
    if (right[at] === one) both.push(one);
  }
  return both;
};

/** The places of each of some articles, in their order; both lists ascending. */
export const placesIn = (articles: readonly number[], places: readonly Place[]): Place[][] => {
  let at = 0;
  return articles.map((article) => {
    const [from, to] = [toPlace(article, 0), toPlace(article + 1, 0)];
    while (at < places.length && (places[at] ?? 0) < from) at += 1;
    const own: Place[] = [];
    for (; at < places.length && (places[at] ?? 0) < to; at += 1) own.push(places[at] ?? 0);
    return own;
  });
};

/** The places of `places` for which `others` has the place `shift` further on; both ascending. */
export const placesFollowed = (
  places: readonly Place[],
  others: readonly Place[],
  shift: number,
): readonly Place[] => {
  let at = 0;
  return places.filter((place) => {
    while (at < others.length && (others[at] ?? 0) < place + shift) at += 1;
    return others[at] === place + shift;
  });
};
