import { isTag, type Element } from 'domhandler';
import type { Block } from '../article/block.ts';
import { maxCaptionLength, toFigure } from './page-figures.ts';
import { picturesIn, type PagePicture } from './page-pictures.ts';
import { elementsIn, textOf } from './page-tree.ts';
import { addLoose, type WaitingPictures } from './waiting-pictures.ts';

/** A row holds pictures or a caption, not both. */
interface PictureRow {
  readonly pictures: readonly PagePicture[];
  readonly text: string;
}

const isCell = (node: Element['children'][number]): boolean => isTag(node) && /^t[dh]$/.test(node.name);

/** With fewer captions, a table is one figure. */
const minCaptions = 2;

/** The rows of a table in which pictures stand one below another, each above a caption of its own; null where it is none. */
const rowsOfPictures = (table: Element): PictureRow[] | null => {
  if (table.name !== 'table') return null;
  const inner = elementsIn(table);
  if (inner.some(({ name }) => name === 'table')) return null;
  if (inner.filter(({ name }) => name === 'img').length < minCaptions) return null;
  const rows = inner.filter(({ name }) => name === 'tr');
  if (rows.some((row) => row.children.filter(isCell).length > 1)) return null;
  const read = rows
    .map((row) => ({ pictures: picturesIn(row), text: textOf(row, maxCaptionLength + 1) }))
    .filter(({ pictures, text }) => pictures.length > 0 || text !== '');
  const captions = read.filter(({ text }) => text !== '');
  const isParted = captions.every(
    ({ pictures, text }) => pictures.length === 0 && text.length <= maxCaptionLength,
  );
  const isBelow = read[0]?.text === '';
  return isParted && isBelow && captions.length >= minCaptions ? read : null;
};

/** Whether an element is a table of several pictures, each with its caption below it. */
export const isPictureTable = (element: Element): boolean => rowsOfPictures(element) !== null;

/**
 * The figures of a table of pictures, in order.
 * @param loose takes the pictures that have no caption
 * @param onFigure is told each figure
 */
export const readPictureTable = (
  table: Element,
  loose: WaitingPictures,
  onFigure: (figure: Block, caption: string) => void,
): void => {
  let waiting: PagePicture[] = [];
  const loosen = (): void => {
    for (const picture of waiting) addLoose(loose, picture);
    waiting = [];
  };
  for (const { pictures, text } of rowsOfPictures(table) ?? []) {
    waiting.push(...pictures);
    if (text === '') continue;
    const shown = waiting.pop() ?? null;
    loosen();
    onFigure(toFigure(text, shown), text);
  }
  loosen();
};
