import { Element, isTag, type ParentNode } from 'domhandler';
import { isFigure, maxCaptionLength } from './page-figures.ts';
import { isCalledCaption, isForeign } from './page-furniture.ts';
import { elementsIn, textOf } from './page-tree.ts';

const isPicture = ({ name }: Element): boolean => name === 'img' || name === 'amp-img';

const isFigureLike = (element: Element): boolean => {
  const inner = elementsIn(element);
  return (
    inner.some(isPicture) &&
    (isFigure(element) || inner.some(isCalledCaption)) &&
    textOf(element, maxCaptionLength).length <= maxCaptionLength &&
    textOf(element, 1) !== ''
  );
};

/** A picture in an element of its own, with what is called its caption right behind it, as one figure. */
const withCaptionBehind = (element: Element): Element | null => {
  if (!elementsIn(element).some(isPicture) || textOf(element, 1) !== '') return null;
  let behind = element.next;
  while (behind !== null && !isTag(behind)) behind = behind.next;
  return behind !== null && isCalledCaption(behind) && textOf(behind, 1) !== ''
    ? new Element('figure', {}, [element, behind])
    : null;
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
  const figures = between.flatMap((element) => {
    if (inner.has(element)) return [];
    const figure = isFigureLike(element) ? element : withCaptionBehind(element);
    if (figure === null) return [];
    const below = elementsIn(figure);
    if (below.includes(body)) return [];
    for (const one of below) inner.add(one);
    return isApart(element) ? [] : [figure];
  });
  return figures.length === 0 ? null : new Element('div', {}, figures);
};
