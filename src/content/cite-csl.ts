import type { Source } from '../article/source-record.ts';
import type { ArticleWords } from '../i18n/vi/article.ts';
import { dateParts, notesOf, type CitedArticle } from './cite-article.ts';

const typeOf = (kind: Source['kind']): string => {
  switch (kind) {
    case 'magazine':
      return 'article-magazine';
    case 'portal':
    case 'mailing-list':
      return 'webpage';
    default:
      return 'article-newspaper';
  }
};

/**
 * An article as CSL-JSON, a list of one. Names are literal, as printed; `circa` marks an inferred date.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html
 */
export const toCslJson = (cited: CitedArticle, words: ArticleWords['cite']): string => {
  const notes = notesOf(cited, words);
  const item = {
    id: cited.id,
    type: typeOf(cited.sourceKind),
    title: cited.title,
    ...(cited.authors.length > 0 && { author: cited.authors.map((literal) => ({ literal })) }),
    'container-title': cited.source,
    ...(cited.section !== null && { section: cited.section }),
    ...(cited.date !== null && {
      issued: { 'date-parts': [dateParts(cited.date)], ...(cited.dateInferred && { circa: true }) },
    }),
    language: cited.language,
    ...(cited.address !== null && { URL: cited.address }),
    archive: cited.archive,
    archive_location: cited.id,
    ...(notes.length > 0 && { note: notes.join('. ') }),
  };
  const lines = Object.entries(item).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `[{\n${lines.join(',\n')}\n}]`;
};
