import { isTag, type Element } from 'domhandler';
import type { Block } from '../article/block.ts';
import { normaliseLine } from '../text/normalise-text.ts';
import { findCredit } from './credit.ts';
import { isCalledCaption } from './page-furniture.ts';
import { elementsIn, namesOf, textOf } from './page-tree.ts';

/** A caption is no longer than this. */
export const maxCaptionLength = 600;

/** Cells longer than this are a layout, not a table. */
const maxCellLength = 300;

export const toFigure = (caption: string, alt: string | null): Block => ({
  type: 'figure',
  image: alt === null || alt === '' ? null : { src: null, alt },
  text: caption,
  credit: findCredit(caption),
});

/** The cells of a table, row by row, empty rows aside. */
export const rowsOf = (table: Element): string[][] =>
  [...elementsIn(table)]
    .filter(({ name }) => name === 'tr')
    .map((row) =>
      row.children
        .filter((cell): cell is Element => isTag(cell) && /^t[dh]$/.test(cell.name))
        .map((node) => textOf(node)),
    )
    .filter((row) => row.some((cell) => cell !== ''));

/** Whether a table shows data; else it is a layout, or holds a picture. */
export const isDataTable = (table: Element, rows: readonly string[][]): boolean =>
  rows.length >= 2 &&
  rows.filter((row) => row.length >= 2).length * 2 > rows.length &&
  rows.flat().every((cell) => cell.length <= maxCellLength) &&
  ![...elementsIn(table)].some(({ name }) => name === 'table' || name === 'img' || name === 'h1');

/** The alternative text of the first picture, perhaps empty; null where there is none. */
export const pictureIn = (element: Element): string | null => {
  const image = [...elementsIn(element)].find(({ name }) => name === 'img');
  return image === undefined ? null : normaliseLine(image.attribs.alt ?? '');
};

/** The caption in a figure: what is called one, else all its words. */
export const captionIn = (element: Element): string => {
  const captions = [...elementsIn(element)].filter(isCalledCaption);
  const outer = captions.find(({ name }) => name === 'figcaption') ?? captions[0];
  return textOf(outer ?? element);
};

/** Whether an element is a figure: by its kind, or because it holds but a picture and a few words. */
export const isFigure = (element: Element): boolean => {
  if (element.name === 'figure') return true;
  const isWrapper =
    element.name === 'table' ||
    /(?:wp-caption|VCSortable|img-?wrap|image-?box|photo)/iu.test(namesOf(element));
  return (
    isWrapper &&
    pictureIn(element) !== null &&
    textOf(element, maxCaptionLength).length <= maxCaptionLength &&
    rowsOf(element).every((row) => row.length <= 1)
  );
};
