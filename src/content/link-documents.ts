import type { Element, ElementContent, RootContent } from 'hast';
import type { ArticleRecord } from '../article/article.ts';
import { citedNumber } from '../article/cited-documents.ts';
import { documentNames } from '../article/document-record.ts';
import { groupKey } from './group-articles.ts';

/** A document that an article names: how its text may print it, and where its page is. */
export interface LinkedDocument {
  readonly name: string;
  readonly address: string;
}

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly address: string;
}

/** Finds where a text names one of an article's documents, from the left; no two overlap. */
export type FindMentions = (text: string) => Mention[];

const escaped = (name: string): string =>
  name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+');

/** The year that a list puts behind a law's name is not in the text like that. */
const withoutYear = (name: string): string => name.replace(/ \(\d{4}\)$/, '');

/**
 * Numbers are found by their form, so that `35 - NQ/TW` leads where `35-NQ/TW` does; laws by their names. Of laws that differ
 * in their year alone, none is linked: the name does not tell which.
 */
export const findMentionsOf = (documents: readonly LinkedDocument[]): FindMentions | null => {
  if (documents.length === 0) return null;
  const byNumber = new Map(documents.map(({ name, address }) => [groupKey(name, true), address]));
  const laws = documents.filter(({ name }) => !/\d\s?[-/–]/.test(name));
  const byLaw = Map.groupBy(laws, ({ name }) => withoutYear(name).toLowerCase());
  const lawNames = [...byLaw].filter(([, group]) => group.length === 1).map(([name]) => name);
  const law =
    lawNames.length === 0
      ? null
      : new RegExp(
          `(?<!\\p{L})(?:${lawNames
            .sort((a, b) => b.length - a.length)
            .map(escaped)
            .join('|')})(?!\\p{L})`,
          'giu',
        );
  const numbers = citedNumber();
  return (text) => {
    const found: Mention[] = [];
    for (const { 0: whole, index } of text.matchAll(numbers)) {
      const address = byNumber.get(groupKey(whole, true));
      if (address !== undefined) found.push({ start: index, end: index + whole.length, address });
    }
    for (const { 0: whole, index } of law === null ? [] : text.matchAll(law)) {
      const address = byLaw.get(whole.toLowerCase().replace(/\s+/gu, ' '))?.[0]?.address;
      if (address !== undefined) found.push({ start: index, end: index + whole.length, address });
    }
    const sorted = found.sort((a, b) => a.start - b.start);
    return sorted.filter(({ start }, i) => start >= (sorted[i - 1]?.end ?? 0));
  };
};

/** The documents of a record that have a page. */
export const linkedDocuments = (
  record: ArticleRecord,
  addressOf: (name: string) => string | null,
): LinkedDocument[] =>
  documentNames(record).flatMap((name) => {
    const address = addressOf(name);
    return address === null ? [] : [{ name, address }];
  });

const linkText = (text: string, find: FindMentions, linked: Set<string>): ElementContent[] => {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { start, end, address } of find(text)) {
    if (linked.has(address)) continue;
    linked.add(address);
    if (start > at) parts.push({ type: 'text', value: text.slice(at, start) });
    const children: ElementContent[] = [{ type: 'text', value: text.slice(start, end) }];
    const properties = { href: address, className: ['document'] };
    parts.push({ type: 'element', tagName: 'a', properties, children });
    at = end;
  }
  if (at === 0) return [{ type: 'text', value: text }];
  if (at < text.length) parts.push({ type: 'text', value: text.slice(at) });
  return parts;
};

const linkInside = (element: Element, find: FindMentions, linked: Set<string>): Element =>
  element.tagName === 'a' || /^h\d$/.test(element.tagName)
    ? element
    : {
        ...element,
        children: element.children.flatMap((child): ElementContent[] =>
          child.type === 'text'
            ? linkText(child.value, find, linked)
            : child.type === 'element'
              ? [linkInside(child, find, linked)]
              : [child],
        ),
      };

/** Links the first mention of each document in each block at the top of a text; headings and links stay as they are. */
export const linkDocuments = (nodes: readonly RootContent[], find: FindMentions): RootContent[] =>
  nodes.map((node) => (node.type === 'element' ? linkInside(node, find, new Set()) : node));
