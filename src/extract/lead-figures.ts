import { Element, isTag, type ParentNode } from 'domhandler';
import { isFigure, maxCaptionLength } from './page-figures.ts';
import { isCalledCaption, isForeign } from './page-furniture.ts';
import { elementsIn, textOf } from './page-tree.ts';

const isFigureLike = (element: Element): boolean => {
  const inner = elementsIn(element);
  return (
    inner.some(({ name }) => name === 'img' || name === 'amp-img') &&
    (isFigure(element) || inner.some(isCalledCaption)) &&
    textOf(element, maxCaptionLength).length <= maxCaptionLength &&
    textOf(element, 1) !== ''
  );
};

const isApart = (element: Element): boolean => {
  for (let at: ParentNode | null = element; at !== null && isTag(at); at = at.parent)
    if (isForeign(at)) return true;
  return false;
};

/**
 * The pictures with captions that stand between the headline and the text, in an element of their own; null where there are
 * none.
 * @param between the elements after the headline and before the text, in the order of the page
 */
export const findLeadFigures = (between: readonly Element[], body: Element): Element | null => {
  const inner = new Set<Element>();
  const figures = between.filter((element) => {
    if (inner.has(element) || !isFigureLike(element)) return false;
    const below = elementsIn(element);
    if (below.includes(body)) return false;
    for (const one of below) inner.add(one);
    return !isApart(element);
  });
  return figures.length === 0 ? null : new Element('div', {}, figures);
};
