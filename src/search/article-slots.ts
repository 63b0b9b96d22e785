import { toTokens, type Token } from '../text/tokens.ts';
import type { SearchedBlock } from './searched-blocks.ts';

/** An article's words by slot, null between two blocks, and how many slots its title, and its title, kicker and lead, take. */
export interface ArticleSlots {
  readonly slots: readonly (Token | null)[];
  readonly titleEnd: number;
  readonly leadEnd: number;
}

/** Numbers the words of an article's blocks, which stand in the order that `searchedBlocks` gives. */
export const toArticleSlots = (blocks: readonly SearchedBlock[]): ArticleSlots => {
  const slots: (Token | null)[] = [];
  let titleEnd = 0;
  let leadEnd = 0;
  for (const { kind, text } of blocks) {
    for (const token of toTokens(text)) slots.push(token);
    slots.push(null);
    if (kind === 'title') titleEnd = slots.length;
    if (kind !== 'text') leadEnd = slots.length;
  }
  return { slots, titleEnd, leadEnd };
};

/** The first slot of each exact key. */
export const firstSlotsByKey = (slots: ArticleSlots['slots']): Map<string, number> => {
  const first = new Map<string, number>();
  for (const [slot, token] of slots.entries()) {
    if (token !== null && !first.has(token.key)) first.set(token.key, slot);
  }
  return first;
};
