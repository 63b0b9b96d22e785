import type { Article } from '../../src/article/article.ts';
import { foldText } from '../../src/text/fold-text.ts';

/** An article's searched text in blocks: title, kicker, lead, then the rest; written again here, apart from the index's own. */
export const blockTexts = ({ title, kicker, lead, body }: Article): string[] =>
  [
    title,
    kicker ?? '',
    lead ?? '',
    ...body.flatMap((block) => {
      if (block.type === 'list') return block.items;
      return block.type === 'table' ? block.rows.flat() : [block.text];
    }),
  ].filter((text) => text !== '');

/** The words of a text or query, folded: what a library without folding of its own is given. */
export const foldedWords = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** What libraries are given of an article, as three fields. */
export const toFields = (article: Article): { title: string; lead: string; text: string } => ({
  title: article.title,
  lead: [article.kicker ?? '', article.lead ?? ''].filter((text) => text !== '').join('\n'),
  text: blockTexts({ ...article, kicker: null, lead: null })
    .slice(1)
    .join('\n'),
});
