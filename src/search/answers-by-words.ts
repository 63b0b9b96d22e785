import type { Token } from '../text/tokens.ts';
import type { Piece } from './match-piece.ts';
import type { Part } from './plan-parts.ts';
import { articlesOf, inBoth, toPlace, type Place, type PostingsSource, type Word } from './postings.ts';
import type { MatchedPart } from './rank-answers.ts';

/** So few articles are read rather than a common word looked up: most of them will be shown, and are fetched for that anyway. */
const fewArticles = 12;

const singleWord = ({ pieces, others }: Part): { word: Token; piece: Piece } | null => {
  const [piece] = pieces;
  const [word] = piece?.tokens ?? [];
  const isSingle = others.length === 0 && pieces.length === 1 && piece?.tokens.length === 1;
  return isSingle && word !== undefined ? { word, piece } : null;
};

/** The first slot of each reading of a word in an article's text, as the index has it. */
const firstSlots = (
  slots: readonly (Word | null)[],
  { word, by }: { word: Word; by: Piece['by'] },
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
 * Matches parts that an article must all have, the rarest first: those that no list of common words has, then the words by how
 * many articles have them. When few articles are left, their texts tell whether they have the words not yet looked up. Gives
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
      const having = single === null ? null : await source.articlesWith(single.word, single.piece.by);
      return { part, at, single, having };
    }),
  );
  weighed.sort((a, b) => (a.having ?? -1) - (b.having ?? -1));
  const matched: MatchedPart[] = [];
  let left: readonly number[] | null = null;
  for (const { part, at, single, having } of weighed) {
    if (left !== null && left.length <= fewArticles && single !== null && having !== null) {
      const places: Place[] = [];
      for (const article of left) {
        const slots = await source.slotsOf(article);
        const found = firstSlots(slots, { word: single.word, by: single.piece.by });
        places.push(...found.map((slot) => toPlace(article, slot)));
      }
      left = articlesOf(places);
      matched[at] = { pieces: part.pieces, places, articles: left, having };
    } else {
      const one = await matchPart(part);
      matched[at] = one;
      left = left === null ? one.articles.filter(isWanted) : inBoth(left, one.articles);
    }
    if (left.length === 0) return { matched: [], articles: [] };
  }
  return { matched, articles: left ?? [] };
};
