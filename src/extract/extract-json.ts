import { z } from 'zod';
import { recordSchema } from '../article/article.ts';
import type { Block } from '../article/block.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { normaliseLine, normaliseText } from '../text/normalise-text.ts';
import { findCredit } from './credit.ts';
import type { Extraction } from './extract.ts';
import { parseMachineDate } from './machine-date.ts';
import { readFoot } from './read-foot.ts';
import { toDraft } from './to-draft.ts';

const required = z.object({
  title: z.string().transform(normaliseLine).pipe(z.string().min(1)),
  body: z.union([z.array(z.string()), z.string().transform((text) => text.split(/\n+/))]),
});

const { shape } = recordSchema;

/** Fields that a line may leave out; one that is not valid is left out with a problem. */
const optional = {
  url: shape.url,
  publishedAt: shape.publishedAt,
  updatedAt: shape.updatedAt,
  eventDate: shape.eventDate,
  kicker: shape.kicker,
  lead: shape.lead,
  authors: shape.authors,
  organisation: shape.organisation,
  section: shape.section,
  citedDocuments: shape.citedDocuments,
  places: shape.places,
  language: shape.language,
  source: z.string().transform(normaliseLine).nullable(),
  captions: z.array(z.string()).default([]),
} as const;

const dateFields: ReadonlySet<string> = new Set(['publishedAt', 'updatedAt', 'eventDate']);

/** A date as texts print it (12/05/2011 08:30) in the archive's form; anything else as it is. */
const readDate = (field: string, value: unknown): unknown =>
  dateFields.has(field) && typeof value === 'string' && !shape.eventDate.safeParse(value).success
    ? (parseMachineDate(value).at ?? value)
    : value;

type Optional = { [K in keyof typeof optional]?: z.output<(typeof optional)[K]> };

const readOptional = (line: Record<string, unknown>): { fields: Optional; problems: Problem[] } => {
  const fields: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [field, schema] of Object.entries(optional)) {
    const value = readDate(field, line[field]);
    if (value === undefined || value === null || value === '') continue;
    const parsed = schema.safeParse(value);
    if (parsed.success) fields[field] = parsed.data;
    else if (dateFields.has(field) && (typeof value === 'string' || typeof value === 'number')) {
      problems.push(toProblem('date-invalid', { field, value }));
    } else problems.push(toProblem('json-field-invalid', { field }));
  }
  return { fields, problems };
};

const toFigure = (caption: string): Block => ({
  type: 'figure',
  image: null,
  text: caption,
  credit: findCredit(caption),
});

/**
 * The article in one line of JSON Lines: `title` and `body` (a list of paragraphs), further fields of the record as
 * far as they are there. Captions, whose place is not known, come after the text. A byline that ends the text is
 * taken out of it. Problems: `json-invalid`, `json-field-invalid`, `date-invalid`, `not-an-article`.
 */
export const extractJson = (text: string): Extraction => {
  let line: unknown;
  try {
    line = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { draft: null, problems: [toProblem('json-invalid')] };
  }
  if (typeof line !== 'object' || line === null || Array.isArray(line)) {
    return { draft: null, problems: [toProblem('json-invalid')] };
  }
  const parsed = required.safeParse(line);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    return { draft: null, problems: fields.map((field) => toProblem('json-field-invalid', { field })) };
  }
  const { fields, problems } = readOptional({ ...line });
  const { source, captions = [], ...record } = fields;
  const paragraphs = parsed.data.body.map(normaliseText).filter((paragraph) => paragraph !== '');
  const foot = readFoot(paragraphs.map((paragraph) => ({ text: paragraph })));
  const body: Block[] = [
    ...foot.rest.map((paragraph): Block => ({ type: 'paragraph', text: paragraph.text })),
    ...captions
      .map(normaliseLine)
      .filter((caption) => caption !== '')
      .map(toFigure),
  ];
  if (body.length === 0 && record.lead === undefined) {
    return { draft: null, problems: [...problems, toProblem('not-an-article')] };
  }
  const stated = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
  const draft = toDraft({
    title: parsed.data.title,
    authors: foot.byline?.authors ?? [],
    organisation: foot.byline?.organisation ?? null,
    sourceName: source ?? null,
    body,
    cut: foot.cut,
    ...stated,
  });
  return { draft, problems };
};
