import type { Counted } from '../../i18n/search-words.ts';

/** A string of the interface with its `{name}`s filled in; a name without a value stays as it is. */
export const fillWords = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** The form of a counted string for a number, the number filled in as the language writes it. */
export const countWords = (counted: Counted, n: number, language: string): string => {
  const form = new Intl.PluralRules(language).select(n) === 'one' ? counted.one : undefined;
  return fillWords(form ?? counted.other, { n: formatNumber(n, language) });
};

/** A number with the language's separators: `1.204` in Vietnamese. */
export const formatNumber = (n: number, language: string): string =>
  new Intl.NumberFormat(language).format(n);
