import type { Element } from 'domhandler';

/** Whether an element's text stands at the right, as signatures do. */
export const isRightAligned = ({ attribs }: Element): boolean =>
  attribs.align?.toLowerCase() === 'right' ||
  /text-align\s*:\s*(?:right|end)/i.test(attribs.style ?? '') ||
  /(?:^|\s)(?:text|align|txt)-?right(?=\s|$)/i.test(attribs.class ?? '');

/** Whether an element says itself how its text is set, otherwise than at the right. */
export const isOtherwiseAligned = ({ attribs }: Element): boolean =>
  attribs.align !== undefined || /text-align\s*:/i.test(attribs.style ?? '');
