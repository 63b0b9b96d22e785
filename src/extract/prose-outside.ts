import { isTag, type Document, type Element } from 'domhandler';
import type { Cut } from './draft.ts';
import { inlineElements } from './inline-elements.ts';
import { elementsIn, textOf } from './page-tree.ts';
import { isProse } from './prose.ts';

/** Shorter texts elsewhere on a page are its own words, as a rule. */
const minLength = 80;

/** So many are told of, and no more. */
const maxCount = 40;

const isBlockOfText = (element: Element): boolean =>
  !inlineElements.has(element.name) &&
  !['html', 'head', 'body', 'script', 'style', 'noscript', 'template', 'select'].includes(element.name) &&
  element.children.some((child) => !isTag(child) || inlineElements.has(child.name)) &&
  element.children.every((child) => !isTag(child) || inlineElements.has(child.name));

/** The full sentences that stand on a page outside its article's text, so that a librarian can see that none of them belongs to it. */
export const proseOutside = (page: Document, body: Element, lead: string | null): Cut[] => {
  const inBody = new Set(elementsIn(body));
  return elementsIn(page)
    .filter((element) => element !== body && !inBody.has(element) && isBlockOfText(element))
    .map((element) => textOf(element))
    .filter((text) => text.length >= minLength && text !== lead && isProse(text))
    .slice(0, maxCount)
    .map((text) => ({ rule: 'outside', text }));
};
