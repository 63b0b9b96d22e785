import { toPagePieces } from './page-pieces.ts';
import { doubt, enoughWords, isVietnameseWord } from './vietnamese-likelihood.ts';
import { closedByTone } from './viqr-table.ts';

/** VIQR's signs as combining marks; `*` is the horn of VIQR*. @see RFC 1456 */
const marks: Readonly<Record<string, string>> = {
  '^': '\u0302',
  '(': '\u0306',
  '+': '\u031b',
  '*': '\u031b',
  "'": '\u0301',
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  '.': '\u0323',
};

const escape = "\\\\[\\^(+*'`?~.\\\\dD]";
const stroked = '[dD][dD]';
const vowel = "(?:[aA][\\^(]?|[eE]\\^?|[oO][\\^+*]?|[uU][+*]?|[iIyY])['`?~.]?";
const letters = new RegExp(`${escape}|${stroked}|${vowel}`, 'g');

/** Addresses, which are left alone, and words. */
const words = new RegExp(
  `(?:[A-Za-z]{2,6}://|www\\.)\\S+|\\w[\\w.-]{0,63}@\\w[\\w.-]*|(?:${escape}|${stroked}|${vowel}|[A-Za-z])+`,
  'g',
);
const isAddress = (word: string): boolean => /:\/\/|^www\.|@/.test(word);

const readLetterAnew = (typed: string): string => {
  const first = typed.charAt(0);
  if (first === '\\') return typed.slice(1);
  if (/^dd$/i.test(typed)) return first === 'D' ? 'Đ' : 'đ';
  return Array.from(typed, (sign, i) => (i === 0 ? sign : (marks[sign] ?? sign)))
    .join('')
    .normalize('NFC');
};

/** As typed, of which there are some hundred. */
const keptLetters = new Map<string, string>();

const readLetter = (typed: string): string => {
  const kept = keptLetters.get(typed);
  if (kept !== undefined) return kept;
  const read = readLetterAnew(typed);
  keptLetters.set(typed, read);
  return read;
};

const hasSigns = /[\^(+*'`?~.\\]|dd/i;

const readWord = (word: string): string => (hasSigns.test(word) ? word.replace(letters, readLetter) : word);

/** What ends a sentence, behind a sign that could be a full stop or a question mark. */
const sentenceEnd = /^["')\]”»]*(?:$|\s*\n|\s+["'(“«-]*[A-ZĐ])/;

/** A line longer than this is a paragraph, and a sign at its end a full stop. */
const maxHeadlineLength = 90;

/**
 * Whether the sign that ends a word is no tone but the end of a sentence, in a text that does not part the two by
 * backslashes: where the tone makes no syllable, and at a sentence's end unless the syllable mostly has that tone.
 */
const isPunctuated = (word: string, before: string, rest: string): boolean => {
  const bare = readWord(word.slice(0, -1));
  const toned = readWord(word);
  if (!isVietnameseWord(toned)) return true;
  if (word.endsWith("'")) return false;
  if (/^\.\.(?!\.)/.test(rest)) return word.endsWith('.');
  if (/^[.?]/.test(rest) || !sentenceEnd.test(rest)) return false;
  const isLineEnd = /^["')\]”»]*\s*(?:$|\n)/.test(rest);
  if (isLineEnd && before.length > maxHeadlineLength && !before.includes('\n')) return true;
  const isName = bare.length > 1 && bare !== bare.toLowerCase() && !isLineEnd;
  return !isName && !closedByTone.has(toned.toLowerCase());
};

/** Whether a text parts its punctuation from tones by backslashes, as the standard asks. */
const isStrict = (text: string): boolean => /\\[(+*'`?~.]/.test(text);

const initials = /^(?:[A-Z]\.)+[A-Z]?$/;

/** A word of a text without backslashes, by what its neighbours tell. */
const readLaxWord = (word: string, before: string, rest: string): string => {
  if (initials.test(word)) return word;
  // No Vietnamese syllable has a đ but where it begins.
  if (/[a-z]dd/.test(word) && !isVietnameseWord(readWord(word))) return word;
  const isOpen = /[a-z^(+*][.?']$/i.test(word) && isPunctuated(word, before, rest);
  return isOpen ? readWord(word.slice(0, -1)) + word.slice(-1) : readWord(word);
};

const readText = (text: string, strict: boolean): string =>
  text.replace(words, (word, at: number) => {
    if (!hasSigns.test(word) || isAddress(word)) return word;
    const end = at + word.length;
    return strict
      ? readWord(word)
      : readLaxWord(word, text.slice(Math.max(0, at - maxHeadlineLength - 1), at), text.slice(end, end + 40));
  });

const shownAttributes = /\b(content|title|alt)(\s*=\s*)"([^"<>]*)"/gi;

/** Text written in VIQR or VIQR*, with or without the standard's backslashes; of a page, what a reader sees. */
export const readViqr = (text: string, isPage = false): string => {
  const strict = isStrict(text);
  if (!isPage) return readText(text, strict);
  let read = '';
  for (const { isText, source } of toPagePieces(text)) {
    read += isText
      ? readText(source.replace(/&(?:#39|apos);/g, "'"), strict)
      : source.replace(
          shownAttributes,
          (_, name: string, equals: string, value: string) => `${name}${equals}"${readText(value, strict)}"`,
        );
  }
  return read;
};

/** A sign that English and code seldom have there: no full stop, question mark or apostrophe at a word's end. */
const isSigned = (word: string): boolean => /dd|[aeiouy][\^(+*`~]|[aeiouy][.'?][a-z]/i.test(word);

/** Words with such signs are half of a text in VIQR; this share of all words is enough. */
const enoughShare = 0.3;

/** So much of a text is looked at, in characters; of a page, of what a reader sees. */
const sampleLength = 60_000;

const sampleOf = (text: string, isPage: boolean): string => {
  if (!isPage) return text.slice(0, sampleLength);
  let sample = '';
  for (const { isText, source } of toPagePieces(text)) {
    if (isText) sample += `${source.slice(0, sampleLength)} `;
    if (sample.length >= sampleLength) break;
  }
  return sample;
};

/** How likely, 0 to 1, it is that a text in ASCII is VIQR. */
export const viqrLikelihood = (text: string, isPage = false): number => {
  if (!/[aeou][\^(+*`~]/i.test(text)) return 0;
  let all = 0;
  let signed = 0;
  let spelled = 0;
  let plain = 0;
  const different = new Set<string>();
  for (const [word] of sampleOf(text, isPage).matchAll(words)) {
    if (isAddress(word)) continue;
    all += 1;
    if (isSigned(word)) {
      signed += 1;
      const read = readWord(word);
      if (isVietnameseWord(read) || isVietnameseWord(readWord(word.slice(0, -1)))) {
        spelled += 1;
        if (different.size < enoughWords) different.add(word);
      }
    } else if (isVietnameseWord(word.replace(/[^A-Za-z]+$/, ''))) plain += 1;
  }
  if (all === 0) return 0;
  const share = Math.min(1, spelled / all / enoughShare);
  const variety = different.size / enoughWords;
  return (spelled / (signed + doubt)) * variety * share * Math.min(1, (spelled + plain) / all / 0.6);
};
