import { isTag, type Element } from 'domhandler';
import { normaliseLine } from '../text/normalise-text.ts';
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
