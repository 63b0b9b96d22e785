import { foldText } from '../../src/text/fold-text.ts';
import type { Seeded } from './seeded.ts';

const tones = '\u0301\u0300\u0309\u0303\u0323';
const toneMark = new RegExp(`[${tones}]`, 'u');
const telexTones = 'sfrxj';
const telexLetters: Readonly<Record<string, string>> = {
  ă: 'aw',
  â: 'aa',
  đ: 'dd',
  ê: 'ee',
  ô: 'oo',
  ơ: 'ow',
  ư: 'uw',
};
const vniLetters: Readonly<Record<string, string>> = {
  ă: 'a8',
  â: 'a6',
  đ: 'd9',
  ê: 'e6',
  ô: 'o6',
  ơ: 'o7',
  ư: 'u7',
};

/** A syllable's letters without its tone, and the tone by its place in `tones`; -1 for none. */
const partSyllable = (syllable: string): { letters: string; tone: number } => {
  const decomposed = syllable.toLowerCase().normalize('NFD');
  const mark = toneMark.exec(decomposed)?.[0];
  return {
    letters: decomposed.replace(toneMark, '').normalize('NFC'),
    tone: mark === undefined ? -1 : tones.indexOf(mark),
  };
};

const spellLetters = (letters: string, spelling: Readonly<Record<string, string>>): string =>
  letters.replace(/[ăâđêôơư]/g, (letter) => spelling[letter] ?? letter);

/** A syllable as the keys of Telex, the tone last. */
export const toTelex = (syllable: string): string => {
  const { letters, tone } = partSyllable(syllable);
  return spellLetters(letters, telexLetters) + telexTones.charAt(tone);
};

/** A syllable as the keys of VNI, the tone last. */
export const toVni = (syllable: string): string => {
  const { letters, tone } = partSyllable(syllable);
  return spellLetters(letters, vniLetters) + (tone === -1 ? '' : String(tone + 1));
};

const toneOnFirst = new RegExp(`(o|(?<!q)u)([${tones}])((?<=o.)[ae]|(?<=u.)y)$`, 'iu');
const toneOnSecond = new RegExp(`(o|(?<!q)u)((?<=o)[ae]|(?<=u)y)([${tones}])$`, 'iu');

/** The syllable with its tone on the other of two open vowels (hoà for hòa); itself where there is no other way. */
export const moveTone = (syllable: string): string => {
  const decomposed = syllable.normalize('NFD');
  const from = toneOnFirst.test(decomposed) ? toneOnFirst : toneOnSecond;
  return decomposed.replace(from, '$1$3$2').normalize('NFC');
};

/** The syllable with y for i, or i for y, where the two are alike; itself elsewhere. */
export const swapVowel = (syllable: string): string => {
  const decomposed = syllable.normalize('NFD');
  const swapped = decomposed.replace(
    new RegExp(`^(h|k|l|m|qu|s|t)([iy])([${tones}]?)$`, 'iu'),
    (...parts) => {
      const [, onset = '', vowel = '', tone = ''] = parts.map(String);
      const other = vowel.toLowerCase() === 'i' ? 'y' : 'i';
      return onset + (vowel === vowel.toUpperCase() ? other.toUpperCase() : other) + tone;
    },
  );
  return swapped.normalize('NFC');
};

/** A slip of the hand that gives no word that is known: two letters exchanged, one doubled, or one put in. */
export const spoil = (syllable: string, chance: Seeded, isKnown: (folded: string) => boolean): string => {
  for (let tries = 0; tries < 50; tries += 1) {
    const letters = Array.from(syllable);
    const at = chance.below(Math.max(1, letters.length - 1));
    const slip = chance.below(3);
    const [here = '', next = ''] = letters.slice(at, at + 2);
    if (slip === 0) letters.splice(at, 2, next, here);
    else letters.splice(at + 1, 0, slip === 1 ? here : chance.pick(Array.from('bcdghklmnprstvx')));
    const spoilt = letters.join('');
    if (!isKnown(foldText(spoilt))) return spoilt;
  }
  return `${syllable}qx`;
};
