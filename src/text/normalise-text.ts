/** Composed letters of Latin scripts and usual signs, with single spaces between. Nearly all texts are so. */
const normal =
  /^[!-~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2200-\u22ff ]+$/;

const isNormal = (text: string): boolean =>
  normal.test(text) && !text.includes('  ') && !text.startsWith(' ') && !text.endsWith(' ');

const normalise = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(
      /[\0-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g,
      '',
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();

/**
 * Text as the archive keeps it: NFC, without control, surrogate or invisible formatting characters, runs of white
 * space made one space, none at either end. A line break inside the text stays, as one "\n" (U+2028, U+2029, CR LF
 * and CR count as one). Words are never changed.
 *
 * Soft hyphens, zero-width spaces, byte-order marks and direction marks are dropped; zero-width joiners stay, for
 * scripts and emoji that need them.
 */
export const normaliseText = (text: string): string => (isNormal(text) ? text : normalise(text));

/** `normaliseText` on one line: a line break becomes a space. */
export const normaliseLine = (text: string): string => normaliseText(text).replaceAll('\n', ' ');
