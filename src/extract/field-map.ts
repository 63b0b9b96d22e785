import { z } from 'zod';
import { dateFormPattern } from './date-form.ts';

/** The fields of an article that a table or a list of objects can give. */
export const mappedFields = [
  'title',
  'kicker',
  'lead',
  'body',
  'captions',
  'publishedAt',
  'updatedAt',
  'eventDate',
  'authors',
  'organisation',
  'section',
  'citedDocuments',
  'places',
  'language',
  'source',
  'url',
] as const;
export type MappedField = (typeof mappedFields)[number];

const path = z.string().min(1);
const paths = z.union([path.transform((one) => [one]), z.array(path).min(1)]);

const common = {
  /** Columns, or paths into an object (`data.title`); the first that holds something counts. */
  from: paths.optional(),
  /** What every article has in this field. */
  constant: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).optional(),
  /** Set before and behind what was found: for an address of which the table has but the end. */
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  as: z.enum(['html', 'text']).optional(),
};

const plainRule = z.strictObject(common);
const listRule = z.strictObject({ ...common, separator: z.string().optional() });
const dateRule = z.strictObject({
  ...common,
  date: z
    .string()
    .refine((form) => dateFormPattern(form) !== null)
    .optional(),
});

/** How one field is read. */
export interface FieldRule extends z.infer<typeof plainRule> {
  /** The form of a date, such as `dd/mm/yyyy hh:mm`, `unix` or `unix-ms`. */
  readonly date?: string | undefined;
  /** What parts the entries of a list that is written as one text; an empty one parts nothing. */
  readonly separator?: string | undefined;
}

const ruleOf = <Rule extends z.ZodType>(rule: Rule) =>
  z.union([z.null(), paths.transform((from) => ({ from })), rule]).optional();

const [plain, list, date] = [ruleOf(plainRule), ruleOf(listRule), ruleOf(dateRule)];

/**
 * A field map: for each field of an article where it stands in a row of a CSV file or a line of JSON Lines. A field that
 * it does not name is found by its usual names; null leaves the field out.
 */
export const fieldMapSchema = z.strictObject({
  title: plain,
  kicker: plain,
  lead: plain,
  body: plain,
  captions: list,
  publishedAt: date,
  updatedAt: date,
  eventDate: date,
  authors: list,
  organisation: plain,
  section: plain,
  citedDocuments: list,
  places: list,
  language: plain,
  source: plain,
  url: plain,
} satisfies Record<MappedField, z.ZodType>);

export type FieldMap = Readonly<Partial<Record<MappedField, FieldRule | null | undefined>>>;
