import type { ArticleWords } from '../i18n/vi/article.ts';
import { dateParts, notesOf, type CitedArticle } from './cite-article.ts';
import { citedKinds } from './cited-kind.ts';

/**
 * An article as CSL-JSON, a list of one. Names are literal, as printed; `circa` marks an inferred date.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html
 */
export const toCslJson = (cited: CitedArticle, words: ArticleWords['cite']): string => {
  const notes = notesOf(cited, words);
  const item = {
    id: cited.id,
    type: citedKinds[cited.sourceKind].csl,
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
