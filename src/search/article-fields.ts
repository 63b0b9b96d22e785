import { toTokens } from '../text/tokens.ts';
import type { ArticleFields, FieldColumn } from './index-files.ts';
import { phraseComparison, type Comparison } from './plan-query.ts';

/** Fields that are kept in a file of their own, by the names that facets and queries have for them. */
export const listedFields = ['section', 'place', 'document', 'author'] as const;
export type ListedField = (typeof listedFields)[number];

const keysOf = (name: string, by: Comparison): string[] => {
  const keys = toTokens(name).map(({ key, folded }) => (by === 'exact' ? key : folded));
  return keys.length > 0 ? keys : [name.toLowerCase()];
};

/** Documents' numbers are often typed without their marks: `QD-UBND`. */
const ownComparison = (field: ListedField): Comparison => (field === 'document' ? 'folded' : 'exact');

/** What spellings of one value have in common. */
export const fieldKey = (field: ListedField, name: string): string =>
  keysOf(name, ownComparison(field)).join(' ');

/**
 * The names that a value typed in a query means, by number: those that are equal to it, by its own marks; where there is
 * none, those that hold it as a run of words.
 */
export const namesMeant = (names: readonly string[], value: string, by?: Comparison): ReadonlySet<number> => {
  const comparison = by ?? phraseComparison(toTokens(value));
  const meant = ` ${keysOf(value, comparison).join(' ')} `;
  const spelled = names.map((name) => ` ${keysOf(name, comparison).join(' ')} `);
  const numbers = [...names.keys()];
  const equal = numbers.filter((i) => spelled[i] === meant);
  return new Set(equal.length > 0 ? equal : numbers.filter((i) => spelled[i]?.includes(meant)));
};

/** The articles' fields, opened up. */
export interface OpenFields {
  /** Whether an article has one of these values, in whatever spelling of the same keys. */
  readonly hasValue: (field: ListedField, values: readonly string[]) => (article: number) => boolean;
  /** Whether an article has what a value typed in a query means. */
  readonly hasMeant: (field: ListedField, value: string) => (article: number) => boolean;
  readonly valuesOf: (field: ListedField, article: number) => readonly string[];
  /** Articles by value, the most frequent first. */
  readonly count: (field: ListedField, articles: readonly number[]) => Record<string, number>;
}

export const openFields = (fields: ArticleFields): OpenFields => {
  const hasOne =
    ({ of }: FieldColumn, numbers: ReadonlySet<number>) =>
    (article: number): boolean =>
      of[article]?.some((number) => numbers.has(number)) === true;
  return {
    hasValue(field, values) {
      const keys = new Set(values.map((value) => fieldKey(field, value)));
      const { names } = fields[field];
      const numbers = [...names.keys()].filter((i) => keys.has(fieldKey(field, names[i] ?? '')));
      return hasOne(fields[field], new Set(numbers));
    },
    hasMeant: (field, value) =>
      hasOne(
        fields[field],
        namesMeant(fields[field].names, value, field === 'document' ? 'folded' : undefined),
      ),
    valuesOf: (field, article) =>
      (fields[field].of[article] ?? []).flatMap((number) => fields[field].names[number] ?? []),
    count(field, articles) {
      const { names, of } = fields[field];
      const counts = new Map<number, number>();
      for (const number of articles.flatMap((article) => of[article] ?? [])) {
        counts.set(number, (counts.get(number) ?? 0) + 1);
      }
      // Names are numbered from the commonest, so that equal counts keep the archive's order.
      const ordered = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
      return Object.fromEntries(ordered.map(([number, count]) => [names[number] ?? '', count]));
    },
  };
};

/** One field of the articles, in their order: spellings with equal keys are one name, the commonest of them. */
export const toFieldColumn = (
  field: ListedField,
  valuesOfArticles: readonly (readonly string[])[],
): FieldColumn => {
  const spellings = new Map<string, Map<string, number>>();
  const keysOfArticles = valuesOfArticles.map((values) => {
    for (const value of values) {
      const key = fieldKey(field, value);
      const counts = spellings.get(key) ?? new Map<string, number>();
      spellings.set(key, counts.set(value, (counts.get(value) ?? 0) + 1));
    }
    return [...new Set(values.map((value) => fieldKey(field, value)))];
  });
  const totals = new Map<string, number>();
  for (const key of keysOfArticles.flat()) totals.set(key, (totals.get(key) ?? 0) + 1);
  const keys = byCount(totals);
  const numbers = new Map(keys.map((key, number) => [key, number]));
  return {
    names: keys.map((key) => byCount(spellings.get(key) ?? new Map<string, number>())[0] ?? key),
    of: keysOfArticles.map((own) => own.map((key) => numbers.get(key) ?? 0)),
  };
};

const byCount = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
