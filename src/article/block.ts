import { z } from 'zod';
import { normaliseLine, normaliseText } from '../text/normalise-text.ts';

const text = z.string().transform(normaliseText).pipe(z.string().min(1));
const line = z.string().transform(normaliseLine).pipe(z.string().min(1));
const cell = z.string().transform(normaliseLine);

/** No side of a picture is longer, in pixels. */
export const maxImageSide = 65_535;

const side = z.int().min(1).max(maxImageSide);

/** A picture of a figure. `src` is an address below the archive's own `images/`, or null where only the caption was kept. */
export const imageSchema = z
  .strictObject({
    src: z
      .string()
      .regex(/^images\/[\w./-]+$/)
      .refine((src) => !src.includes('..'))
      .nullable(),
    alt: cell,
    /** In pixels, as a browser shows it; as far as the importer wrote it down. */
    width: side.optional(),
    height: side.optional(),
  })
  .refine(({ src, alt }) => src !== null || alt !== '')
  .refine(
    ({ src, width, height }) =>
      (width === undefined) === (height === undefined) && (src !== null || width === undefined),
  );

/**
 * One block of an article's text, in reading order. Texts are plain, normalised text; a "\n" in one is a line break.
 * A match of a search never runs across two blocks (each list item, table cell and caption counts as one).
 */
export const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), text }),
  /** A cross-head; level 2 unless the page nests them. */
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    text: line,
  }),
  z.strictObject({ type: z.literal('quote'), text }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(text).min(1) }),
  /** Rows of cells, the first the header; every row has as many cells as the first, and some cell has text. */
  z
    .strictObject({ type: z.literal('table'), rows: z.array(z.array(cell).min(1)).min(1) })
    .refine(({ rows }) => rows.every((row) => row.length === rows[0]?.length) && rows.flat().join('') !== ''),
  /** A figure: its caption as printed, credit and all, and the credit alone (a part of the text) where one was made out. */
  z
    .strictObject({
      type: z.literal('figure'),
      image: imageSchema.nullable(),
      text: cell,
      credit: line.nullable(),
    })
    .refine(({ text: caption, credit }) => credit === null || caption.includes(credit))
    .refine(({ text: caption, image }) => caption !== '' || image !== null),
]);

export type Block = z.infer<typeof blockSchema>;
export type Figure = Extract<Block, { type: 'figure' }>;
export type Image = z.infer<typeof imageSchema>;

/** The words that stand before a credit in a caption, at the caption's end: `Ảnh: `, `(Ảnh: `, `Nguồn ảnh - `. */
const creditLabel = /[\s(]*(?:(?:nguồn\s+)?(?:ảnh|hình|đồ\s+họa)|photo)\s*[:-]?\s*\(?$/iu;

/** A caption without its credit and the words before it: `Chợ phiên. Ảnh: AN` → `Chợ phiên.` */
export const captionWithoutCredit = ({ text: caption, credit }: Pick<Figure, 'text' | 'credit'>): string => {
  if (credit === null) return caption;
  return caption.slice(0, caption.lastIndexOf(credit)).replace(creditLabel, '').trim();
};
