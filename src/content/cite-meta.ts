import { dateParts, type CitedArticle } from './cite-article.ts';
import { citedKinds } from './cited-kind.ts';

/** What the head tells besides the citation. */
export interface CitedContent {
  readonly abstract: string | null;
  readonly subjects: readonly string[];
  readonly places: readonly string[];
  readonly rights: string | null;
}

/** One `<meta>`; `property` for the vocabularies that ask for it. */
export interface MetaTag {
  readonly name?: string;
  readonly property?: string;
  readonly content: string;
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/**
 * What the head of an article's page tells programs: Highwire's tags (Google Scholar), Dublin Core and PRISM. There is no
 * `citation_journal_title`: with it every program takes a newspaper for a journal. A date that is inferred or unknown is told in
 * square brackets, by Dublin Core alone: without one, Zotero would take the first date that the page shows, a capture's.
 *
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 * @see https://www.dublincore.org/specifications/dublin-core/dcmi-terms/
 */
export const toMetaTags = (cited: CitedArticle, content: CitedContent, unknownDate: string): MetaTag[] => {
  const known = cited.dateInferred ? [] : dateParts(cited.date);
  const day = cited.date?.slice(0, 10) ?? unknownDate;
  const named: readonly (readonly [string, string | null])[] = [
    ['citation_title', cited.title],
    ...cited.authors.map((name) => ['citation_author', name] as const),
    ['citation_publication_date', known.length === 0 ? null : known.map(twoDigits).join('/')],
    ['citation_language', cited.language],
    ['citation_public_url', cited.address],
    // Zotero's own word: of all vocabularies here, it alone tells newspapers from journals.
    ['z:itemType', citedKinds[cited.sourceKind].zotero],
    ['prism.publicationName', cited.source],
    ['DC.type', 'Text'],
    ['DC.title', cited.title],
    ...cited.authors.map((name) => ['DC.creator', name] as const),
    ['DC.publisher', cited.source],
    ['DC.date', known.length === 0 ? `[${day}]` : day],
    ['DC.language', cited.language],
    // Not DC.identifier: eight digits of an address that happen to add up are read as an ISSN.
    ['DC.identifier.URI', cited.address],
    ['DC.source', cited.originalAddress],
    ['DC.rights', content.rights],
    ['DCTERMS.abstract', content.abstract],
    ...content.subjects.map((subject) => ['DCTERMS.references', subject] as const),
    // Not DC.coverage, which is taken for a shelf mark.
    ...content.places.map((place) => ['DCTERMS.spatial', place] as const),
  ];
  const tags = named.flatMap(([name, value]) => (value === null ? [] : [{ name, content: value }]));
  return cited.section === null ? tags : [...tags, { property: 'article:section', content: cited.section }];
};
