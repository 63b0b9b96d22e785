import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { normaliseLine } from '../text/normalise-text.ts';
import type { Cut } from './draft.ts';
import { inlineElements } from './inline-elements.ts';
import { elementsIn, textOf } from './page-tree.ts';

/** What an item of a list says, and after it the items of the lists in it. */
const itemsOf = (item: Element): string[] => {
  const inner = item.children.filter(
    (child): child is Element => isTag(child) && (child.name === 'ul' || child.name === 'ol'),
  );
  if (inner.length === 0) return [textOf(item)];
  const own = item.children.filter((child) => !(isTag(child) && inner.includes(child)));
  return [
    normaliseLine(own.map((child) => textOf(child)).join(' ')),
    ...inner.flatMap((list) =>
      list.children.filter((child): child is Element => isTag(child) && child.name === 'li').flatMap(itemsOf),
    ),
  ];
};

/** The items of a list, empty ones aside, and how many of their characters are in links. */
export const readListItems = (list: Element): { texts: string[]; linked: number } => ({
  texts: list.children
    .filter((item): item is Element => isTag(item) && item.name === 'li')
    .flatMap(itemsOf)
    .filter((text) => text !== ''),
  linked: elementsIn(list)
    .filter(({ name }) => name === 'a')
    .map((node) => textOf(node))
    .join('').length,
});

/** More of a part's letters than this in links, and it leads to other pages. */
const minDoorShare = 0.8;

const isDoorBlock = (child: Element): boolean => {
  const text = textOf(child);
  const linked = elementsIn(child)
    .filter(({ name }) => name === 'a')
    .map((link) => textOf(link))
    .join('');
  return text !== '' && linked.length > minDoorShare * text.length;
};

/** Arrows before a link to another article. */
const isArrow = (node: ChildNode | undefined): boolean =>
  node !== undefined && isText(node) && /^\s*(?:>{1,3}|»)\s*$/.test(node.data);

/** What a headline or a lead says, without the headlines of other articles that some pages put in it. */
export const textBesideDoors = (element: Element, cut: Cut[] = []): string => {
  const doors = element.children.filter(
    (child, i): child is Element =>
      isTag(child) &&
      (inlineElements.has(child.name)
        ? i > 0 &&
          child.name === 'a' &&
          (/^(?:>{1,3}|»)/.test(textOf(child)) || isArrow(element.children[i - 1]))
        : isDoorBlock(child)),
  );
  if (doors.length === 0 || doors.length === element.children.length) return textOf(element);
  cut.push(...doors.map((door) => ({ rule: 'links', text: textOf(door) })));
  return normaliseLine(
    element.children
      .filter((child) => !isArrow(child) && !(isTag(child) && doors.includes(child)))
      .map((child) => textOf(child))
      .join(' '),
  );
};

/** A byline is no longer than this. */
const maxBylineLength = 120;

/** Whether an author's part of a page is a list: of names, of what they do. */
export const isListedByline = (element: Element): boolean =>
  textOf(element, maxBylineLength + 1).length <= maxBylineLength &&
  elementsIn(element).some(({ name }) => name === 'li');
