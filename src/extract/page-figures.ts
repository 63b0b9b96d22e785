import { isTag, type Element } from 'domhandler';
import type { Block } from '../article/block.ts';
import { findCredit } from './credit.ts';
import { isCalledCaption } from './page-furniture.ts';
import { notePicture, type PagePicture } from './page-pictures.ts';
import { elementsIn, namesOf, textOf } from './page-tree.ts';

/** A caption is no longer than this. */
export const maxCaptionLength = 600;

/** Cells longer than this are a layout, not a table. */
const maxCellLength = 300;

export const toFigure = (caption: string, picture: PagePicture | null): Block => {
  const alt = picture?.alt ?? '';
  const image = alt === '' ? null : { src: null, alt };
  const figure: Block = { type: 'figure', image, text: caption, credit: findCredit(caption) };
  if (picture !== null) notePicture(figure, picture);
  return figure;
};

/** A cell spans no more rows or columns than this, whatever it says. */
const maxSpan = 50;

/** Empty cells fill a row up to this width and no further. */
const maxFilledWidth = 40;

const spanOf = (cell: Element, name: 'rowspan' | 'colspan'): number =>
  Math.min(maxSpan, Math.max(1, Number.parseInt(cell.attribs[name] ?? '1', 10) || 1));

/**
 * The cells of a table, row by row, empty rows aside. A cell over several rows stands in each of them, one over several
 * columns in the first, with empty ones after it: every value stands under its header.
 */
export const rowsOf = (table: Element): string[][] => {
  let below = new Map<number, { text: string; rows: number }>();
  return elementsIn(table)
    .filter(({ name }) => name === 'tr')
    .map((row) => {
      const cells: string[] = [];
      const left = new Map<number, { text: string; rows: number }>();
      const takeSpanned = (): void => {
        for (let held = below.get(cells.length); held !== undefined; held = below.get(cells.length)) {
          if (held.rows > 1) left.set(cells.length, { ...held, rows: held.rows - 1 });
          cells.push(held.text);
        }
      };
      for (const cell of row.children) {
        if (!isTag(cell) || !/^t[dh]$/.test(cell.name)) continue;
        takeSpanned();
        const rows = spanOf(cell, 'rowspan');
        for (let i = 0; i < spanOf(cell, 'colspan') && (i === 0 || cells.length < maxFilledWidth); i += 1) {
          const text = i === 0 ? textOf(cell) : '';
          if (rows > 1) left.set(cells.length, { text, rows: rows - 1 });
          cells.push(text);
        }
      }
      takeSpanned();
      below = left;
      return cells;
    })
    .filter((row) => row.some((cell) => cell !== ''));
};

/** Whether a table shows data; else it is a layout, or holds a picture. */
export const isDataTable = (table: Element, rows: readonly string[][]): boolean =>
  rows.length >= 2 &&
  rows.filter((row) => row.length >= 2).length * 2 > rows.length &&
  rows.flat().every((cell) => cell.length <= maxCellLength) &&
  !elementsIn(table).some(({ name }) => name === 'table' || name === 'img' || name === 'h1');

/** The caption in a figure: what is called one, else all its words. */
export const captionIn = (element: Element): string => {
  const captions = elementsIn(element).filter(isCalledCaption);
  const outer = captions.find(({ name }) => name === 'figcaption') ?? captions[0];
  return textOf(outer ?? element);
};

/** Whether an element holds several pictures, each beside a caption of its own. */
const holdsFigures = (element: Element): boolean => {
  const inner = elementsIn(element);
  if (inner.filter(({ name }) => name === 'img').length < 2) return false;
  const captions = inner.filter((one) => isCalledCaption(one) && textOf(one, 1) !== '');
  const within = new Set(captions.flatMap((one) => elementsIn(one)));
  const holders = captions.filter((one) => !within.has(one)).map(({ parent }) => parent);
  const own = new Set(holders).size === holders.length;
  return (
    own &&
    holders.length >= 2 &&
    holders.every(
      (holder) => holder !== null && isTag(holder) && elementsIn(holder).some(({ name }) => name === 'img'),
    )
  );
};

/** Whether an element is a figure: by its kind, or because it holds but a picture and a few words. */
export const isFigure = (element: Element): boolean => {
  if (element.name === 'figure') return !holdsFigures(element);
  const isWrapper =
    element.name === 'table' ||
    /(?:wp-caption|VCSortable|img-?wrap|image-?box|photo)/iu.test(namesOf(element));
  return (
    isWrapper &&
    elementsIn(element).some(({ name }) => name === 'img') &&
    textOf(element, maxCaptionLength).length <= maxCaptionLength &&
    !holdsFigures(element) &&
    rowsOf(element).every((row) => row.length <= 1)
  );
};
