import { isTag, type Element } from 'domhandler';
import { parseDateline } from './dateline.ts';
import { furnitureOf } from './furniture.ts';
import { inlineElements } from './inline-elements.ts';
import { textOf } from './page-tree.ts';
import { isProse } from './prose.ts';
import { isSectionName } from './section-name.ts';

/** A kicker is no longer than this. */
const maxKickerLength = 80;

/** A line right above the headline in the same part of the page, parted from it by no more than a line break. */
export const kickerBeside = (title: Element): string | null => {
  let element = title;
  while (
    element.parent !== null &&
    isTag(element.parent) &&
    inlineElements.has(element.name) &&
    element.prev === null
  )
    element = element.parent;
  if (!inlineElements.has(element.name)) return null;
  let isBroken = false;
  const pieces: string[] = [];
  for (let { prev } = element; prev !== null; { prev } = prev) {
    if (isTag(prev) && !inlineElements.has(prev.name)) break;
    if (isTag(prev) && prev.name === 'br') isBroken = true;
    else pieces.unshift(textOf(prev));
  }
  const text = pieces.filter((piece) => piece !== '').join(' ');
  const isKicker =
    isBroken &&
    text.length >= 3 &&
    text.length <= maxKickerLength &&
    !isProse(text) &&
    parseDateline(text) === null &&
    furnitureOf(text) === null &&
    !isSectionName(text);
  return isKicker ? text : null;
};
