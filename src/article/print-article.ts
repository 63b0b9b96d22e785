import { stringify } from 'yaml';
import { recordSchema, type Article, type ArticleRecord } from './article.ts';
import { captureSchema } from './capture-record.ts';
import { documentSchema } from './document-record.ts';
import { printBody } from './print-body.ts';

/** Fields in the order of the schema, without those that hold what an absent field means. */
const withoutDefaults = (
  record: Record<string, unknown>,
  shape: Record<string, unknown>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(shape)
      .map((key) => [key, record[key]] as const)
      .filter(
        ([key, value]) =>
          value !== null &&
          value !== undefined &&
          value !== false &&
          !(Array.isArray(value) && value.length === 0) &&
          !(key === 'language' && value === 'vi'),
      ),
  );

/** A record as the YAML between the two `---` lines, without them. */
export const printRecord = (record: ArticleRecord): string => {
  const fields: Record<string, unknown> = withoutDefaults(record, recordSchema.shape);
  if (record.documents.length > 0) {
    fields.documents = record.documents.map((one) => withoutDefaults({ ...one }, documentSchema.shape));
  }
  if (record.captures.length > 0) {
    fields.captures = record.captures.map((capture) => withoutDefaults({ ...capture }, captureSchema.shape));
  }
  if (record.withdrawn !== null) {
    const { withdrawnAt, reason, by } = record.withdrawn;
    fields.withdrawn = { withdrawnAt, reason, ...(by === null ? {} : { by }) };
  }
  return stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.2' });
};

/** An article as its file: the same article always gives the same bytes, and `parseArticle` gives it back. */
export const printArticle = (article: Article): string => {
  const { body, ...record } = article;
  const text = printBody(body);
  return `---\n${printRecord(record)}---\n${text === '' ? '' : `\n${text}`}`;
};
