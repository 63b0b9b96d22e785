import type { Block } from '../article/block.ts';
import { normaliseText } from '../text/normalise-text.ts';
import { toPageBlocks } from './page-blocks.ts';
import { elementsIn, parsePage } from './page-tree.ts';

/** The text that a page gives for machines alone (`articleBody`), as paragraphs; it may be HTML, as a text or as it is. */
export const readDataBody = (articleBody: string): Block[] => {
  if (/<(?:p|div|br)\b/i.test(articleBody)) {
    const tree = parsePage(`<div>${articleBody}</div>`);
    const whole = tree === null ? undefined : elementsIn(tree)[0];
    return whole === undefined ? [] : toPageBlocks(whole).blocks.map(({ block }) => block);
  }
  return articleBody
    .split(/\s*\n\s*/)
    .map(normaliseText)
    .filter((text) => text !== '')
    .map((text) => ({ type: 'paragraph', text }));
};
