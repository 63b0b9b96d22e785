import type { Document, Element } from 'domhandler';
import type { SourceRules } from '../article/source-record.ts';
import { parseByline, type Byline } from './byline.ts';
import { findDateIn, parseDateline, type Dateline } from './dateline.ts';
import type { Cut } from './draft.ts';
import { parseMachineDate } from './machine-date.ts';
import type { PageRecord } from './page-record.ts';
import { forgetTree, textOf } from './page-tree.ts';
import { selectAll } from './select.ts';

/** What the rules of a source find in a page; null and empty where they are silent, or find nothing. */
export interface Ruled {
  readonly title: string | null;
  readonly kicker: string | null;
  readonly lead: string | null;
  readonly section: string | null;
  readonly datelines: readonly Dateline[];
  readonly byline: Byline | null;
  readonly body: Element | null;
}

export const nothingRuled: Ruled = {
  title: null,
  kicker: null,
  lead: null,
  section: null,
  datelines: [],
  byline: null,
  body: null,
};

/** A page's dates, bylines and headlines are no longer than this. */
const maxLength = 1500;

/** Takes what the rules call the page's own out of the tree; what was cut is added to `cut`. */
export const cutByRules = (page: Document, { cut: selectors }: SourceRules, cut: Cut[]): void => {
  for (const element of selectors.flatMap((selector) => selectAll(page, selector))) {
    const { parent } = element;
    const at = parent?.children.indexOf(element) ?? -1;
    if (parent === null || at === -1) continue;
    parent.children.splice(at, 1);
    forgetTree();
    const text = textOf(element);
    if (text !== '') cut.push({ rule: 'source-rule', text });
  }
};

const datelineOf = (element: Element): Dateline | null => {
  const stated = element.attribs.datetime ?? element.attribs.content;
  const text = textOf(element, maxLength);
  const shown = parseDateline(text) ?? findDateIn(text);
  const { at, invalid } = parseMachineDate(stated ?? text);
  return at === null && invalid === null
    ? shown
    : { at, invalid, kind: shown?.kind ?? 'published', rest: '' };
};

/** Reads what the rules of a source point at. */
export const readByRules = (page: Document, rules: SourceRules): Ruled => {
  const found = (selector: SourceRules['title']): Element[] =>
    selector === undefined ? [] : selectAll(page, selector);
  const textAt = (selector: SourceRules['title']): string | null =>
    found(selector)
      .map((element) => element.attribs.content ?? textOf(element))
      .find((text) => text !== '' && text.length <= maxLength) ?? null;
  const line = textAt(rules.byline);
  return {
    title: textAt(rules.title),
    kicker: textAt(rules.kicker),
    lead: textAt(rules.lead),
    section: textAt(rules.section),
    datelines: found(rules.date)
      .map(datelineOf)
      .filter((dateline) => dateline !== null),
    byline: line === null ? null : (parseByline(line) ?? { authors: [line], organisation: null }),
    body: found(rules.body)[0] ?? null,
  };
};

/** What the page says for machines, but where the rules of its source find something: whoever wrote them means it. */
export const withRuled = (record: PageRecord, { title, section, byline, datelines }: Ruled): PageRecord => {
  const publishedAt = datelines.find(({ at }) => at !== null)?.at ?? null;
  const authors = byline?.authors ?? [];
  const places = { ...record.places };
  if (title !== null) delete places.title;
  if (section !== null) delete places.section;
  if (publishedAt !== null) delete places.publishedAt;
  if (authors.length > 0) delete places.authors;
  return {
    ...record,
    title: title ?? record.title,
    section: section ?? record.section,
    publishedAt: publishedAt ?? record.publishedAt,
    authors: authors.length > 0 ? authors : record.authors,
    places,
  };
};
