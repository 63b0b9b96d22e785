import type { TextRange } from '../../search/mark-text.ts';

/** The pieces of one block's text: each text node with the offset at which it begins. */
const textPieces = (block: Element): { node: Text; start: number }[] => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const pieces: { node: Text; start: number }[] = [];
  let start = 0;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    pieces.push({ node, start });
    start += node.data.length;
  }
  return pieces;
};

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
export const markRanges = (block: Element, ranges: readonly TextRange[]): HTMLElement[][] => {
  const pieces = textPieces(block);
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
