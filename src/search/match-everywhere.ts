import type { Token } from '../text/tokens.ts';
import type { Part } from './plan-parts.ts';
import type { Comparison } from './plan-query.ts';
import { articlesOf, inBoth, type PostingsSource, type Word } from './postings.ts';
import type { MatchedPart } from './rank-answers.ts';

/** So few articles are read rather than a common word looked up: most of them will be shown, and are fetched for that anyway. */
const fewArticles = 12;
/** The most that are read, however much it would spare. */
const mostArticles = 60;
/** About how many bytes a look-up fetches for each article that has the word. */
const bytesOfPosting = 2;

/** The word of a part that is no more than one, and how it is compared. */
const singleWord = ({ pieces, others }: Part): { word: Token; by: Comparison } | null => {
  const [piece] = pieces;
  const [word] = piece?.tokens ?? [];
  const isSingle = others.length === 0 && pieces.length === 1 && piece?.tokens.length === 1;
  return isSingle && word !== undefined ? { word, by: piece.by } : null;
};

/** The first slot of each reading of a word in an article's text, as the index has it. */
const firstSlots = (
  slots: readonly (Word | null)[],
  { word, by }: { word: Word; by: Comparison },
): number[] => {
  const seen = new Set<string>();
  return [...slots.keys()].filter((slot) => {
    const here = slots[slot] ?? null;
    if (here === null || (by === 'exact' ? here.key !== word.key : here.folded !== word.folded)) return false;
    if (seen.has(here.key)) return false;
    seen.add(here.key);
    return true;
  });
};

/**
 * Matches parts that an article must all have, the rarest first: runs and words that no list of common ones has, then the words by
 * how many articles have them. When so few articles are left that reading them costs less than looking up the words that are left,
 * their texts tell. Gives
 * the parts in their own order, and the articles, ascending, that have all of them.
 */
export const matchEverywhere = async (
  source: PostingsSource,
  parts: readonly Part[],
  matchPart: (part: Part) => Promise<MatchedPart>,
  isWanted: (article: number) => boolean,
): Promise<{ matched: readonly MatchedPart[]; articles: readonly number[] }> => {
  const weighed = await Promise.all(
    parts.map(async (part, at) => {
      const single = singleWord(part);
      const having = single === null ? null : await source.articlesWith(single.word, single.by);
      return { part, at, single, having };
    }),
  );
  const matched: MatchedPart[] = [];
  const left: { articles: readonly number[] | null } = { articles: null };
  const take = (at: number, one: MatchedPart): void => {
    matched[at] = one;
    left.articles =
      left.articles === null ? one.articles.filter(isWanted) : inBoth(left.articles, one.articles);
  };
  const rare = weighed.filter(({ having }) => having === null);
  const found = await Promise.all(rare.map(({ part }) => matchPart(part)));
  for (const [i, { at }] of rare.entries()) if (found[i] !== undefined) take(at, found[i]);
  const common = weighed.flatMap(({ having, ...one }) => (having === null ? [] : [{ ...one, having }]));
  let postings = common.reduce((sum, { having }) => sum + having, 0);
  for (const { part, at, single, having } of common.sort((a, b) => a.having - b.having)) {
    const few = left.articles;
    const spared = (postings * bytesOfPosting) / source.articleBytes();
    postings -= having;
    const worth = Math.min(mostArticles, Math.max(fewArticles, spared));
    if (few !== null && few.length <= worth && single !== null) {
      const read = few.map(async (article) => {
        const slots = await source.slotsOf(article);
        return firstSlots(slots, single).map((slot) =>
          source.placeOf(article, slot, slots[slot] ?? single.word),
        );
      });
      const places = (await Promise.all(read)).flat().sort((a, b) => a - b);
      take(at, { pieces: part.pieces, places, articles: articlesOf(places), having });
    } else take(at, await matchPart(part));
  }
  const articles = left.articles ?? [];
  return articles.length === 0 ? { matched: [], articles } : { matched, articles };
};
