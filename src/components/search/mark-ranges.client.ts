import type { TextRange } from '../../search/mark-text.ts';

/** What holds one block of text. */
export const blockNames = 'p, h1, h2, h3, h4, h5, h6, li, td, th, blockquote, figcaption, dt, dd, pre';

/** The text of one block as the nodes that hold it; a match never runs from one block into another. */
export type BlockText = readonly Text[];

/** The blocks of a part of the page, in the order of its text. */
export const textBlocks = (part: Element): BlockText[] => {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const blocks = new Map<Element | null, Text[]>();
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const block = node.parentElement?.closest(blockNames) ?? null;
    const known = blocks.get(block);
    if (known === undefined) blocks.set(block, [node]);
    else known.push(node);
  }
  return [...blocks.values()];
};

/** A block's text as one string, by which its ranges count. */
export const blockString = (block: BlockText): string => block.map(({ data }) => data).join('');

/** Puts `<mark>` around the part of a text node between two of its offsets. */
const wrap = (node: Text, start: number, end: number): HTMLElement => {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  const mark = document.createElement('mark');
  range.surroundContents(mark);
  return mark;
};

/**
 * Marks ranges of a block's text. A range that runs through several nodes (a link, emphasis) gets one `<mark>` in each;
 * they come back together, in the order of the text.
 */
export const markRanges = (block: BlockText, ranges: readonly TextRange[]): HTMLElement[][] => {
  let length = 0;
  const pieces = block.map((node) => {
    const start = length;
    length += node.data.length;
    return { node, start };
  });
  const groups = ranges.map((): HTMLElement[] => []);
  // From the end, so that offsets before a mark stay true while its node is cut.
  for (const { node, start } of pieces.toReversed()) {
    const end = start + node.data.length;
    for (const [index, range] of [...ranges.entries()].toReversed()) {
      if (range.end <= start || range.start >= end) continue;
      const from = Math.max(range.start, start) - start;
      const to = Math.min(range.end, end) - start;
      groups[index]?.unshift(wrap(node, from, to));
    }
  }
  return groups.filter((group) => group.length > 0);
};

/** Takes marks away and joins the text that they had cut. */
export const dropMarks = (groups: readonly (readonly HTMLElement[])[]): void => {
  for (const mark of groups.flat()) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
};
