import type { WayWords } from '../i18n/vi/ways.ts';
import { digits, type headlineLetters } from './headline-letters.ts';

type LetterWords = WayWords['letters'];
type HeadlineLetter = (typeof headlineLetters)[number];

/** A letter as a link shows it: `Đ`, `0–9`, `#`. */
export const letterMark = ({ slug, letter }: HeadlineLetter, words: LetterWords): string =>
  letter ?? (slug === digits ? words.digits : words.other);

/** A letter as a sentence names it: `Đ`, `chữ số`. */
export const letterName = ({ slug, letter }: HeadlineLetter, words: LetterWords): string =>
  letter ?? (slug === digits ? words.digitsName : words.otherName);
