import type { CitedArticle } from './cite-article.ts';
import type { CitedContent } from './cite-meta.ts';

/** What schema.org asks for besides. */
export interface DescribedArticle {
  readonly cited: CitedArticle;
  readonly content: CitedContent;
  /** The organisation that the byline names. */
  readonly organisation: string | null;
  readonly kicker: string | null;
  readonly updatedAt: string | null;
  readonly homepage: string | null;
  /** Whole addresses. */
  readonly images: readonly string[];
}

const entry = <Value>(key: string, value: Value | null, shape: (value: Value) => unknown = (own) => own) =>
  value === null || (Array.isArray(value) && value.length === 0) ? {} : { [key]: shape(value) };

const named = (type: string) => (name: string) => ({ '@type': type, name });

/**
 * An article as schema.org's NewsArticle in JSON-LD, safe inside a `<script>`. An inferred date is left out, as nothing could
 * mark it.
 *
 * @see https://schema.org/NewsArticle
 */
export const toJsonLd = (article: DescribedArticle): string => {
  const { cited, content, organisation, homepage } = article;
  const persons = cited.authors.filter((name) => name !== organisation).map(named('Person'));
  const authors = organisation === null ? persons : [...persons, named('Organization')(organisation)];
  const described = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: cited.title,
    ...entry('alternativeHeadline', article.kicker),
    ...entry('abstract', content.abstract),
    inLanguage: cited.language,
    ...entry('datePublished', cited.dateInferred ? null : cited.date),
    ...entry('dateModified', article.updatedAt),
    ...entry('author', authors),
    publisher: { ...named('Organization')(cited.source), ...entry('url', homepage) },
    ...entry('articleSection', cited.section),
    ...entry('citation', content.subjects),
    ...entry('contentLocation', content.places.map(named('Place'))),
    ...entry('image', article.images),
    ...entry('url', cited.originalAddress),
    ...entry('archivedAt', cited.address),
    ...entry('mainEntityOfPage', cited.address),
    ...entry('copyrightNotice', content.rights),
    identifier: cited.id,
    ...entry('version', cited.version),
  };
  return JSON.stringify(described).replaceAll('<', '\\u003c');
};
