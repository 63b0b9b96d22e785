import { mendCapitals, mendPageCapitals } from './abc-capitals.ts';
import { readAbcFont, readTcvn5712, type Latin } from './read-charset.ts';
import { scoreVietnamese } from './vietnamese-likelihood.ts';

/** Bytes that are capitals in TCVN 5712, and quotes and dashes (or nothing) in the ABC fonts. */
const capitals =
  /[\u0001\u0002\u0004-\u0006\u0011-\u0017\u0080-\u009f\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014]/;

const sampleLength = 40_000;

/** Punctuation that does not stand right behind a letter, and what it costs to think it does. */
const misplaced = /\p{L}[€‚„†‡‰‹‘“•–—]/gu;
const misplacedBits = 12;

/** Whether a text has the standard's capitals, and not the punctuation that the ABC fonts have in their place. */
const isStandard = (latin: Latin): boolean => {
  if (!capitals.test(latin)) return false;
  const sample = latin.slice(0, sampleLength);
  const shown = readAbcFont(sample);
  const misplacedCount = shown.match(misplaced)?.length ?? 0;
  const shownBits = scoreVietnamese(shown).bits + misplacedCount * misplacedBits;
  return scoreVietnamese(readTcvn5712(sample)).bits < shownBits;
};

/** TCVN3, as the standard has it (TCVN 5712 VN1) or as the ABC fonts do, whichever gives more Vietnamese. */
export const readTcvn3 = (latin: Latin, isPage = false): string => {
  if (isStandard(latin)) return readTcvn5712(latin);
  return isPage ? mendPageCapitals(readAbcFont(latin)) : mendCapitals(readAbcFont(latin));
};
