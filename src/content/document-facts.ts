import type { ArticleRecord } from '../article/article.ts';
import type { DocumentRecord } from '../article/document-record.ts';
import { groupKey } from './group-articles.ts';

type DocumentFacts = Pick<DocumentRecord, 'name' | 'issuer' | 'date'>;

/** What lists know a document by. */
const listedName = ({ number, name, date }: DocumentRecord): string =>
  number ?? (date === null ? name : `${name} (${date.slice(0, 4)})`);

const known = ({ issuer, date }: DocumentFacts): number => Number(issuer !== null) + Number(date !== null);

/**
 * What the texts of some articles tell of the document with a key: of those that name it, the one that tells most, the first
 * of equals. Null where none tells more than its number.
 */
export const documentFacts = (
  key: string,
  articles: readonly { readonly record: Pick<ArticleRecord, 'documents'> }[],
): DocumentFacts | null =>
  articles
    .flatMap(({ record }) => record.documents.filter((one) => groupKey(listedName(one), true) === key))
    .reduce<DocumentFacts | null>(
      (best, next) => (best === null || known(next) > known(best) ? next : best),
      null,
    );
