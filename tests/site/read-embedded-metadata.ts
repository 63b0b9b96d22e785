/**
 * What a reference manager takes from a page by what its head tells: which tags are looked at, and which goes before which, as
 * Zotero's translators "Embedded Metadata" and "RDF" of 2026 have it. Only what articles of an archive can meet is here.
 */

const namespaces: Readonly<Record<string, string>> = {
  dc: 'dc',
  dcterms: 'dcterms',
  prism: 'prism',
  z: 'z',
  og: 'og',
  article: 'article',
  eprints: 'eprints',
  so: 'so',
  bibo: 'bibo',
};

/** What the page would be without Zotero's own word for it. */
const guesses: readonly (readonly [RegExp, string])[] = [
  [/citation_journal_title$/, 'journalArticle'],
  [/citation_technical_report_institution$/, 'report'],
  [/citation_conference(?:_title)?$/, 'conferencePaper'],
  [/citation_(?:in)?book_title$/, 'bookSection'],
  [/citation_dissertation_institution$/, 'thesis'],
];

const itemTypes = new Set(['newspaperArticle', 'magazineArticle', 'webpage', 'journalArticle']);

export interface TakenItem {
  readonly itemType: string;
  readonly title: string;
  readonly creators: readonly { readonly firstName: string; readonly lastName: string }[];
  readonly publicationTitle: string;
  readonly section: string;
  readonly date: string;
  readonly abstractNote: string;
  readonly language: string;
  readonly rights: string;
  readonly url: string;
  /** What must be nothing: fields that other tags are mistaken for. */
  readonly strays: Readonly<Record<string, string>>;
}

type Statements = ReadonlyMap<string, readonly string[]>;

const contentOf = (element: Element | null, name = 'content'): string => element?.getAttribute(name) ?? '';

/** `DC.title` → `dc title`, by the prefixes that are known; the property begins with a small letter. */
const readStatements = (document: Document): Statements => {
  const statements = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = contentOf(meta);
    const named = contentOf(meta, 'name') || contentOf(meta, 'property');
    if (content === '' || named === '') continue;
    for (const tag of named.split(/\s+/)) {
      const parts = tag.split(/[.:_]/);
      const [first = '', second = ''] = parts;
      const isSecond = parts.length > 2 && second.toLowerCase() in namespaces;
      const prefix = (isSecond ? second : first).toLowerCase();
      if (!(prefix in namespaces)) continue;
      const property = tag.slice(isSecond ? first.length + second.length + 2 : first.length + 1);
      const key = `${prefix} ${property.charAt(0).toLowerCase()}${property.slice(1)}`;
      statements.set(key, [...(statements.get(key) ?? []), content]);
    }
  }
  return statements;
};

const firstOf = (statements: Statements, ...keys: string[]): string =>
  keys.map((key) => statements.get(key)?.[0]).find((value) => value !== undefined) ?? '';

/** Highwire's tags are known by the end of their names. */
const highwire = (document: Document, name: string): string =>
  contentOf(document.querySelector(`head > meta[name$="${name}"]`))
    .replace(/\s+/g, ' ')
    .trim();

const typeOf = (document: Document, statements: Statements): string => {
  const names = [...document.querySelectorAll('meta')].map((meta) => contentOf(meta, 'name'));
  const told = guesses.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
  if (told !== undefined) return told;
  const [own, dublinCore] = [firstOf(statements, 'z itemType', 'z type'), firstOf(statements, 'dc type')];
  if (itemTypes.has(own)) return own;
  if (firstOf(statements, 'og type') === 'website') return 'webpage';
  if (itemTypes.has(dublinCore)) return dublinCore;
  return highwire(document, 'citation_title') === '' ? 'webpage' : 'journalArticle';
};

/** The last word is the family name, whatever the language; a comma puts it first. */
const splitName = (name: string): { firstName: string; lastName: string } => {
  const clean = name.replace(/^[\s.,/[\]:]+|[\s.,/[\]:]+$/g, '');
  if (name.includes(',')) {
    const [lastName = '', firstName = ''] = clean.split(/,\s*/);
    return { firstName, lastName };
  }
  const space = clean.lastIndexOf(' ');
  return { firstName: clean.slice(0, Math.max(0, space)), lastName: clean.slice(space + 1) };
};

const namesOf = (document: Document, statements: Statements): string[] => {
  const tagged = [...document.querySelectorAll('meta[name$="citation_author"]')].map((meta) =>
    contentOf(meta),
  );
  if (tagged.length > 0) return tagged.flatMap((names) => names.split(/\s*;\s*/));
  const creators = statements.get('dc creator') ?? statements.get('dcterms creator');
  if (creators !== undefined) return [...creators];
  // Nothing told: whatever looks like a byline is taken for one.
  const byline = document.querySelector('.byline, .bylines, .vcard, .article-byline, [class*="byline" i]');
  return (byline?.textContent ?? '').split(/\s*(?:,|&|\band\b)\s*/).filter((name) => name.trim() !== '');
};

/** A page’s article as a reference manager would file it. */
export const readEmbeddedMetadata = (document: Document): TakenItem => {
  const statements = readStatements(document);
  const taken = (...keys: string[]): string => firstOf(statements, ...keys);
  const publicationTitle =
    highwire(document, 'citation_journal_title') ||
    taken('prism publicationName', 'dc source', 'dcterms source', 'og site_name');
  const date =
    [
      'citation_date',
      'citation_cover_date',
      'citation_publication_date',
      'citation_online_date',
      'citation_year',
    ]
      .map((name) => highwire(document, name))
      .find((value) => value !== '') ??
    (taken('prism publicationDate', 'article published_time', 'dcterms issued', 'dc date', 'dcterms date') ||
      // The first date that the page shows, whatever it is the date of.
      contentOf(document.querySelector('time[datetime]'), 'datetime'));
  const identifiers = [
    ...(statements.get('dc identifier') ?? []),
    ...(statements.get('dcterms identifier') ?? []),
  ];
  return {
    itemType: typeOf(document, statements),
    title: (highwire(document, 'citation_title') || taken('dc title', 'og title')).replace(/\s+/g, ' '),
    creators: namesOf(document, statements).map(splitName),
    publicationTitle,
    section: taken('article section', 'so genre'),
    date,
    abstractNote:
      highwire(document, 'citation_abstract') ||
      taken('og description', 'dcterms abstract', 'dc description') ||
      contentOf(document.querySelector('meta[name="description" i]')),
    language: highwire(document, 'citation_language') || taken('dc language'),
    rights: taken('dc rights', 'dcterms rights'),
    url:
      highwire(document, 'citation_public_url') ||
      taken('og url') ||
      contentOf(document.querySelector('head > link[rel="canonical"]'), 'href'),
    strays: Object.fromEntries(
      [
        ['archiveLocation', taken('dc coverage', 'dcterms coverage')],
        ['ISSN', identifiers.find((one) => /\b\d{4}-?\d{3}[\dxX]\b/.test(one)) ?? ''],
        ['extra', taken('z itemType') === '' ? '' : taken('dc description')],
        ['volume', highwire(document, 'citation_volume')],
      ].filter(([, value]) => value !== ''),
    ) as Record<string, string>,
  };
};
