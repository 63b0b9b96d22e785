import { toLatin, type Latin } from './read-charset.ts';

/** HTML's names for A0 to FF, in order. */
const names =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot ' +
  'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml ' +
  'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
  'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const numbers = new Map(names.split(' ').map((name, i) => [name, i + 160]));

const references = /&(?:#(\d{1,7});?|#[xX]([\da-fA-F]{1,6});?|([A-Za-z]{2,6}[1-4]{0,2});)/g;

const numberOf = (decimal?: string, hex?: string, name = ''): number =>
  decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(hex, 16) : (numbers.get(name) ?? 0);

const isLetter = (number: number): boolean => number >= 192 && number !== 215 && number !== 247;

/** What a character reference stands beside, for it to be a letter of a font: a letter, or another reference. */
const before = /(?:[A-Za-z\u00a1-\u00ff]|&(?!nbsp;|#160;)#?\w{1,7};)$/;
const after = /^(?:[A-Za-z\u00a1-\u00ff]|&(?!nbsp;|#160;|quot;|lt;|gt;|amp;)#?\w{1,7};)/;

/**
 * A page made with a font's letters, its character references of 128 to 255 as the bytes that they are. `&nbsp;` stays,
 * and so does a sign by itself (`&copy; 2003`).
 */
export const foldReferences = (html: string): Latin =>
  html.replace(references, (reference, decimal?: string, hex?: string, name?: string, at?: number) => {
    const number = numberOf(decimal, hex, name);
    if (number < 128 || number === 160 || number > 255) return reference;
    const start = at ?? 0;
    const end = start + reference.length;
    const isInWord =
      isLetter(number) ||
      before.test(html.slice(Math.max(0, start - 9), start)) ||
      after.test(html.slice(end, end + 9));
    return isInWord ? toLatin(Uint8Array.of(number)) : reference;
  });

/** The text of a page's source, its references as the characters that they are; others become a space. */
export const readReferences = (text: string): string =>
  text
    .replace(references, (_, decimal?: string, hex?: string, name?: string) => {
      const number = numberOf(decimal, hex, name);
      const isCharacter = number > 31 && number < 0x110000 && !(number >= 0xd800 && number < 0xe000);
      return isCharacter ? String.fromCodePoint(number) : ' ';
    })
    .replace(/&[A-Za-z]{2,8};/g, ' ');
