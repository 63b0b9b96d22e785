import { z } from 'zod';
import { normaliseLine } from '../text/normalise-text.ts';
import { isDate } from './date.ts';

const line = z.string().transform(normaliseLine).pipe(z.string().min(1));

/** An official document that a text names, with as much as the text tells of it. */
export const documentSchema = z.strictObject({
  /** `Nghị quyết 35-NQ/TW`, `Luật An ninh mạng`. */
  name: line,
  /** `Nghị quyết`, `Luật`. */
  kind: line.nullable().default(null),
  number: line.nullable().default(null),
  date: z
    .union([z.int().transform(String), z.string()])
    .pipe(z.string().refine(isDate))
    .nullable()
    .default(null),
  issuer: line.nullable().default(null),
});

export type DocumentRecord = z.infer<typeof documentSchema>;

/** What a record’s documents go by in lists: those with a number by it, laws by name and year (`Luật Đất đai (2013)`). */
export const documentNames = ({
  citedDocuments,
  documents,
}: {
  readonly citedDocuments: readonly string[];
  readonly documents: readonly DocumentRecord[];
}): string[] => [
  ...citedDocuments,
  ...documents
    .filter(({ number, kind }) => number === null && kind !== 'Nghị quyết')
    .map(({ name, date }) => (date === null ? name : `${name} (${date.slice(0, 4)})`)),
];
