import type { Block } from './block.ts';

/** The texts of a block: one, or those of its list items or table cells in order; some may be empty. */
export const blockTexts = (block: Block): readonly string[] => {
  switch (block.type) {
    case 'list':
      return block.items;
    case 'table':
      return block.rows.flat();
    default:
      return [block.text];
  }
};
