import { z } from 'zod';
import { normaliseLine, normaliseText } from '../text/normalise-text.ts';
import { parseSelector } from './selector.ts';

const line = z.string().transform(normaliseLine).pipe(z.string().min(1));
const text = z.string().transform(normaliseText).pipe(z.string().min(1));

/** A text in both languages of the interface; English may be missing, Vietnamese never. */
export const inBothLanguages = z.strictObject({ vi: text, en: text.optional() });

const selector = z.string().transform((text, context) => {
  const parsed = parseSelector(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', params: { reason: 'not-selector' }, input: text });
  return z.NEVER;
});

/** Where a source's pages hold what the importer looks for, as selectors. All may be left out. */
export const sourceRulesSchema = z.strictObject({
  title: selector.optional(),
  kicker: selector.optional(),
  lead: selector.optional(),
  date: selector.optional(),
  byline: selector.optional(),
  section: selector.optional(),
  /** The element that holds the running text. */
  body: selector.optional(),
  /** What is the page's own, wherever it stands. */
  cut: z.array(selector).default([]),
});

export type SourceRules = z.infer<typeof sourceRulesSchema>;

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
  rules: sourceRulesSchema.nullable().default(null),
});

export type Source = z.infer<typeof sourceSchema>;
