import { isTag, type Document, type Element } from 'domhandler';
import { isLabelledByline, parseByline, type Byline } from './byline.ts';
import { parseDateline, type Dateline } from './dateline.ts';
import { sectionOfBreadcrumb } from './furniture.ts';
import { parseMachineDate } from './machine-date.ts';
import { isCalledByline, isCalledKicker, isForeign } from './page-furniture.ts';
import type { PageRecord } from './page-record.ts';
import { elementsIn, namesOf, textOf } from './page-tree.ts';
import { isProse } from './prose.ts';

/** What a page shows around its headline. */
export interface Shown {
  readonly datelines: Dateline[];
  readonly byline: Byline | null;
  readonly kicker: string | null;
  readonly lead: string | null;
  readonly section: string | null;
}

/** Datelines and bylines are no longer than this, leads no longer than that. */
const maxSmallLength = 120;
const maxLeadLength = 1200;
const minLeadLength = 20;

/** How many small elements from the headline on may hold the dateline, the byline and the lead. */
const reach = 60;

/** What a `<time datetime>` says for machines. */
const statedDate = ({ name, attribs }: Element): Dateline | null => {
  const { at, invalid } =
    name === 'time' && attribs.datetime ? parseMachineDate(attribs.datetime) : { at: null, invalid: null };
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

/** Whether an element below the text stands in a list of other articles. */
const isListed = (element: Element): boolean =>
  parentsOf(element).some(
    (parent) => ['li', 'a'].includes(parent.name) || (isForeign(parent) && !/foot/iu.test(namesOf(parent))),
  );

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

const isRightAligned = ({ attribs }: Element): boolean =>
  attribs.align?.toLowerCase() === 'right' ||
  /text-align\s*:\s*right/i.test(attribs.style ?? '') ||
  /(?:^|\s)(?:text|align|txt)-?right(?=\s|$)/i.test(attribs.class ?? '');

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
  body: Element,
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
    .filter((element) => inBody.has(element) === holdsTitle);
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
    element.name === 'time' || /date|time|ngay|clock|meta/iu.test(namesOf(element));
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
      if (isCalledByline(element)) return bylineIn(element);
      const line = textOf(element);
      return isRightAligned(element) || isLabelledByline(line) ? parseByline(line) : null;
    })
    .filter((byline) => byline !== null && byline.authors.length > 0);
  const kicker = before.slice(0, 6).find((element) => isCalledKicker(element) && small(element));
  const isLead = (element: Element): boolean => {
    const text = textOf(element, maxLeadLength);
    return (
      text.length >= minLeadLength &&
      text.length <= maxLeadLength &&
      (/(?:^|[\s_-])(?:sapo|lead|description|summary|chapeau|tom-?tat|hometext|short_?intro|intro|p-?head)(?=$|[\s_-])/iu.test(
        namesOf(element),
      ) ||
        (element.name === 'h2' && isProse(text)) ||
        (record.description !== null && text.length >= 60 && text === record.description))
    );
  };
  const lead = holdsTitle ? undefined : after.find(isLead);
  const crumbs = all.find((element) => /breadcrumb/iu.test(namesOf(element)) && element.name !== 'body');
  const links =
    crumbs === undefined
      ? []
      : elementsIn(crumbs)
          .filter(({ name }) => name === 'a' || name === 'li')
          .map((node) => textOf(node));
  return {
    datelines,
    byline: bylines[0] ?? null,
    kicker: kicker === undefined ? null : textOf(kicker) || null,
    lead: lead === undefined ? null : textOf(lead),
    section: sectionOfBreadcrumb(links.filter((link, i) => links.indexOf(link) === i).join(' > ')),
  };
};
