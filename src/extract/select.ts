import { isTag, type Document, type Element } from 'domhandler';
import type { Selector, SimpleSelector } from '../article/selector.ts';
import { elementsIn } from './page-tree.ts';

const isOne = ({ name, attribs }: Element, { tag, id, classes, attributes }: SimpleSelector): boolean => {
  const own = new Set((attribs.class ?? '').split(/\s+/));
  return (
    (tag === null || name.toLowerCase() === tag) &&
    (id === null || attribs.id === id) &&
    classes.every((one) => own.has(one)) &&
    attributes.every(({ name: key, value }) =>
      value === null ? key in attribs : attribs[key]?.trim() === value,
    )
  );
};

const isMatch = (element: Element, chain: readonly SimpleSelector[]): boolean => {
  const last = chain.at(-1);
  if (last === undefined || !isOne(element, last)) return false;
  let left = chain.length - 2;
  for (let { parent } = element; left >= 0 && parent !== null && isTag(parent); { parent } = parent) {
    const above = chain[left];
    if (above !== undefined && isOne(parent, above)) left -= 1;
  }
  return left < 0;
};

/** The elements that a selector finds, in the order of the page. */
export const selectAll = (page: Document | Element, selector: Selector): Element[] =>
  elementsIn(page).filter((element) => selector.some((chain) => isMatch(element, chain)));
