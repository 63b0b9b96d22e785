import { readReferences } from './latin-references.ts';
import { byteCharsets, readLegacy, type ByteCharset } from './legacy-charset.ts';
import { toPagePieces } from './page-pieces.ts';
import type { Latin } from './read-charset.ts';
import { scoreVietnamese } from './vietnamese-likelihood.ts';

/** The likeliest reading of a text in unknown letters. */
export interface DetectedCharset {
  /** Null where no charset reads it better than the letters that it has. */
  readonly charset: ByteCharset | null;
  /** 0 to 1: how likely it is that the text is Vietnamese in this charset. */
  readonly likelihood: number;
}

/** So much of a text is looked at, in characters that may bear marks' words. */
const sampleLength = 24_000;
const maxPieceLength = 4_000;

const isTelling = /[^\t\n\f\r -~]|&#?\w/;

/** Lines, or a page's text, that hold letters past ASCII. */
export const sampleOf = (latin: Latin, isPage: boolean): Latin => {
  let sample = '';
  const take = (source: string): boolean => {
    for (let at = 0; at < source.length && sample.length < sampleLength; at += maxPieceLength) {
      const piece = source.slice(at, at + maxPieceLength);
      if (isTelling.test(piece)) sample += `${piece}\n`;
    }
    return sample.length >= sampleLength;
  };
  if (!isPage) take(latin);
  else for (const { isText, source } of toPagePieces(latin)) if (isText && take(source)) break;
  return sample;
};

/** Evidence of words that stand together is worth less than that of as many apart. */
const bitsWeight = 0.5;

/**
 * The charset in which a text reads best as Vietnamese. Its likelihood is the share of words with marks that are
 * spelled Vietnamese, times how far it is better than the next best of other readings, the letters as they stand
 * (`standing`) among them.
 */
export const detectCharset = (latin: Latin, isPage: boolean): DetectedCharset => {
  const sample = sampleOf(latin, isPage);
  const toText = (text: string): string => (isPage ? readReferences(text) : text);
  const readings = new Map<string, ByteCharset | null>([[toText(sample).normalize('NFC'), null]]);
  for (const charset of byteCharsets) {
    const text = toText(readLegacy(charset, sample, isPage));
    if (!readings.has(text)) readings.set(text, charset);
  }
  const scored = [...readings]
    .map(([text, charset]) => ({ charset, ...scoreVietnamese(text) }))
    .sort((a, b) => a.bits - b.bits);
  const [best] = scored;
  if (best === undefined || best.marked === 0) return { charset: null, likelihood: 0 };
  const odds = scored.reduce((sum, { bits }) => sum + 2 ** (bitsWeight * (best.bits - bits)), 0);
  return { charset: best.charset, likelihood: best.likelihood / odds };
};
