import {
  tcvnTable,
  visciiTable,
  vniLetters,
  vniSigns,
  vpsTable,
  windows1258Letters,
  type CharsetTable,
} from './charset-table.ts';

/**
 * Text whose letters are still those of the wrong table: bytes of an unknown charset as windows-1252 has them, one
 * character a byte. A page that was saved as Unicode with a Vietnamese font's letters holds just the same.
 */
export type Latin = string;

/** The bytes as windows-1252 has them; every byte has a character, and each character is of one byte. */
export const toLatin = (bytes: Uint8Array): Latin => new TextDecoder('windows-1252').decode(bytes);

const upperHalf = toLatin(Uint8Array.from({ length: 128 }, (_, i) => i + 128));

type Letters = Readonly<Record<string, string>>;

const lettersOf = ({ upperHalf: ours, controls }: CharsetTable): Letters => ({
  ...Object.fromEntries(Array.from(upperHalf, (latin, i) => [latin, ours[i] ?? latin])),
  ...controls,
});

/** A reader that puts one letter for another; marks that follow their letter are joined to it. */
const readerOf = (letters: Letters): ((latin: Latin) => string) => {
  const met = new RegExp(
    `[${Object.keys(letters)
      .join('')
      .replace(/[\]^\\-]/g, '\\$&')}]`,
    'g',
  );
  return (latin) => latin.replace(met, (letter) => letters[letter] ?? letter).normalize('NFC');
};

export const readWindows1258 = readerOf(windows1258Letters);
export const readViscii = readerOf(lettersOf(visciiTable));
export const readVps = readerOf(lettersOf(vpsTable));

/** TCVN 5712 VN1, with the capitals that the ABC fonts have no room for. */
export const readTcvn5712 = readerOf(lettersOf(tcvnTable));

/** What the ABC fonts show: TCVN 5712 from A0 on, windows-1252's punctuation below. */
export const readAbcFont = readerOf(
  Object.fromEntries(
    Object.entries(lettersOf(tcvnTable)).filter(([letter]) => upperHalf.indexOf(letter) >= 32),
  ),
);

const bothCases = (letters: Letters): Letters => ({
  ...letters,
  ...Object.fromEntries(Object.entries(letters).map(([a, b]) => [a.toUpperCase(), b.toUpperCase()])),
});

const vniSingle = bothCases(vniLetters);
const vniMarks = bothCases(vniSigns);
const vniPairs = new RegExp(
  `[aeouyôöAEOUYÔÖ][${Object.keys(vniMarks).join('')}]|[${Object.keys(vniSingle).join('')}]`,
  'g',
);

/** A vowel and its sign as one letter, where Vietnamese has it; VNI's sign takes the case of its vowel. */
const readVniPair = (pair: string): string => {
  const vowel = pair.charAt(0);
  const base = vniSingle[vowel] ?? vowel;
  const sign = pair.slice(1);
  const read = (base + (vniMarks[sign] ?? '')).normalize('NFC');
  return read.length === 1 ? read : base + sign;
};

/** VNI for Windows: a vowel and the sign behind it are one letter. */
export const readVniWindows = (latin: Latin): string => latin.replace(vniPairs, readVniPair);
