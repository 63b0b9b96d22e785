import { z } from 'zod';
import { normaliseLine, normaliseText } from '../text/normalise-text.ts';
import { isArticleId, isSourceId } from './article-id.ts';
import { blockSchema } from './block.ts';
import { captureSchema } from './capture-record.ts';
import { isDate, isEventDate, isInstant } from './date.ts';
import { documentSchema } from './document-record.ts';

const line = z.string().transform(normaliseLine).pipe(z.string().min(1));
const text = z.string().transform(normaliseText).pipe(z.string().min(1));
/** YAML reads a bare 2022 as a number. */
const date = z.union([z.int().transform(String), z.string()]).pipe(z.string().refine(isDate));
const eventDate = z.union([z.int().transform(String), z.string()]).pipe(z.string().refine(isEventDate));
const webAddress = z.url({ protocol: /^https?$/ });

/** An article taken out of readers' sight: when, why and by whom. */
export const withdrawalSchema = z.strictObject({
  withdrawnAt: z.string().refine(isInstant),
  reason: line,
  by: line.nullable().default(null),
});

export type Withdrawal = z.infer<typeof withdrawalSchema>;

/**
 * The record of an article: the front matter of its file, and what `khobao show --json` tells.
 * What is not known is null (or left out of the file); nothing is made up.
 */
export const recordSchema = z.strictObject({
  id: z.string().refine(isArticleId),
  /** The headline as published or, with `titleSupplied`, the cataloguer's words; pages show those in square brackets. */
  title: line,
  titleSupplied: z.boolean().default(false),
  /** The line above the headline. */
  kicker: line.nullable().default(null),
  /** The first paragraph, where the page marks it as one; not repeated in the body. */
  lead: text.nullable().default(null),
  /** The id of a source: `content/sources/<id>.yml`. */
  source: z.string().refine(isSourceId),
  /** The article's original address. */
  url: webAddress.nullable().default(null),
  /** With only the precision that is known. */
  publishedAt: date.nullable().default(null),
  /** Whether the date is the cataloguer's inference; pages show it in square brackets. */
  publishedAtInferred: z.boolean().default(false),
  /** A date that the text itself gives for what it reports; `--08-03` where it gives no year. */
  eventDate: eventDate.nullable().default(null),
  updatedAt: date.nullable().default(null),
  authors: z.array(line).default([]),
  /** The body that the byline names beside or instead of persons. */
  organisation: line.nullable().default(null),
  section: line.nullable().default(null),
  /** Numbers of official documents that the text names, as it prints them: `35-NQ/TW`. */
  citedDocuments: z.array(line).default([]),
  /** All documents that the text names, those without a number too, with what it tells of them. */
  documents: z.array(documentSchema).default([]),
  places: z.array(line).default([]),
  /** BCP 47. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .default('vi'),
  withdrawn: withdrawalSchema.nullable().default(null),
  captures: z.array(captureSchema).default([]),
});

export const articleSchema = recordSchema.extend({ body: z.array(blockSchema) });

export type ArticleRecord = z.infer<typeof recordSchema>;
export type Article = z.infer<typeof articleSchema>;

/** An article before the schema filled in what was left out. */
export type ArticleInput = z.input<typeof articleSchema>;
