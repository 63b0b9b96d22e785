import type { Article } from './article.ts';
import { captionWithoutCredit, type Block } from './block.ts';

/** A block as `khobao show --json` tells it. `text` is whole: items of a list and rows of a table by line, cells by tab. */
export interface ShownBlock {
  readonly type: Block['type'];
  readonly text: string;
  readonly caption?: string;
  readonly credit?: string | null;
  readonly [more: string]: unknown;
}

const toShownBlock = (block: Block): ShownBlock => {
  switch (block.type) {
    case 'list':
      return { ...block, text: block.items.join('\n') };
    case 'table':
      return { ...block, text: block.rows.map((row) => row.join('\t')).join('\n') };
    case 'figure':
      return { ...block, caption: captionWithoutCredit(block) };
    default:
      return block;
  }
};

/** An article as `khobao show --json` tells it; `versions` counts the current version too. */
export const toShownArticle = (article: Article, versions: number) => {
  const { withdrawn, captures, body, ...record } = article;
  return {
    ...record,
    body: body.map(toShownBlock),
    captures,
    versions,
    status: withdrawn === null ? 'published' : 'withdrawn',
    withdrawn,
  } as const;
};
