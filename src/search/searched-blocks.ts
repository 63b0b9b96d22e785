import type { Article } from '../article/article.ts';
import { blockTexts } from '../article/block-texts.ts';

/** A stretch of an article's searched text; no match runs across two. */
export interface SearchedBlock {
  readonly kind: 'title' | 'kicker' | 'lead' | 'text';
  readonly text: string;
}

/** What of an article is searched, in the order title, kicker, lead, text; empty ones left out. */
export const searchedBlocks = (
  article: Pick<Article, 'title' | 'kicker' | 'lead' | 'body'>,
): SearchedBlock[] => {
  const blocks: SearchedBlock[] = [
    { kind: 'title', text: article.title },
    { kind: 'kicker', text: article.kicker ?? '' },
    { kind: 'lead', text: article.lead ?? '' },
    ...article.body.flatMap(blockTexts).map((text) => ({ kind: 'text' as const, text })),
  ];
  return blocks.filter(({ text }) => text !== '');
};
