import { DomHandler, isTag, isText, type ChildNode, type Document, type Element } from 'domhandler';
import { Parser } from 'htmlparser2';
import { normaliseLine } from '../text/normalise-text.ts';
import { inlineElements, isBlankWanting } from './inline-elements.ts';

/** Elements nested deeper than this are dropped, what they hold is kept: as browsers do (at 512). */
const maxTreeDepth = 200;

/** A page that nests deeper than this is none that a person wrote; it is not read. */
const maxDepth = 4000;

const chunkLength = 1 << 16;

/** The tree of a page, never deeper than 200; null where the page nests past all measure. Comments are left out. */
export const parsePage = (html: string): Document | null => {
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

/** The elements below a node, in the order of the page. */
export const elementsIn = (node: Element | Document): Element[] => {
  const found: Element[] = [];
  const gatherBelow = ({ children }: Element | Document): void => {
    for (const child of children) {
      if (!isTag(child)) continue;
      found.push(child);
      gatherBelow(child);
    }
  };
  gatherBelow(node);
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
    if (node.data.length > gathered.left) gathered.left -= node.data.replace(/\s+/g, '').length;
    else gathered.left -= node.data.trim().length;
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

/** Letters of Latin scripts and signs of ASCII, with single blanks between: nothing to normalise. */
const plainLine = /^[!-~\u00c0-\u024f\u1ea0-\u1ef9 ]*$/;

/** `normaliseLine`, with a short way for nearly all texts. */
const toLine = (text: string): string => {
  const line = text.replace(/[ \t\r\n]+/g, ' ').trim();
  return plainLine.test(line) ? line : normaliseLine(text);
};

/** What a reader sees of a node, on one line; where it is much longer than `enough`, perhaps not to its end. */
export const textOf = (node: ChildNode, enough = Infinity): string => {
  const gathered = { text: '', left: enough, isParted: false, last: '' };
  gather(node, gathered);
  return toLine(enough === Infinity ? gathered.text : gathered.text.slice(0, 16 * enough));
};

/** What a reader sees of a node whose line breaks are kept, as in `pre`. */
export const linesOf = (node: ChildNode): string => {
  const gathered = { text: '', left: Infinity, isParted: false, last: '' };
  gather(node, gathered);
  return gathered.text;
};

/** Class, id and the like: the words by which a page's maker calls an element; `lblTieuDe` also as `lbl-Tieu-De`. */
export const namesOf = ({ attribs }: Element): string => {
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
  const parted = names.replace(/([a-z\d])(?=[A-Z])/g, '$1-');
  return parted === names ? names : `${names} ${parted}`;
};

/** Text with its character references read, tags dropped. */
export const plainOf = (html: string): string => {
  if (!/[<&]/.test(html)) return normaliseLine(html);
  const tree = parsePage(html);
  return tree === null ? '' : normaliseLine(tree.children.map((node) => textOf(node)).join(' '));
};
