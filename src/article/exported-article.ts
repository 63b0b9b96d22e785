import { z } from 'zod';
import { normaliseLine } from '../text/normalise-text.ts';
import { articleSchema, recordSchema, type Article } from './article.ts';
import { captureSchema, type CaptureRecord } from './capture-record.ts';

/** An article, its former versions (the oldest first), and what an export tells of it besides. */
export interface ArticleForExport {
  readonly article: Article;
  readonly former: readonly Article[];
  readonly sourceName: string | null;
  /** The address of its page in the archive. */
  readonly page: string | null;
}

/** By this key, whose value is the form's number, a line or row is known for a record of our own export. */
export const exportMark = 'khobao';
export const exportForm = 1;

type RecordField = Exclude<keyof typeof recordSchema.shape, 'captures' | 'withdrawn'>;

/** The fields of a record that are exported, in the order of the schema. */
export const exportedFields: readonly RecordField[] = (
  Object.keys(recordSchema.shape) as (keyof typeof recordSchema.shape)[]
).filter((field) => field !== 'captures' && field !== 'withdrawn');

type ExportedCapture = Omit<CaptureRecord, 'file' | 'offset'>;

/** Where a capture lies in the archive is nothing to others. */
const toExportedCapture = ({
  sha256,
  capturedAt,
  capturedAtInferred,
  url,
  mediaType,
  bytes,
}: CaptureRecord): ExportedCapture => ({ sha256, capturedAt, capturedAtInferred, url, mediaType, bytes });

const toVersion = (article: Article): Record<string, unknown> => ({
  ...Object.fromEntries(exportedFields.map((field) => [field, article[field]])),
  body: article.body,
  captures: article.captures.map(toExportedCapture),
});

/** An article as a line of JSON Lines holds it, its keys in a fixed order. */
export const toExportedArticle = ({
  article,
  former,
  sourceName,
  page,
}: ArticleForExport): Record<string, unknown> => ({
  [exportMark]: exportForm,
  ...toVersion(article),
  sourceName,
  page,
  formerVersions: former.map(toVersion),
});

/** What was read in a record of an export: articles without captures, whose bytes an export does not have. */
export interface ExportedReading {
  readonly article: Article;
  readonly former: readonly Article[];
  readonly sourceName: string | null;
}

const exportedSchema = z.looseObject({
  sourceName: z.string().transform(normaliseLine).nullable().default(null),
  formerVersions: z.array(z.looseObject({})).default([]),
  captures: z.array(captureSchema.omit({ file: true, offset: true })).default([]),
});

/** Whether an object is a record of our own export. */
export const isExported = (value: Readonly<Record<string, unknown>>): boolean =>
  String(value[exportMark]) === String(exportForm);

/** The fields that are not as they should be. */
export interface ExportFault {
  readonly fields: readonly string[];
}

const faultOf = ({ issues }: z.ZodError): ExportFault => ({
  fields: [...new Set(issues.map(({ path }) => String(path[0])))],
});

const parseVersion = (value: Readonly<Record<string, unknown>>) =>
  articleSchema.safeParse(
    Object.fromEntries([...exportedFields, 'body'].map((field) => [field, value[field]] as const)),
  );

/** Reads what `toExportedArticle` made; or tells the fields at fault. */
export const parseExportedArticle = (
  value: Readonly<Record<string, unknown>>,
): ExportedReading | ExportFault => {
  const outer = exportedSchema.safeParse(value);
  if (!outer.success) return faultOf(outer.error);
  const current = parseVersion(value);
  if (!current.success) return faultOf(current.error);
  const former: Article[] = [];
  for (const version of outer.data.formerVersions) {
    const parsed = parseVersion({ ...version, id: current.data.id });
    if (!parsed.success) return { fields: ['formerVersions'] };
    former.push(parsed.data);
  }
  const { sourceName } = outer.data;
  return { article: current.data, former, sourceName: sourceName === '' ? null : sourceName };
};
