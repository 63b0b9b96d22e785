import { readTyped, syllableReader } from './typed-syllable.ts';

/** Reads a syllable typed in Telex: `ddaf`, `nawngx`, `hooij`, the keys where they fall or at the end. */
export const readTelexSyllable = syllableReader({
  letterKeys: { ă: 'w', â: 'a', ê: 'e', ô: 'o', ơ: 'w', ư: 'w', đ: 'd' },
  toneKeys: new Map([
    ['f', '\u0300'],
    ['s', '\u0301'],
    ['x', '\u0303'],
    ['r', '\u0309'],
    ['j', '\u0323'],
    ['z', ''],
  ]),
  rimeStart: ['w', 'uw'],
});

/** A text typed in Telex without an input method as Vietnamese, or null where nothing in it is Telex. */
export const readTelex = (text: string, keeps: (word: string) => boolean = () => false): string | null =>
  readTyped(text, readTelexSyllable, keeps);
