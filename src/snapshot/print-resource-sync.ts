/**
 * Sitemaps with the terms of ResourceSync: lists of what an archive has, and of what changed in it.
 *
 * @see ANSI/NISO Z39.99-2017, https://www.openarchives.org/rs/1.1/resourcesync
 */
import { exportComment } from './export-comment.ts';
import { printElement, printXmlText } from './print-xml.ts';

/** Far below the 50,000 entries and 50 MB that sitemaps may have. */
export const maxListed = 20_000;

/** An entry of a list: an address, and attributes of its `rs:md` and its `rs:ln`. */
export interface ListedResource {
  readonly address: string;
  /** A day. */
  readonly changedOn?: string;
  readonly about: Readonly<Record<string, string>>;
  readonly links?: readonly Readonly<Record<string, string>>[];
}

/** What a list is, and where the lists above it lie. */
export interface ListHead {
  readonly about: Readonly<Record<string, string>>;
  readonly links: readonly Readonly<Record<string, string>>[];
}

const tag = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${printXmlText(value)}"`)
    .join('')}/>`;

function* printList(
  { root, item }: { readonly root: string; readonly item: string },
  { about, links }: ListHead,
  resources: Iterable<ListedResource>,
): Generator<string, void, undefined> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${exportComment} -->\n`;
  yield `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:rs="http://www.openarchives.org/rs/terms/">\n`;
  for (const link of links) yield `${tag('rs:ln', link)}\n`;
  yield `${tag('rs:md', about)}\n`;
  for (const resource of resources) {
    const parts = [
      printElement('loc', resource.address),
      printElement('lastmod', resource.changedOn ?? null),
      tag('rs:md', resource.about),
      ...(resource.links ?? []).map((link) => tag('rs:ln', link)),
    ];
    yield `<${item}>${parts.join('')}</${item}>\n`;
  }
  yield `</${root}>\n`;
}

/** A list of resources, of changes, or of capabilities. */
export const printResources = (head: ListHead, resources: Iterable<ListedResource>): Generator<string> =>
  printList({ root: 'urlset', item: 'url' }, head, resources);

/** A list of lists. */
export const printListIndex = (head: ListHead, lists: Iterable<ListedResource>): Generator<string> =>
  printList({ root: 'sitemapindex', item: 'sitemap' }, head, lists);
