import { toPagePieces } from './page-pieces.ts';

/**
 * The ABC fonts (`.VnTime`) have no capitals with tones: a capital font (`.VnTimeH`) shows the small letter's byte as
 * one. So a reading gives `Hà NộI` and `ĐảNG`, and the case of a vowel with a tone is what its neighbours tell.
 */
const ambiguous = /[à-ỹ]/;
const unsure = 'àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
const word = /[\p{L}]+/gu;

interface Case {
  readonly capitals: number;
  readonly small: number;
}

const caseOf = (text: string): Case => {
  let capitals = 0;
  let small = 0;
  for (const letter of text) {
    if (unsure.includes(letter)) continue;
    if (letter !== letter.toLowerCase()) capitals += 1;
    else if (letter !== letter.toUpperCase()) small += 1;
  }
  return { capitals, small };
};

const isCapital = (text: string): boolean => {
  const { capitals, small } = caseOf(text);
  return capitals >= 2 && small === 0;
};

/** A line's words in capitals whole: those with two sure capitals, those between two such, all where no letter is surely small. */
const mendLine = (line: string): string => {
  if (!ambiguous.test(line)) return line;
  const found = line.match(word) ?? [];
  if (!found.some(isCapital)) return line;
  if (caseOf(line).small === 0) return line.toUpperCase();
  let at = -1;
  return line.replace(word, (one) => {
    at += 1;
    const before = found[at - 1] ?? '';
    const after = found[at + 1] ?? '';
    const isBetween = caseOf(one).small === 0 && isCapital(before) && isCapital(after);
    // Abbreviations on both sides (`BOT, Bộ GTVT`) tell nothing.
    const isTold = isBetween && /[^A-Z]/.test(before + after);
    return isCapital(one) || isTold ? one.toUpperCase() : one;
  });
};

/** Text read as the ABC fonts' with its capitals made whole, line by line. */
export const mendCapitals = (text: string): string => text.replace(/[^\n]+/g, mendLine);

const reference = /&#?\w+;/g;
const fontOf = /\b(?:face\s*=|font-family\s*:)\s*["']?\s*([^"'>;,]+)/i;
const tag = /^<(\/?)([a-z][a-z0-9]*)/i;
const isVoid = /^(?:br|img|hr|input|meta|link|area|base|col|param)$/i;
const maxOpen = 400;

const outsideReferences = (text: string, change: (part: string) => string): string => {
  let changed = '';
  let at = 0;
  for (const { 0: found, index } of text.matchAll(reference)) {
    changed += change(text.slice(at, index)) + found;
    at = index + found.length;
  }
  return changed + change(text.slice(at));
};

/** The same for a page: what stands in a capital font (`face=".VnTimeH"`) is capitals, the rest as `mendCapitals` has it. */
export const mendPageCapitals = (html: string): string => {
  let mended = '';
  const open: { readonly name: string; readonly isCapital: boolean }[] = [];
  for (const { isText, source } of toPagePieces(html)) {
    if (isText) {
      const change = open.at(-1)?.isCapital === true ? (part: string) => part.toUpperCase() : mendCapitals;
      mended += outsideReferences(source, change);
      continue;
    }
    mended += source;
    const [, slash, name = ''] = tag.exec(source) ?? [];
    if (slash === undefined || isVoid.test(name)) continue;
    const lower = name.toLowerCase();
    if (slash === '/') {
      const opened = open.findLastIndex((one) => one.name === lower);
      if (opened !== -1) open.length = opened;
    } else if (open.length < maxOpen) {
      const font = fontOf.exec(source)?.[1];
      const inherited = open.at(-1)?.isCapital === true;
      open.push({ name: lower, isCapital: font === undefined ? inherited : /^\.?vn.*h\s*$/i.test(font) });
    }
  }
  return mended;
};
