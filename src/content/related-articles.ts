import type { ArticleRecord } from '../article/article.ts';
import { foldText } from '../text/fold-text.ts';
import { findNearTexts } from '../text/near-texts.ts';

/** Other articles with the text of one, or nearly so; the nearest first. */
export interface RelatedArticles<T> {
  /** From other sources, word for word but for a line or so. */
  readonly alsoPublished: readonly T[];
  readonly near: readonly T[];
}

interface Text {
  readonly record: ArticleRecord;
  readonly markdown: string;
}

/** From this resemblance on, an article of another source is the same one, published there too. */
const minResemblanceOfSame = 0.9;

/** No article lists more of either. */
const maxListed = 10;

/** The words of a text, without those of its Markdown. */
const wordsOf = ({ record, markdown }: Text): string =>
  `${record.lead ?? ''}\n${markdown.replace(/^:::.*$/gm, '').replaceAll(':credit[', ' ')}`;

/** What texts have in common that are the same word for word, headline and all: however short, that is no chance. */
const wholeKey = (article: Text): string =>
  (foldText(`${article.record.title}\n${wordsOf(article)}`).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Articles of so few characters may be too short for `findNearTexts`. */
const shortText = 1000;

function* pairsOf<T extends Text>(articles: readonly T[]): Generator<[T, T, number], void, undefined> {
  const short = new Map<string, T[]>();
  for (const article of articles) {
    if (article.markdown.length >= shortText) continue;
    const key = wholeKey(article);
    const others = short.get(key) ?? [];
    for (const other of others.slice(-maxListed)) yield [other, article, 1];
    short.set(key, [...others, article]);
  }
  const textOf = (number: number): string => {
    const article = articles[number];
    return article === undefined ? '' : wordsOf(article);
  };
  for (const { a, b, resemblance } of findNearTexts(articles.length, textOf)) {
    const [one, other] = [articles[a], articles[b]];
    if (one !== undefined && other !== undefined) yield [one, other, resemblance];
  }
}

/**
 * What each article has in common with others, by its id; an article that has nothing is left out. Only links: an
 * article of another source is never taken for the same one.
 */
export const relateArticles = <T extends Text>(
  articles: readonly T[],
): ReadonlyMap<string, RelatedArticles<T>> => {
  const found = new Map<string, Map<T, number>>();
  const note = (article: T, other: T, resemblance: number): void => {
    const { id } = article.record;
    const others = found.get(id) ?? new Map<T, number>();
    others.set(other, resemblance);
    found.set(id, others);
  };
  for (const [one, other, resemblance] of pairsOf(articles)) {
    note(one, other, resemblance);
    note(other, one, resemblance);
  }
  const sourceOf = (id: string): string => id.slice(0, id.indexOf('/'));
  return new Map(
    [...found].map(([id, others]) => {
      const sorted = [...others].sort(([a, x], [b, y]) => y - x || (a.record.id < b.record.id ? -1 : 1));
      const isSame = ([other, resemblance]: [T, number]): boolean =>
        resemblance >= minResemblanceOfSame && other.record.source !== sourceOf(id);
      const listed = (chosen: readonly [T, number][]): T[] => chosen.slice(0, maxListed).map(([one]) => one);
      return [
        id,
        {
          alsoPublished: listed(sorted.filter(isSame)),
          near: listed(sorted.filter((one) => !isSame(one))),
        },
      ];
    }),
  );
};
