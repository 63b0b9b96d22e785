import { foldText } from '../../text/fold-text.ts';
import { toTokens } from '../../text/tokens.ts';
import type { FacetName } from './search-address.ts';

/** One value of a facet, as the reader can choose it. */
export interface FacetValue {
  /** As the state has it. */
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** Values of a facet shown at first, and added on demand. */
export const firstValues = 8;
export const moreValues = 20;

const order = new Intl.Collator('vi', { numeric: true });

/** What spellings of one value have in common: `Hoà Bình`, `Hòa Bình`. Documents are often typed without their marks. */
const keyOf = (facet: FacetName, value: string): string => {
  const keys = toTokens(value).map(({ key, folded }) => (facet === 'documents' ? folded : key));
  return keys.length === 0 ? value.toLowerCase() : keys.join(' ');
};

/** Chosen values by the name that the counts have for them, where it is spelled otherwise. */
const otherSpellings = (
  facet: FacetName,
  names: readonly string[],
  chosen: readonly string[],
): ReadonlyMap<string, string> => {
  const known = new Set(names);
  const unknown = chosen.filter((value) => !known.has(value));
  if (facet === 'sources' || unknown.length === 0) return new Map();
  const byKey = new Map(unknown.map((value) => [keyOf(facet, value), value]));
  return new Map(
    names.flatMap((name): [string, string][] => {
      const value = chosen.includes(name) ? undefined : byKey.get(keyOf(facet, name));
      return value === undefined ? [] : [[name, value]];
    }),
  );
};

/**
 * A facet's values, the most frequent first, then sources in Vietnamese order and others in that of the counts. What is
 * chosen is among them, whether any article has it or not.
 */
export const toFacetValues = (
  facet: FacetName,
  counts: Readonly<Record<string, number>>,
  chosen: readonly string[],
  nameOf: (value: string) => string,
): FacetValue[] => {
  const entries = Object.entries(counts);
  const others = otherSpellings(
    facet,
    entries.map(([name]) => name),
    chosen,
  );
  const values = entries.map(([counted, count]): FacetValue => {
    const value = others.get(counted) ?? counted;
    return { value, name: nameOf(counted), count, chosen: chosen.includes(value) };
  });
  const met = new Set(values.map(({ value }) => value));
  const missing = chosen
    .filter((value) => !met.has(value))
    .map((value): FacetValue => ({ value, name: nameOf(value), count: 0, chosen: true }));
  // Thousands of bylines are not put in order of letters at each answer.
  const inOrder = (a: FacetValue, b: FacetValue): number =>
    facet === 'sources' ? order.compare(a.name, b.name) : 0;
  return [...values, ...missing].sort((a, b) => b.count - a.count || inOrder(a, b));
};

/** What of a facet's values is shown: those whose names hold every word that was typed, marks aside; `first` of them. */
export interface ShownValues {
  readonly values: readonly FacetValue[];
  /** Values that hold what was typed. */
  readonly matching: number;
  /** Those of them that are not shown. */
  readonly left: number;
}

/** Cuts a facet's values down to what was typed and to `first` values; chosen ones stay, in their places. */
export const narrowFacet = (values: readonly FacetValue[], typed: string, first: number): ShownValues => {
  const words = foldText(typed).split(/\s+/u).filter(Boolean);
  const matching = values.filter(({ name }) => {
    if (words.length === 0) return true;
    const folded = foldText(name);
    return words.every((word) => folded.includes(word));
  });
  const shown = new Set(matching.slice(0, first));
  return {
    values: values.filter((value) => value.chosen || shown.has(value)),
    matching: matching.length,
    left: matching.filter((value) => !value.chosen && !shown.has(value)).length,
  };
};
