import { detectCharset } from './detect-charset.ts';
import { readLegacy, type LegacyCharset } from './legacy-charset.ts';
import { toLatin } from './read-charset.ts';
import { readViqr, viqrLikelihood } from './viqr.ts';

/** Letters that only Vietnamese in Unicode has, or the marks that it is decomposed into. */
const vietnamese =
  /[ĂăĐđƠơƯưẠ-ỹ\u0300\u0301\u0303\u0309\u0323\u031b]|&#(?:25[89]|27[23]|41[67]|43[12]|78[4-9]\d|79[0-2]\d|[xX]1[eE][a-fA-F][\da-fA-F]);/;

const latinLetters = /[\u0080-\u00ff]|&(?:#(?:1[2-9]\d|2\d\d)|#[xX][89a-fA-F][\da-fA-F]|[A-Za-z]{2,6});/;

const otherLetters = /[^\0-\u007f\p{P}\p{S}\p{Z}]/u;

/** What it takes to read Unicode as something else than it says. */
const minLikelihood = 0.8;
const minViqrLikelihood = 0.7;

/** A text in Unicode that means other letters than it has, with those it means. */
export interface ReadAgain {
  readonly text: string;
  readonly charset: LegacyCharset;
  readonly likelihood: number;
}

/**
 * Unicode whose letters are those of a Vietnamese font (`ViÖt Nam`, also as `Vi&#214;t Nam`), or VIQR: what it means;
 * null where it means what it says, as nearly every text does.
 */
export const readUnicodeAgain = (text: string, isPage: boolean): ReadAgain | null => {
  if (vietnamese.test(text)) return null;
  if (latinLetters.test(text)) {
    const latin = text.replace(/[\u0080-\u009f]/g, (letter) => toLatin(Uint8Array.of(letter.charCodeAt(0))));
    const { charset, likelihood } = detectCharset(latin, isPage);
    if (charset !== null && likelihood >= minLikelihood)
      return { text: readLegacy(charset, latin, isPage), charset, likelihood };
  }
  if (otherLetters.test(text)) return null;
  const likelihood = viqrLikelihood(text, isPage);
  return likelihood < minViqrLikelihood
    ? null
    : { text: readViqr(text, isPage), charset: 'viqr', likelihood };
};
