import { isTag, type Element } from 'domhandler';
import { normaliseLine } from '../text/normalise-text.ts';
import { isAgency } from './byline.ts';
import { parseDateline } from './dateline.ts';
import { furnitureOf, sectionOfBreadcrumb } from './furniture.ts';
import { isCalledSection } from './page-furniture.ts';
import { elementsIn, namesOf, textOf } from './page-tree.ts';
import { isSectionName } from './section-name.ts';

/** A section's name is no longer than this. */
const maxSectionLength = 50;

/** A headline is no longer than this. */
const maxHeadlineLength = 400;

/** A section's name stands no more elements above its article's headline. */
const reach = 25;

const crumbs = /bread-?c(?:r?)um|(?:^|[\s_-])(?:crumbs?|path(?:way)?|you-?are-?here)(?=$|[\s_-])/iu;

/** A menu of sections in the place of a path: what it names first is no step to the article. */
const isMenu = (element: Element): boolean =>
  [element, ...elementsIn(element)].some((inner) =>
    /(?:^|[\s_-])sub-?(?:menu|nav|categor)/iu.test(namesOf(inner)),
  );

const isControl = ({ name }: Element): boolean => ['input', 'select', 'textarea', 'button'].includes(name);

const sectionIn = (element: Element): string | null => {
  if (elementsIn(element).some(isControl)) return null;
  const first = elementsIn(element).find(
    (inner) => inner.name === 'a' && sectionOfBreadcrumb(textOf(inner)) !== null,
  );
  const shown = textOf(first ?? element, maxSectionLength + 1);
  // Some pages leave the link empty, for a script or a picture.
  const stated = element.name === 'a' ? (element.attribs.title ?? '') : '';
  const text = (shown === '' ? normaliseLine(stated) : shown).replace(/^[»›>|/\s]+|[»›>|/\s]+$/gu, '');
  const isName =
    text.length >= 3 &&
    text.length <= maxSectionLength &&
    /^\p{L}/u.test(text) &&
    parseDateline(text) === null &&
    furnitureOf(text) === null;
  return isName ? text : null;
};

/** Links of a menu stand alike, no further apart than a cell and its row. */
const maxLevels = 3;

/** Whether two links stand in one row: in the same part of the page, each in elements of the same kinds. */
const isBeside = (a: Element, b: Element): boolean => {
  let [above, other] = [a.parent, b.parent];
  for (let level = 0; level < maxLevels; level += 1) {
    if (above === other) return true;
    if (above === null || other === null || !isTag(above) || !isTag(other)) return false;
    if (above.name !== other.name) return false;
    [above, other] = [above.parent, other.parent];
  }
  return false;
};

const isSame = (a: Element, b: Element): boolean =>
  a.attribs.href !== undefined && a.attribs.href === b.attribs.href && textOf(a) === textOf(b);

/** The link right above the headline, where it bears a section's name or stands in the site's menu, too, and is none of a menu itself. */
const linkAbove = (all: readonly Element[], above: readonly Element[]): Element | null => {
  const [first, second] = above.filter(({ name }) => name === 'a');
  if (first === undefined) return null;
  const name = textOf(first, 100);
  const isRepeated =
    name.length >= 3 &&
    name.length <= maxSectionLength &&
    all.filter((other) => other.name === 'a' && isSame(other, first)).length > 1;
  if (!isSectionName(name) && !isRepeated) return null;
  return second !== undefined && isBeside(first, second) ? null : first;
};

/** What a title tag says between headline and newspaper, where a link of the page says the same: `Headline - Section - Newspaper` */
const sectionInTag = (
  line: string,
  all: readonly Element[],
  headline: Element | undefined,
): string | null => {
  const head = headline === undefined ? '' : textOf(headline, maxHeadlineLength);
  if (head === '' || !line.startsWith(head)) return null;
  const parts = line
    .slice(head.length)
    .split(/\s*\|\s*|\s+[-–—»•]\s+/u)
    .filter((part) => part !== '');
  const between = line
    .slice(head.length, line.lastIndexOf(parts.at(-1) ?? ''))
    .replace(/^[\s|–—»•-]+|[\s|–—»•-]+$/gu, '');
  const links = new Set(
    all.filter(({ name }) => name === 'a').map((link) => textOf(link, maxSectionLength + 1).toLowerCase()),
  );
  return (
    [between, ...parts.slice(0, -1)].find(
      (name) =>
        name.length >= 2 &&
        name.length <= maxSectionLength &&
        (isSectionName(name) || !isAgency(name)) &&
        links.has(name.toLowerCase()),
    ) ?? null
  );
};

/**
 * The section that a page shows its article in: first of a path from the home page; what is called a section, beside the
 * headline or below the text; a link of its own above the headline that bears a section's name; what its title tag says
 * behind the headline.
 */
export const findSection = (
  all: readonly Element[],
  headline: number,
  below: readonly Element[],
  titleTag: string,
): string | null => {
  const path = all.find(
    (element) => crumbs.test(namesOf(element)) && element.name !== 'body' && !isMenu(element),
  );
  const steps =
    path === undefined
      ? []
      : elementsIn(path)
          .filter(({ name }) => name === 'a' || name === 'li')
          .map((node) => textOf(node));
  const first = sectionOfBreadcrumb(steps.filter((step, i) => steps.indexOf(step) === i).join(' > '));
  if (first !== null) return first;
  const above = all.slice(Math.max(0, headline - reach), headline).reverse();
  const beside = [...above, ...all.slice(headline + 1, headline + 1 + reach / 2)];
  const isHead = (element: Element): boolean => textOf(element, 200).length <= 200;
  const called = [...beside, ...below].filter(
    (element) => isHead(element) && isCalledSection(element) && !isMenu(element),
  );
  const named = called.map(sectionIn).find((name) => name !== null);
  if (named !== undefined) return named;
  const link = linkAbove(all, above);
  return link === null ? sectionInTag(titleTag, all, all[headline]) : textOf(link);
};
