import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import type { Block } from '../article/block.ts';
import { normaliseText } from '../text/normalise-text.ts';
import { plain, styleOf, type Style } from './block-style.ts';
import { isCaptionLine, isSignedCredit } from './credit.ts';
import type { Cut } from './draft.ts';
import { inlineElements, isBlankWanting } from './inline-elements.ts';
import { captionIn, isDataTable, isFigure, maxCaptionLength, rowsOf, toFigure } from './page-figures.ts';
import { isListedByline, readListItems, textBesideDoors } from './page-lists.ts';
import { movePictures, picturesIn } from './page-pictures.ts';
import { isPictureTable, readPictureTable } from './picture-table.ts';
import { isForeign } from './page-furniture.ts';
import {
  elementsIn,
  isLabelledLink,
  isPlaceStamp,
  isRowItem,
  linesOf,
  namesOf,
  textOf,
  toText,
} from './page-tree.ts';
import {
  addImage,
  addLoose,
  leaveLast,
  noPictures,
  passBlock,
  type WaitingPictures,
} from './waiting-pictures.ts';

/** A block of a page, with what its layout says of it. */
export interface PageBlock {
  readonly block: Block;
  readonly text: string;
  /** Every letter is bold. */
  readonly isBold: boolean;
  /** The share of its letters that are in links, 0 to 1. */
  readonly linkShare: number;
  readonly called: 'lead' | 'byline' | null;
  /** It stands at the right. */
  readonly isRight?: boolean;
  /** A heading that is wholly a link: it leads to another page. */
  readonly isLinked?: boolean;
}

interface Run {
  text: string;
  letters: number;
  bold: number;
  italic: number;
  linked: number;
  lead: number;
  byline: number;
}

interface Flow {
  readonly blocks: PageBlock[];
  readonly cut: Cut[];
  run: Run;
  readonly pictures: WaitingPictures;
}

const emptyRun = (): Run => ({
  text: '',
  letters: 0,
  bold: 0,
  italic: 0,
  linked: 0,
  lead: 0,
  byline: 0,
});

/** Text above this length whose lines are parted by single breaks is taken for paragraphs. */
const minBrokenLength = 200;

const headingRank = (name: string): number | null => (/^h[1-6]$/.test(name) ? Number(name.slice(1)) : null);

const isCalledHeading = (element: Element): boolean =>
  /(?:^|[\s_-])(?:minor-?title|sub-?title|sub-?head(?:ing)?|cross-?head|inter-?title|title-?sub|heading)(?=$|[\s_-])/iu.test(
    namesOf(element),
  );

const isLinkTo = ({ name, attribs }: Element): boolean =>
  name === 'a' && /^(?!#|javascript:)./i.test(attribs.href ?? '');

const push = (flow: Flow, block: Block, text: string, more: Partial<PageBlock> = {}): void => {
  passBlock(flow.pictures, block);
  flow.blocks.push({ block, text, isBold: false, linkShare: 0, called: null, ...more });
};

/** Ends the run of text that was gathered: as a caption, or as one or more paragraphs. */
const endRun = (flow: Flow, style: Style): void => {
  const { run } = flow;
  const { last } = flow.pictures;
  flow.run = emptyRun();
  const line = toText(run.text).replaceAll('\n', ' ');
  if (line === '') return;
  const share = (count: number): number => (run.letters === 0 ? 0 : count / run.letters);
  const isItalic = share(run.italic) > 0.95;
  const called = share(run.lead) > 0.95 ? 'lead' : share(run.byline) > 0.95 ? 'byline' : null;
  const isCaption =
    style.isCaption ||
    (isCaptionLine(line) && !isSignedCredit(run.text)) ||
    (last !== null && (isItalic || style.centred) && line.length <= maxCaptionLength / 2);
  if (isCaption && line.length <= (style.isCaption ? 3 : 1) * maxCaptionLength) {
    flow.pictures.last = null;
    push(flow, toFigure(line, last?.picture ?? null), line);
    return;
  }
  leaveLast(flow.pictures);
  const paragraphs = run.text
    .split(/\n[^\S\n]*\n\s*/)
    .flatMap((part) => (part.length > minBrokenLength ? part.split('\n') : [part]))
    .map(toText)
    .filter((text) => text !== '');
  for (const text of paragraphs) {
    push(flow, { type: 'paragraph', text }, text, {
      isBold: share(run.bold) > 0.97,
      linkShare: share(run.linked),
      called,
      ...(style.right && { isRight: true }),
    });
  }
};

/** A figure, or a table that holds a picture and its caption. */
const readFigure = (element: Element, flow: Flow): void => {
  const caption = captionIn(element);
  const [first = null, ...others] = picturesIn(element);
  if (caption !== '') push(flow, toFigure(caption, first), caption);
  else addLoose(flow.pictures, first);
  for (const picture of others) addLoose(flow.pictures, picture);
};

/** Lines that were set as they are: verse, or a table of a typewriter. */
const readSetLines = (element: Element, flow: Flow): void => {
  const parts = linesOf(element).split(/\n[^\S\n]*\n\s*/);
  for (const text of parts.map(normaliseText)) if (text !== '') push(flow, { type: 'paragraph', text }, text);
};

const readList = (list: Element, flow: Flow): void => {
  const { texts, linked } = readListItems(list);
  const whole = texts.join('\n');
  if (texts.length === 0) return;
  if (linked > 0.6 * whole.length) flow.cut.push({ rule: 'links', text: whole });
  else
    push(flow, { type: 'list', ordered: list.name === 'ol', items: texts }, whole, {
      linkShare: linked / whole.length,
    });
};

const readNode = (node: ChildNode, flow: Flow, style: Style): void => {
  if (isText(node)) {
    const text = node.data.replace(/\s+/g, ' ');
    const letters = text.replace(/[^\p{L}\d]/gu, '').length;
    if (isBlankWanting(flow.run.text.slice(-2), text)) flow.run.text += ' ';
    flow.run.text += text;
    flow.run.letters += letters;
    if (style.bold) flow.run.bold += letters;
    if (style.italic) flow.run.italic += letters;
    if (style.linked) flow.run.linked += letters;
    if (style.called !== null) flow.run[style.called] += letters;
    return;
  }
  if (!isTag(node)) return;
  if (isForeign(node)) {
    const text = textOf(node);
    if (text !== '') flow.cut.push({ rule: 'page-part', text });
    return;
  }
  const { name } = node;
  const inner = styleOf(node, style);
  if (name === 'br' && /\n[^\S\n]*$/.test(flow.run.text.slice(-9))) endRun(flow, style);
  else if (name === 'br') flow.run.text += '\n';
  else if (name === 'img') addImage(flow.pictures, node);
  else if (inlineElements.has(name)) {
    if (
      name === 'time' ||
      isRowItem(node) ||
      (isLabelledLink(node) && /\p{L}$/u.test(flow.run.text.slice(-2)))
    )
      flow.run.text += ' ';
    readChildren(node, flow, inner);
    if (name === 'time') flow.run.text += ' ';
    if (isPlaceStamp(node)) flow.run.text += ' - ';
  } else {
    endRun(flow, style);
    const rank = headingRank(name);
    const rows = name === 'table' ? rowsOf(node) : [];
    if (
      rank !== null ||
      (isCalledHeading(node) && textOf(node, 130).length <= 130 && inner.called === null)
    ) {
      const text = textBesideDoors(node, flow.cut);
      const level = rank === 4 || rank === 5 || rank === 6 ? 4 : rank === 3 ? 3 : 2;
      if (text !== '')
        push(flow, { type: 'heading', level, text }, text, {
          called: inner.called,
          isLinked: elementsIn(node).some((link) => isLinkTo(link) && textOf(link) === text),
        });
    } else if (isPictureTable(node)) {
      readPictureTable(node, flow.pictures, (figure, caption) => {
        push(flow, figure, caption);
      });
    } else if (isFigure(node)) readFigure(node, flow);
    else if (name === 'table' && isDataTable(node, rows)) {
      const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
      const filled = rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
      const named = node.children.find((child) => isTag(child) && child.name === 'caption');
      const caption = named === undefined ? '' : textOf(named);
      if (caption !== '') push(flow, { type: 'paragraph', text: caption }, caption);
      push(flow, { type: 'table', rows: filled }, rows.flat().join(' '));
    } else if (inner.called === 'byline' && style.called === null && isListedByline(node)) {
      const text = textOf(node);
      push(flow, { type: 'paragraph', text }, text, { called: 'byline' });
    } else if (name === 'pre') readSetLines(node, flow);
    else if (name === 'ul' || name === 'ol') readList(node, flow);
    else if (name === 'blockquote') {
      const quoted: Flow = { blocks: [], cut: flow.cut, run: emptyRun(), pictures: noPictures() };
      const hasPictures = picturesIn(node).length > 0;
      readChildren(node, quoted, plain);
      endRun(quoted, plain);
      for (const { block, text } of quoted.blocks) {
        const isSaid =
          block.type === 'paragraph' || (block.type === 'figure' && block.image === null && !hasPictures);
        push(flow, isSaid ? movePictures(block, { type: 'quote', text }) : block, text);
      }
      flow.pictures.loose.push(...quoted.pictures.loose);
    } else {
      readChildren(node, flow, inner);
      endRun(flow, inner);
    }
  }
};

const readChildren = (element: Element, flow: Flow, style: Style): void => {
  for (const child of element.children) readNode(child, flow, style);
};

/** The blocks below an element in reading order, and what was left out as the page's own. */
export const toPageBlocks = (element: Element): { blocks: PageBlock[]; cut: Cut[] } => {
  const flow: Flow = { blocks: [], cut: [], run: emptyRun(), pictures: noPictures() };
  readChildren(element, flow, plain);
  endRun(flow, plain);
  return { blocks: flow.blocks, cut: flow.cut };
};
