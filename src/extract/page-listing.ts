import { isTag, type Element } from 'domhandler';
import { elementsIn, textOf } from './page-tree.ts';

/** A list has so many items at the least, and nearly all of its children are items. */
const minItems = 3;
const minShare = 0.8;

/** An item's headline is no shorter, and headline, date and teaser together are no longer than this. */
const minHeadlineLength = 15;
const maxItemLength = 450;

const holders: ReadonlySet<string> = new Set(['div', 'section', 'ul', 'ol', 'td', 'tbody', 'table', 'main']);
const items: ReadonlySet<string> = new Set(['div', 'li', 'article', 'section', 'tr', 'td', 'a', 'figure']);

const isHeadlineLink = (link: Element): boolean =>
  link.name === 'a' &&
  /^(?!#|javascript:|mailto:)./i.test(link.attribs.href ?? '') &&
  textOf(link, maxItemLength).length >= minHeadlineLength;

/** Whether an element is another article's headline, as a link, with perhaps its date, section and teaser. */
const isDoor = (element: Element): boolean => {
  if (!items.has(element.name)) return false;
  const text = textOf(element, maxItemLength);
  if (text.length < minHeadlineLength || text.length > maxItemLength) return false;
  const links = [element, ...elementsIn(element)].filter(isHeadlineLink);
  return links.some((link) => {
    const isHead = link.parent !== null && isTag(link.parent) && /^h[1-6]$/.test(link.parent.name);
    const headline = textOf(link, maxItemLength);
    return isHead || text.startsWith(headline) || headline.length > 0.7 * text.length;
  });
};

const isHeadless = (element: Element): boolean => !elementsIn(element).some(({ name }) => name === 'h1');

const known = new WeakMap<Element, boolean>();

/**
 * Whether an element is a list of other articles, however it is called: headlines that are links, one an item, each with no
 * more than a date and a teaser.
 */
export const isListing = (element: Element): boolean => {
  if (!holders.has(element.name)) return false;
  const before = known.get(element);
  if (before !== undefined) return before;
  const inner = element.children
    .filter(isTag)
    .filter(({ name }) => !['script', 'style', 'br'].includes(name));
  const doors = inner.length < minItems ? 0 : inner.filter(isDoor).length;
  const found = doors >= minItems && doors >= minShare * inner.length && isHeadless(element);
  known.set(element, found);
  return found;
};
