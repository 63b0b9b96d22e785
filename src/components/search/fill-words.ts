import type { Counted } from '../../i18n/search-words.ts';

/** A string of the interface with its `{name}`s filled in; a name without a value stays as it is. */
export const fillWords = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

// Made once a language: it costs more to make one than to format a whole chart with it.
const pluralRules = new Map<string, Intl.PluralRules>();
const numberFormats = new Map<string, Intl.NumberFormat>();

const kept = <Kind>(made: Map<string, Kind>, key: string, make: () => Kind): Kind => {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
};

/** The form of a counted string for a number, the number filled in as the language writes it. */
export const countWords = (counted: Counted, n: number, language: string): string => {
  const rules = kept(pluralRules, language, () => new Intl.PluralRules(language));
  const form = rules.select(n) === 'one' ? counted.one : undefined;
  return fillWords(form ?? counted.other, { n: formatNumber(n, language) });
};

/** A number with the language's separators: `1.204` in Vietnamese. */
export const formatNumber = (n: number, language: string): string =>
  kept(numberFormats, language, () => new Intl.NumberFormat(language)).format(n);
