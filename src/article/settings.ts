import { z } from 'zod';
import { normaliseLine } from '../text/normalise-text.ts';
import { inBothLanguages } from './source-record.ts';

const line = z.string().transform(normaliseLine).pipe(z.string().min(1));

/** The archive's own settings: `content/archive.yml`. */
export const settingsSchema = z.strictObject({
  name: line,
  /** Where the archive will be published, for absolute addresses; `khobao build --site` overrides it. */
  site: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  description: inBothLanguages.nullable().default(null),
  /** Who answers faults and requests for withdrawal: a mail address. */
  contact: z.email().nullable().default(null),
  rights: inBothLanguages.nullable().default(null),
});

export type Settings = z.infer<typeof settingsSchema>;
