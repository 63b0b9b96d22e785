import { DomHandler, isTag, isText, type ChildNode, type Document, type Element } from 'domhandler';
import { Parser } from 'htmlparser2';
import { normaliseLine, normaliseText } from '../text/normalise-text.ts';
import { inlineElements, isBlankWanting } from './inline-elements.ts';

/** Elements nested deeper than this are dropped, what they hold is kept: as browsers do (at 512). */
const maxTreeDepth = 200;

/** A page that nests deeper than this is none that a person wrote; it is not read. */
const maxDepth = 4000;

const chunkLength = 1 << 16;

/** An end tag without a name, which browsers skip. */
const namelessEnd = '</>';

/** The tree of a page, never deeper than 200; null where the page nests past all measure. Comments are left out. */
export const parsePage = (source: string): Document | null => {
  const html = source.replaceAll(namelessEnd, '');
  const handler = new DomHandler();
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      deepest = Math.max(deepest, depth);
      if (depth <= maxTreeDepth) handler.onopentag(name, attributes);
    },
    onclosetag: () => {
      if (depth <= maxTreeDepth) handler.onclosetag();
      depth -= 1;
    },
    ontext: (text) => {
      handler.ontext(text);
    },
    onend: () => {
      handler.onend();
    },
  });
  for (let at = 0; at < html.length; at += chunkLength) {
    parser.write(html.slice(at, at + chunkLength));
    if (deepest > maxDepth) return null;
  }
  parser.end();
  return handler.root;
};

const gatherBelow = ({ children }: Element | Document, found: Element[]): Element[] => {
  for (const child of children) {
    if (!isTag(child)) continue;
    found.push(child);
    gatherBelow(child, found);
  }
  return found;
};

let ofPages = new WeakMap<Document, readonly Element[]>();

/** The elements below a node, in the order of the page. */
export const elementsIn = (node: Element | Document): readonly Element[] => {
  if (isTag(node)) return gatherBelow(node, []);
  const found = ofPages.get(node) ?? gatherBelow(node, []);
  ofPages.set(node, found);
  return found;
};

const silent: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'head',
]);

interface Gathered {
  text: string;
  /** Characters that are still to be taken, white space aside. */
  left: number;
  /** At most so many characters were taken, white space aside. */
  most: number;
  /** An element began or ended since the last text. */
  isParted: boolean;
  /** The last character; the text itself is a rope, which is dear to look into. */
  last: string;
}

/** The place that a lead begins with, which the page's style parts from it by a dash. */
export const isPlaceStamp = ({ attribs }: Element): boolean => /location-?stamp/i.test(attribs.class ?? '');

/** Whether a link stands right behind another element: a word of a row, not a part of a word. */
export const isLabelledLink = ({ name, prev }: Element): boolean =>
  name === 'a' && prev !== null && isTag(prev);

/** Whether an element is one of a row of named ones, with no text between them: their style sets them apart. */
export const isRowItem = ({ name, attribs, prev, parent, children: [first] }: Element): boolean =>
  name === 'span' &&
  first !== undefined &&
  isText(first) &&
  /^[\p{L}\d]/u.test(first.data) &&
  attribs.class !== undefined &&
  prev !== null &&
  isTag(prev) &&
  prev.attribs.class !== undefined &&
  parent !== null &&
  isTag(parent) &&
  parent.name === 'div';

const gather = (node: ChildNode, gathered: Gathered): void => {
  if (gathered.left <= 0) return;
  if (isText(node)) {
    if (gathered.isParted && isBlankWanting(gathered.last, node.data)) gathered.text += ' ';
    gathered.isParted = false;
    gathered.last = node.data.slice(-1);
    gathered.text += node.data;
    const { length } = node.data.trim();
    gathered.most += length;
    gathered.left -= node.data.length > gathered.left ? node.data.replace(/\s+/g, '').length : length;
  } else if (isTag(node) && !silent.has(node.name)) {
    const isBlock = node.name === 'time' || !inlineElements.has(node.name);
    if (isRowItem(node)) gathered.text += ' ';
    if (isLabelledLink(node) && /\p{L}/u.test(gathered.last)) gathered.text += ' ';
    if (node.name === 'br') gathered.text += '\n';
    else if (isBlock) gathered.text += ' ';
    if (isBlock || node.name === 'br') gathered.last = ' ';
    gathered.isParted = true;
    for (const child of node.children) gather(child, gathered);
    gathered.isParted = true;
    if (isBlock) gathered.last = ' ';
    if (isBlock) gathered.text += ' ';
    else if (isPlaceStamp(node)) gathered.text += ' - ';
  }
};

/** `normaliseLine`, with usual blanks collapsed first: what is left is as a rule normal already. */
const toLine = (text: string): string => normaliseLine(text.replace(/[ \t\r\n\u00a0]+/g, ' ').trim());

/** Usual letters and signs. */
const plainText = /^[!-~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027 \n]*$/;

/** `normaliseText`, with a short way for nearly all texts of pages. */
export const toText = (text: string): string => {
  const lines = text
    .replace(/[^\S\n]*\n\s*/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return plainText.test(lines) ? lines : normaliseText(text);
};

/** Texts longer than this are not kept: they are few, and a page of nested elements would hold them all. */
const maxKeptLength = 2048;

/** How much longer than `enough` a text may be with its blanks. */
const blankFactor = 16;

/** The whole text of a node, with its length as it stands and at most so many characters that are no blanks. */
interface Told {
  readonly line: string;
  readonly most: number;
  readonly length: number;
}

let told = new WeakMap<ChildNode, Told>();

/** After a tree was changed. */
export const forgetTree = (): void => {
  ofPages = new WeakMap();
  told = new WeakMap();
};

/** What a reader sees of a node, on one line; where it is much longer than `enough`, perhaps not to its end. */
export const textOf = (node: ChildNode, enough = Infinity): string => {
  const known = told.get(node);
  if (known !== undefined && known.most < enough && known.length <= blankFactor * enough) return known.line;
  const gathered = { text: '', left: enough, most: 0, isParted: false, last: '' };
  gather(node, gathered);
  const { text, left, most } = gathered;
  const isWhole = left > 0 && text.length <= blankFactor * enough;
  const line = toLine(isWhole ? text : text.slice(0, blankFactor * enough));
  if (isWhole && text.length <= maxKeptLength) told.set(node, { line, most, length: text.length });
  return line;
};

/** What a reader sees of a node whose line breaks are kept, as in `pre`. */
export const linesOf = (node: ChildNode): string => {
  const gathered = { text: '', left: Infinity, most: 0, isParted: false, last: '' };
  gather(node, gathered);
  return gathered.text;
};

const named = new WeakMap<Element, string>();

/** Class, id and the like: the words by which a page's maker calls an element; `lblTieuDe` also as `lbl-Tieu-De`. */
export const namesOf = (element: Element): string => {
  const before = named.get(element);
  if (before !== undefined) return before;
  const { attribs } = element;
  const names = [
    attribs.class,
    attribs.id,
    attribs.itemprop,
    attribs.rel,
    attribs['data-role'],
    attribs['aria-labelledby'],
  ]
    .filter(Boolean)
    .join(' ');
  const parted = /[A-Z]/.test(names) ? names.replace(/([a-z\d])(?=[A-Z])/g, '$1-') : names;
  const all = parted === names ? names : `${names} ${parted}`;
  named.set(element, all);
  return all;
};

/** Text with its character references read, tags dropped. */
export const plainOf = (html: string): string => {
  if (!/[<&]/.test(html)) return normaliseLine(html);
  const tree = parsePage(html);
  return tree === null ? '' : normaliseLine(tree.children.map((node) => textOf(node)).join(' '));
};
