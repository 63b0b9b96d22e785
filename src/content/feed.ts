/** Atom feeds (RFC 4287). */
import { printElement, printXmlText } from '../snapshot/print-xml.ts';

/** So many articles are in a feed. */
export const feedSize = 50;

/** A feed; addresses are whole, or begin at the site's root where nothing knows its address. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly rights: string | null;
  readonly language: string;
  /** Where the feed lies, and the page whose articles it has. */
  readonly self: string;
  readonly page: string;
  readonly icon: string;
  /** Instants, as all below. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  /** The article's address at its source. */
  readonly original: string | null;
  readonly published: string | null;
  readonly updated: string;
  readonly language: string;
  /** At least one. */
  readonly authors: readonly string[];
  readonly section: string | null;
  readonly summary: string | null;
}

const link = (rel: string, type: string | null, address: string): string =>
  `<link rel="${rel}"${type === null ? '' : ` type="${type}"`} href="${printXmlText(address)}"/>`;

const printEntry = (entry: FeedEntry, feed: Feed): string => {
  const language = entry.language === feed.language ? '' : ` xml:lang="${printXmlText(entry.language)}"`;
  const lines = [
    printElement('id', entry.id),
    printElement('title', entry.title),
    link('alternate', 'text/html', entry.address),
    entry.original === null ? '' : link('via', null, entry.original),
    printElement('published', entry.published),
    printElement('updated', entry.updated),
    ...entry.authors.map((author) => `<author>${printElement('name', author)}</author>`),
    entry.section === null ? '' : `<category term="${printXmlText(entry.section)}"/>`,
    printElement('summary', entry.summary),
  ];
  return `<entry${language}>\n${lines.filter((line) => line !== '').join('\n')}\n</entry>\n`;
};

/** The feed's file. The same articles give the same bytes: nothing in it tells when it was made. */
export const printFeed = (feed: Feed): string => {
  const head = [
    printElement('id', feed.id),
    printElement('title', feed.title),
    printElement('subtitle', feed.subtitle),
    printElement('rights', feed.rights),
    printElement('updated', feed.updated),
    link('self', 'application/atom+xml', feed.self),
    link('alternate', 'text/html', feed.page),
    printElement('icon', feed.icon),
    printElement('generator', 'Kho Báo'),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">\n`,
    `${head.filter((line) => line !== '').join('\n')}\n`,
    ...feed.entries.map((entry) => printEntry(entry, feed)),
    '</feed>\n',
  ].join('');
};
