import { isTag, isText, type Document, type Element } from 'domhandler';
import { isRightAligned } from './alignment.ts';
import { isLabelledByline, parseByline, type Byline } from './byline.ts';
import { parseDateline, type Dateline } from './dateline.ts';
import { kickerBeside } from './kicker-beside.ts';
import { findSection } from './find-section.ts';
import { furnitureOf } from './furniture.ts';
import { findLeadFigures } from './lead-figures.ts';
import { parseMachineDate } from './machine-date.ts';
import { isCalledByline, isCalledKicker, isCalledLead, isForeign } from './page-furniture.ts';
import type { PageRecord } from './page-record.ts';
import { textBesideDoors } from './page-lists.ts';
import { elementsIn, namesOf, textOf } from './page-tree.ts';
import { isProse } from './prose.ts';
import { titleTagOf } from './title-tag.ts';

/** What a page shows around its headline. */
export interface Shown {
  readonly datelines: Dateline[];
  readonly byline: Byline | null;
  /** The byline that says itself to be one: `Tác giả: …` */
  readonly labelled: Byline | null;
  readonly kicker: string | null;
  readonly lead: string | null;
  readonly section: string | null;
  /** Pictures with captions between headline and text. */
  readonly figures: Element | null;
}

/** Datelines and bylines are no longer than this, leads no longer than that. */
const maxSmallLength = 120;
const maxLeadLength = 1200;
const minLeadLength = 20;
const minNamelessLength = 60;

/** How many small elements from the headline on may hold the dateline, the byline and the lead. */
const reach = 60;

/** What a `<time datetime>` says for machines. */
const statedDate = ({ name, attribs }: Element): Dateline | null => {
  const { at, invalid } =
    name === 'time' && attribs.datetime
      ? parseMachineDate(attribs.datetime)
      : /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(attribs.title ?? '')
        ? parseMachineDate(attribs.title ?? '')
        : { at: null, invalid: null };
  const isUpdate =
    /(?:^|[\s_-])(?:updated|modified)/i.test(attribs.class ?? '') && !/publish/i.test(attribs.class ?? '');
  return at === null ? null : { at, invalid, kind: isUpdate ? 'updated' : 'published', rest: '' };
};

/** Parts of every page of a site, above its article; a date there is today's. */
const siteHead =
  /(?:^|\s)(?:(?:site|main|top|web)[-_]?)?(?:header|top|top-?bar|banner|masthead|menu|nav(?:bar)?|today|clock)(?:[-_]?(?:top|bar|site|main))?(?=$|\s)/iu;

const parentsOf = (element: Element): Element[] => {
  const parents: Element[] = [];
  for (let { parent } = element; parent !== null && isTag(parent); { parent } = parent) parents.push(parent);
  return parents;
};

/** Whether an element above the headline belongs to it, not to the site's head. */
const isOfArticle = (element: Element, title: Element): boolean => {
  const shared = new Set(parentsOf(title));
  const own = [element, ...parentsOf(element)].filter((parent) => !shared.has(parent));
  const common = element.parent === null ? null : (own.at(-1)?.parent ?? null);
  const isApart =
    common !== null && isTag(common) && common.name === 'body' && own.length > 1 && title.parent !== common;
  return !isApart && !own.some((parent) => siteHead.test(namesOf(parent)));
};

/** A headline of another article is no shorter. */
const minDoorLength = 15;

const isDoor = (element: Element | null): boolean =>
  element?.name === 'a' && textOf(element, minDoorLength).length >= minDoorLength;

/** Whether an element below the text stands in a list of other articles. */
const isListed = (element: Element): boolean =>
  parentsOf(element).some(
    (parent) =>
      parent.name === 'li' || isDoor(parent) || (isForeign(parent) && !/foot/iu.test(namesOf(parent))),
  );

/** Whether an element is what stands beside another article's headline: its date, its section. */
const isDatedDoor = (element: Element): boolean => {
  let before = element.prev;
  while (
    before !== null &&
    ((isTag(before) && before.name === 'br') || (isText(before) && before.data.trim() === ''))
  )
    before = before.prev;
  if (before !== null && isTag(before) && isDoor(before)) return true;
  const item = [element, ...parentsOf(element).slice(0, 3)].find(({ name }) => name === 'li');
  return item !== undefined && elementsIn(item).some((inner) => inner !== element && isDoor(inner));
};

/** Where headline and text share a column, the head is no longer than this. */
const maxHeadLength = 2500;

/** How many of the elements hold so much text between them. */
const elementsWithin = (elements: readonly Element[], length: number): number => {
  let told = 0;
  for (const [i, { children }] of elements.entries()) {
    for (const child of children) if (isText(child)) told += child.data.trim().length;
    if (told > length) return i;
  }
  return elements.length;
};

/** Between a date and the headline below it stand no more words than a kicker's and a section's. */
const maxBetween = 60;

/** What stands right above a headline, nearest first: the elements that hold text of their own. */
const justAbove = (before: readonly Element[]): Element[] => {
  const near: Element[] = [];
  let between = 0;
  for (const element of before) {
    const own = element.children
      .filter((child) => !isTag(child))
      .map((child) => textOf(child))
      .join('');
    if (own === '') continue;
    if (between <= maxBetween) near.push(element);
    between += own.length;
  }
  return near;
};

/** The byline that a small element is, or holds beside an avatar's letter, a date or a button. */
const bylineIn = (element: Element): Byline | null => {
  const isNamed = (byline: Byline | null): boolean =>
    byline?.authors.some((name) => name.length > 1) ?? false;
  return [element, ...elementsIn(element)].map((inner) => parseByline(textOf(inner))).find(isNamed) ?? null;
};

/** What the page shows around its headline, outside the text. */
export const readShown = (
  page: Document,
  title: Element | null,
  { body, core }: { readonly body: Element; readonly core: Element },
  record: PageRecord,
): Shown => {
  const all = elementsIn(page).filter(
    ({ name }) => !['script', 'style', 'head', 'meta', 'link', 'title', 'option'].includes(name),
  );
  const end = all.indexOf(body);
  const at = title === null ? Math.max(0, end - reach / 2) : all.indexOf(title);
  const inBody = new Set(elementsIn(body));
  const holdsTitle = title !== null && inBody.has(title);
  const after = all
    .slice(at + 1, holdsTitle || end < at ? at + reach : Math.max(end, at + 1))
    .filter((element) => inBody.has(element) === holdsTitle && !isDatedDoor(element));
  if (holdsTitle) after.splice(elementsWithin(after, maxHeadLength));
  const before = all
    .slice(Math.max(0, at - 25), at)
    .filter(({ name }) => !['html', 'body'].includes(name))
    .reverse();
  const small = (element: Element): boolean => textOf(element, maxSmallLength).length <= maxSmallLength;
  const dateIn = (element: Element): Dateline | null => {
    const stated = statedDate(element);
    if (stated !== null) return stated;
    const shown = parseDateline(textOf(element, maxSmallLength));
    if ((shown?.at ?? shown?.invalid ?? null) !== null) return shown;
    const own = element.children
      .map((child) => (isTag(child) ? null : parseDateline(textOf(child))))
      .find((line) => (line?.at ?? null) !== null);
    return own ?? null;
  };
  const isDated = (element: Element): boolean =>
    element.name === 'time' || /date|time|ngay|clock|meta|publish/iu.test(namesOf(element));
  // Old layouts have no names; their date stands beside the headline. One further up may be today's.
  const parents = [title?.parent, title?.parent?.parent].filter(
    (parent) => parent && isTag(parent) && parent.name !== 'body',
  );
  const isBeside = (element: Element): boolean => parents.includes(element.parent);
  const below = all
    .slice(end)
    .filter((element) => !inBody.has(element))
    .slice(0, 40);
  const datelines = [
    ...after.filter(small).map(dateIn),
    ...before
      .filter((element) => small(element) && (isDated(element) || isBeside(element)))
      .filter((element) => title === null || isOfArticle(element, title))
      .concat(justAbove(before))
      .map(dateIn),
    ...below.filter((element) => small(element) && isDated(element) && !isListed(element)).map(dateIn),
  ].filter((line) => line !== null);
  const bylines = [...after, ...below]
    .filter((element) => small(element) && !isListed(element))
    .map((element) => {
      const line = textOf(element);
      const isLabelled = isLabelledByline(line);
      if (isCalledByline(element)) return { byline: bylineIn(element), isLabelled };
      return { byline: isRightAligned(element) || isLabelled ? parseByline(line) : null, isLabelled };
    })
    .filter(({ byline }) => byline !== null && byline.authors.length > 0);
  const besideDate = datelines
    .filter(({ at: date, rest }) => date !== null && rest !== '')
    .map(({ rest }) => parseByline(rest))
    .find((byline) => byline !== null && byline.authors.length > 0);
  const kicker = before.slice(0, 6).find((element) => isCalledKicker(element) && small(element));
  const isLead = (element: Element): boolean => {
    const text = textOf(element, maxLeadLength);
    return (
      text.length >= minLeadLength &&
      text.length <= maxLeadLength &&
      (isCalledLead(element) ||
        (element.name === 'h2' && isProse(textBesideDoors(element))) ||
        (record.description !== null && text.length >= 60 && text === record.description))
    );
  };
  // Old layouts call it nothing: it is the one full sentence between headline and text.
  const isNamelessLead = (element: Element): boolean => {
    const text = textOf(element, maxLeadLength);
    return (
      text.length >= minNamelessLength &&
      text.length <= maxLeadLength &&
      isProse(text) &&
      furnitureOf(text) === null &&
      !elementsIn(element).some(({ name }) => name === 'a' || name === 'img') &&
      ![element, ...parentsOf(element)].some(isForeign)
    );
  };
  const around = new Set(parentsOf(body));
  const between = end > at ? after.filter((element) => !around.has(element)) : [];
  // In one column with the headline, it stands apart from the text's own part.
  const aroundCore = new Set(parentsOf(core));
  const apart = holdsTitle
    ? all
        .slice(at + 1, Math.max(at + 1, all.indexOf(core)))
        .filter((element) => !aroundCore.has(element) && element.name === 'p' && isNamelessLead(element))
    : [];
  const [leadApart] = apart.length === 1 ? apart : [];
  const lead = holdsTitle ? leadApart : (after.find(isLead) ?? between.findLast(isNamelessLead));
  return {
    datelines,
    byline: bylines[0]?.byline ?? besideDate ?? null,
    labelled: bylines.find(({ isLabelled }) => isLabelled)?.byline ?? null,
    kicker:
      (kicker === undefined ? null : textOf(kicker) || null) ?? (title === null ? null : kickerBeside(title)),
    lead: lead === undefined ? null : textBesideDoors(lead),
    section: findSection(all, at, below, titleTagOf(elementsIn(page))),
    figures: holdsTitle || end <= at ? null : findLeadFigures(all.slice(at + 1, end), body),
  };
};
