import type { SearchResult } from '../../search/search-answer.ts';
import { element } from './element.client.ts';
import { toKnownParts, toMarkedParts, type MarkedPart } from './marked-parts.ts';
import type { PageSetting } from './page-setting.client.ts';
import { shortDate } from './short-date.ts';

const markedNodes = (parts: readonly MarkedPart[]): (Node | string)[] =>
  parts.map((part) => (part.marked ? element('mark', {}, part.text) : part.text));

/** A result's date with the precision that is known, in brackets where it is inferred. */
export const dateNode = (result: SearchResult, { language, words }: PageSetting): HTMLElement => {
  if (result.publishedAt === null) return element('span', {}, words.undated);
  const shown = shortDate(result.publishedAt, language);
  return element(
    'time',
    { datetime: result.publishedAt, title: result.publishedAtInferred ? words.inferredDate : null },
    result.publishedAtInferred ? `[${shown}]` : shown,
  );
};

/** The link to a result's article with its marks; `title` is what is shown, put in brackets where it was supplied. */
export const articleLink = (
  result: SearchResult,
  title: readonly (Node | string)[],
  { base, words }: PageSetting,
): HTMLElement =>
  element(
    'a',
    {
      href: base + result.href.replace(/^\/+/, ''),
      title: result.titleSupplied ? words.suppliedTitle : null,
      lang: 'vi',
    },
    ...(result.titleSupplied ? ['[', ...title, ']'] : title),
  );

/** One result of the list; `tierShown` tells its tier in its own line, for lists that are not parted by tier. */
export const resultItem = (result: SearchResult, setting: PageSetting, tierShown: boolean): HTMLLIElement => {
  const { words, sourceNames } = setting;
  const link = articleLink(result, markedNodes(toKnownParts(result.markedTitle, result.title)), setting);
  const meta = [
    element('span', {}, sourceNames[result.source] ?? result.source),
    dateNode(result, setting),
    ...(tierShown ? [element('span', { class: 'tier-name' }, words.tiers[result.tier].label)] : []),
  ];
  return element(
    'li',
    { 'data-article-id': result.id, 'data-tier': result.tier },
    element('h3', {}, link),
    element('p', { class: 'meta' }, ...meta),
    ...(result.excerpt === ''
      ? []
      : [element('p', { class: 'excerpt', lang: 'vi' }, ...markedNodes(toMarkedParts(result.excerpt)))]),
  );
};
