import { z } from 'zod';
import { normaliseLine, normaliseText } from '../text/normalise-text.ts';

const line = z.string().transform(normaliseLine).pipe(z.string().min(1));
const text = z.string().transform(normaliseText).pipe(z.string().min(1));

/** A text in both languages of the interface; English may be missing, Vietnamese never. */
export const inBothLanguages = z.strictObject({ vi: text, en: text.optional() });

/** One newspaper, magazine or portal: `content/sources/<id>.yml`. The id is the file's name. */
export const sourceSchema = z.strictObject({
  name: line,
  kind: z.enum(['newspaper', 'magazine', 'portal', 'agency', 'mailing-list', 'other']).default('other'),
  homepage: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  /** Host names whose pages are this source's, without `www.`. */
  hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/)).default([]),
  description: inBothLanguages.nullable().default(null),
});

export type Source = z.infer<typeof sourceSchema>;
