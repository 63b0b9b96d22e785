import type { Element } from 'domhandler';
import { isOtherwiseAligned, isRightAligned } from './alignment.ts';
import { isCalledByline, isCalledCaption, isCalledLead } from './page-furniture.ts';

/** How the text of an element is set, and what the page calls it. */
export interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly linked: boolean;
  readonly called: 'lead' | 'byline' | null;
  readonly isCaption: boolean;
  readonly centred: boolean;
  readonly right: boolean;
}

export const plain: Style = {
  bold: false,
  italic: false,
  linked: false,
  called: null,
  isCaption: false,
  centred: false,
  right: false,
};
/** The style inside an element, from the one around it. */
export const styleOf = (element: Element, style: Style): Style => ({
  bold:
    style.bold ||
    ['b', 'strong'].includes(element.name) ||
    /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.attribs.style ?? '') ||
    /(?:^|\s)(?:font-(?:semi)?bold|fw-(?:semi)?bold|text-bold)(?=$|\s)/.test(element.attribs.class ?? ''),
  italic:
    style.italic ||
    ['i', 'em'].includes(element.name) ||
    /font-style\s*:\s*italic/i.test(element.attribs.style ?? ''),
  linked: style.linked || element.name === 'a',
  called: style.called ?? (isCalledLead(element) ? 'lead' : isCalledByline(element) ? 'byline' : null),
  isCaption: style.isCaption || isCalledCaption(element),
  centred:
    element.name === 'center' ||
    /^center$/i.test(element.attribs.align ?? '') ||
    /text-align\s*:\s*center/i.test(element.attribs.style ?? ''),
  right: isRightAligned(element) || (style.right && !isOtherwiseAligned(element)),
});
