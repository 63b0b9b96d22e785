import type { Language } from '../i18n/language.ts';

/** `1.234` in Vietnamese, `1,234` in English. */
export const numberWords = (n: number, language: Language): string =>
  new Intl.NumberFormat(language).format(n);

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes as a person reads it: `18,2 kB`. Thousands, not 1,024s. */
export const byteWords = (bytes: number, language: Language): string => {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
};
