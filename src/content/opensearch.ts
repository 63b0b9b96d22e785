import { printElement, printXmlText } from '../snapshot/print-xml.ts';

/** How a browser's address bar asks an archive. */
export interface SearchDescription {
  /** Cut to 16 characters, as the format has it. */
  readonly name: string;
  readonly description: string;
  readonly language: string;
  readonly contact: string | null;
  /** Whole addresses. */
  readonly searchPage: string;
  readonly icon: string;
  readonly self: string;
}

/** At most so many characters, cut at a word where there are two. */
const cut = (text: string, length: number): string => {
  const letters = Array.from(text);
  if (letters.length <= length) return text;
  const start = letters.slice(0, length + 1).join('');
  return start.includes(' ') ? start.slice(0, start.lastIndexOf(' ')) : letters.slice(0, length).join('');
};

/**
 * A description of the search, by which a browser takes the archive for one that its address bar can ask.
 *
 * @see https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
export const printSearchDescription = (about: SearchDescription): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    printElement('ShortName', cut(about.name, 16)),
    printElement('LongName', cut(about.name, 48)),
    printElement('Description', cut(about.description, 1024)),
    ...(about.contact === null ? [] : [printElement('Contact', about.contact)]),
    `<Url type="text/html" method="get" template="${printXmlText(about.searchPage)}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${printXmlText(about.self)}"/>`,
    `<Image height="16" width="16" type="image/svg+xml">${printXmlText(about.icon)}</Image>`,
    printElement('Language', about.language),
    printElement('InputEncoding', 'UTF-8'),
    printElement('OutputEncoding', 'UTF-8'),
    '</OpenSearchDescription>',
    '',
  ].join('\n');
