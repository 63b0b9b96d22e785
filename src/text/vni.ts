import { readTyped, syllableReader } from './typed-syllable.ts';

/** Reads a syllable typed in VNI: `d9a2`, `nang84`, `ho6i5`, the keys where they fall or at the end. */
export const readVniSyllable = syllableReader({
  letterKeys: { ă: '8', â: '6', ê: '6', ô: '6', ơ: '7', ư: '7', đ: '9' },
  toneKeys: new Map([
    ['2', '\u0300'],
    ['1', '\u0301'],
    ['4', '\u0303'],
    ['3', '\u0309'],
    ['5', '\u0323'],
    ['0', ''],
  ]),
});

/** A text typed in VNI without an input method as Vietnamese, or null where nothing in it is VNI. */
export const readVni = (text: string, keeps: (word: string) => boolean = () => false): string | null =>
  readTyped(text, readVniSyllable, keeps);
