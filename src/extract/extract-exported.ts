import { parseExportedArticle } from '../article/exported-article.ts';
import { toProblem } from '../problem/problem.ts';
import type { Extraction } from './extract.ts';

/**
 * The article in a record of an export of ours: as it was, with its id and its former versions; nothing is looked for in
 * its text. Problems: `json-field-invalid`.
 */
export const extractExported = (value: Readonly<Record<string, unknown>>): Extraction => {
  const read = parseExportedArticle(value);
  if ('fields' in read) {
    return { draft: null, problems: read.fields.map((field) => toProblem('json-field-invalid', { field })) };
  }
  const { article, former, sourceName } = read;
  const { kicker, lead, url, publishedAt, eventDate, updatedAt, authors, organisation, section } = article;
  const { title, citedDocuments, documents, places, language, body } = article;
  return {
    draft: {
      title,
      kicker,
      lead,
      url,
      publishedAt,
      eventDate,
      updatedAt,
      authors,
      organisation,
      section,
      citedDocuments,
      documents,
      places,
      language,
      body,
      sourceName: sourceName ?? article.source,
      cut: [],
      exported: { article, former, sourceName },
    },
    problems: [],
  };
};
