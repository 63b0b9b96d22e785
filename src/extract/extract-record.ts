import { z } from 'zod';
import { recordSchema } from '../article/article.ts';
import type { Block } from '../article/block.ts';
import { toDateProblem } from '../problem/date-problem.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { normaliseLine, normaliseText } from '../text/normalise-text.ts';
import { findCredit } from './credit.ts';
import type { Extraction } from './extract.ts';
import { parseMachineDate } from './machine-date.ts';
import type { Fields } from './map-record.ts';
import { readBodyHtml, type BodyRead } from './read-body-html.ts';
import { readFoot } from './read-foot.ts';
import { toTextMissing } from './text-missing.ts';
import { toDraft } from './to-draft.ts';

const { shape } = recordSchema;

/** Fields that a record may leave out; one that is not valid is left out with a problem. */
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

const readOptional = (record: Fields): { fields: Optional; problems: Problem[] } => {
  const fields: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [field, schema] of Object.entries(optional)) {
    const value = readDate(field, record[field]);
    if (value === undefined || value === null || value === '') continue;
    const parsed = schema.safeParse(value);
    if (parsed.success) fields[field] = parsed.data;
    else if (dateFields.has(field) && (typeof value === 'string' || typeof value === 'number')) {
      problems.push(toDateProblem(field, value));
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

/** A body as a record gives it: paragraphs, a text with one on each line, or HTML. */
export const bodySchema = z.union([
  z.array(z.string()),
  z.string().transform((text) => text.split(/\n+/)),
  z.object({ html: z.string() }),
]);

const readBody = (body: z.infer<typeof bodySchema>, title: string | null): BodyRead => {
  if ('html' in body) return readBodyHtml(body.html, title);
  const paragraphs = body.map(normaliseText).filter((paragraph) => paragraph !== '');
  const { rest, byline, cut } = readFoot(paragraphs.map((text) => ({ text })));
  return {
    blocks: rest.map(({ text }) => ({ type: 'paragraph', text })),
    lead: null,
    publishedAt: null,
    authors: byline?.authors ?? [],
    organisation: byline?.organisation ?? null,
    cut,
  };
};

/** A summary that is shorter says too little to be told from a chance. */
const minSummaryLength = 40;

/**
 * Lead and body without what stands in both: a lead that opens the body is taken out of it; a summary that is but the
 * body's beginning, cut off by a machine, is none.
 */
const withoutDouble = (
  lead: string | null,
  blocks: readonly Block[],
): { lead: string | null; blocks: readonly Block[] } => {
  const [first, ...rest] = blocks;
  if (lead === null || first?.type !== 'paragraph') return { lead, blocks };
  if (first.text === lead) return rest.length > 0 ? { lead, blocks: rest } : { lead: null, blocks };
  const start = lead.replace(/\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)$/u, '');
  const whole = blocks.map((block) => ('text' in block ? block.text : '')).join(' ');
  const isBeginning = start.length >= minSummaryLength && normaliseLine(whole).startsWith(start);
  return { lead: isBeginning ? null : lead, blocks };
};

/**
 * The article in a record: a line of JSON Lines, a row of a CSV file, an item of a feed, under the names of an
 * article's fields. Captions, whose place is not known, come after the text. A byline that ends the text is taken out of
 * it, and stands where the record names nobody.
 * Problems: `json-field-invalid`, `date-invalid`, `text-missing`.
 */
export const extractRecord = (record: Fields): Extraction => {
  const { fields, problems } = readOptional(record);
  const { source, captions = [], ...stated } = fields;
  const title = typeof record.title === 'string' ? normaliseLine(record.title) : '';
  const parsed = bodySchema.safeParse(record.body ?? '');
  if (!parsed.success) return { draft: null, problems: [toProblem('json-field-invalid', { field: 'body' })] };
  const read = readBody(parsed.data, title === '' ? null : title);
  const { lead, blocks } = withoutDouble(stated.lead ?? read.lead, read.blocks);
  const figures = captions.map(normaliseLine).filter((caption) => caption !== '');
  const body: Block[] = [...blocks, ...figures.map(toFigure)];
  if (body.length === 0 && lead === null) {
    const problem = toTextMissing(title, stated.url ?? null);
    return { draft: null, problems: [...problems, problem] };
  }
  const known = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null));
  const draft = toDraft({
    title: title === '' ? null : title,
    authors: [...read.authors],
    organisation: read.organisation,
    publishedAt: read.publishedAt,
    sourceName: source ?? null,
    cut: read.cut,
    ...known,
    lead,
    body,
  });
  return { draft, problems };
};
