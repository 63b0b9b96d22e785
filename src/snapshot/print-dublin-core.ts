import type { Article } from '../article/article.ts';
import { documentNames } from '../article/document-record.ts';
import { printElement, printXmlText } from './print-xml.ts';

/** What a record tells of the archive that holds the article. */
export interface DublinCorePlace {
  readonly page: string;
  readonly sourceName: string | null;
  readonly rights: string | null;
}

/** What a cataloguer supplied stands in square brackets (RDA 2.2.4). */
const supplied = (text: string, isSupplied: boolean): string => (isSupplied ? `[${text}]` : text);

const namespaces = {
  'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
} as const;

const startTag = `<oai_dc:dc ${Object.entries(namespaces)
  .map(([name, value]) => `${name}="${printXmlText(value)}"`)
  .join(' ')}>`;

/**
 * An article as simple Dublin Core, in the form of OAI-PMH.
 *
 * @see https://www.openarchives.org/OAI/openarchivesprotocol.html#dublincore
 */
export const printDublinCore = (article: Article, { page, sourceName, rights }: DublinCorePlace): string => {
  const { title, titleSupplied, publishedAt, publishedAtInferred } = article;
  const elements: readonly (readonly [name: string, value: string | null])[] = [
    ['title', supplied(title, titleSupplied)],
    ...article.authors.map((author) => ['creator', author] as const),
    ['creator', article.organisation],
    ['subject', article.section],
    ['publisher', sourceName ?? article.source],
    ['date', publishedAt === null ? null : supplied(publishedAt, publishedAtInferred)],
    ['type', 'Text'],
    ['format', 'text/html'],
    ['identifier', page],
    ['source', article.url],
    ['language', article.language],
    ...documentNames(article).map((name) => ['relation', name] as const),
    ...article.places.map((place) => ['coverage', place] as const),
    ['rights', rights],
  ];
  const lines = elements
    .map(([name, value]) => printElement(`dc:${name}`, value))
    .filter((one) => one !== '');
  return `${startTag}\n${lines.join('\n')}\n</oai_dc:dc>`;
};
