import { toTokens, type Token } from '../text/tokens.ts';
import type { SearchedBlock } from './searched-blocks.ts';

/** Slots that a title, then kicker and lead, then a whole article take are multiples of these: so the table of all articles packs well. */
export const titleStep = 4;
export const leadStep = 8;
export const articleStep = 64;

/** An article's words by slot, null between two blocks, and how many slots its title, and its title, kicker and lead, take. */
export interface ArticleSlots {
  readonly slots: readonly (Token | null)[];
  readonly titleEnd: number;
  readonly leadEnd: number;
}

/** Numbers the words of an article's blocks, which stand in the order that `searchedBlocks` gives. */
export const toArticleSlots = (blocks: readonly SearchedBlock[]): ArticleSlots => {
  const slots: (Token | null)[] = [];
  const fill = (from: number, step: number): number => {
    while ((slots.length - from) % step !== 0) slots.push(null);
    return slots.length;
  };
  const take = (texts: readonly SearchedBlock[]): void => {
    for (const { text } of texts) {
      for (const token of toTokens(text)) slots.push(token);
      slots.push(null);
    }
  };
  take(blocks.filter(({ kind }) => kind === 'title'));
  const titleEnd = fill(0, titleStep);
  take(blocks.filter(({ kind }) => kind === 'kicker' || kind === 'lead'));
  const leadEnd = fill(titleEnd, leadStep);
  take(blocks.filter(({ kind }) => kind === 'text'));
  fill(0, articleStep);
  return { slots, titleEnd, leadEnd };
};
