import { detectCharset } from './detect-charset.ts';
import { legacyCharsetOf, readLegacy, type LegacyCharset } from './legacy-charset.ts';
import { endsWithinLetter } from './ends-within-letter.ts';
import { toLatin } from './read-charset.ts';
import { readUnicodeAgain } from './read-unicode-again.ts';
import { readViqr } from './viqr.ts';

/** What bytes say as text, and the charset they were read in. `damaged` counts the places that are no character of it. */
export interface DecodedText {
  readonly text: string;
  /** The name in the WHATWG Encoding Standard, lower case, or that of an old Vietnamese charset. */
  readonly charset: string;
  readonly damaged: number;
  /** How likely the charset is, 0 to 1, where nothing told it that can be relied on; else null. */
  readonly likelihood: number | null;
}

/** Why bytes can't be read as text: the charset that was named is unknown, or none could be made out. */
export interface DecodingFault {
  readonly fault: 'charset-unknown' | 'encoding-unknown';
  readonly charset: string | null;
}

export interface DecodingOptions {
  /** The charset that a person named, or a transport that can be believed (`transportCharset`). */
  readonly charset?: string | null;
  /** HTML: it may declare its charset, and has character references. */
  readonly isPage?: boolean;
  /** A form in which quotes and backslashes have their own meaning (JSON): it is never taken for VIQR. */
  readonly isData?: boolean;
}

/** How far into a page its own word on its charset is looked for, in bytes (HTML asks for the first 1,024). */
const declarationBytes = 4096;

/** A text in UTF-8 may hold this many broken places in a thousand characters, and still be read. */
const maxDamagedPerMille = 2;

/** From here on, a charset that nobody named is taken. */
const minLikelihood = 0.6;

/** From here on, what the bytes say outweighs what the page declares. */
const minLikelihoodAgainst = 0.8;

const boms: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The charset that a byte-order mark tells, or null. */
export const charsetOfBom = (bytes: Uint8Array): string | null =>
  boms.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? null;

/** The charset that a page declares of itself (`<meta charset>`, `http-equiv`, an XML declaration), or null. */
export const declaredCharset = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, declarationBytes));
  const match =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:+-]+)/i.exec(head) ??
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:+-]+)/i.exec(head);
  const charset = match?.[1]?.toLowerCase() ?? null;
  // A page that could be read this far is no UTF-16, whatever it says (as the HTML standard has it).
  return charset?.startsWith('utf-16') === true ? 'utf-8' : charset;
};

const decoderOf = (charset: string, fatal: boolean): TextDecoder | null => {
  try {
    return new TextDecoder(charset, { fatal });
  } catch {
    return null;
  }
};

/** UTF-8 without a fault. A letter that the end cuts in two is left out, where others show that it is UTF-8 at all. */
const decodeStrictly = (bytes: Uint8Array): string | null => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return endsWithinLetter(bytes) && !/[^\0-\u007f]/.test(text) ? null : text;
  } catch {
    return null;
  }
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const decodeLegacy = (bytes: Uint8Array, charset: LegacyCharset, isPage: boolean): DecodedText => {
  const latin = toLatin(bytes);
  const text = charset === 'viqr' ? readViqr(latin, isPage) : readLegacy(charset, latin, isPage);
  return { text, charset, damaged: count(text, /[\u0080-\u009f]/g), likelihood: null };
};

const decodeAnyhow = (bytes: Uint8Array, charset: string, isPage: boolean): DecodedText | null => {
  const legacy = legacyCharsetOf(charset);
  if (legacy !== null) return decodeLegacy(bytes, legacy, isPage);
  const decoder = decoderOf(charset, false);
  if (decoder === null) return null;
  const isUtf8 = decoder.encoding === 'utf-8';
  // Streaming, a letter that the end cuts in two stays out instead of becoming U+FFFD.
  const text = decoder.decode(bytes, { stream: isUtf8 });
  const damaged = count(text, /\ufffd/g) + (isUtf8 && endsWithinLetter(bytes) ? 1 : 0);
  return { text, charset: decoder.encoding, damaged, likelihood: null };
};

const isReadable = ({ damaged, text }: DecodedText): boolean =>
  damaged * 1000 <= text.length * maxDamagedPerMille;

/** UTF-8 that was cut or spoilt in a few places, with many more that are whole. */
const decodeDamagedUtf8 = (bytes: Uint8Array): DecodedText | null => {
  const decoded = decodeAnyhow(bytes, 'utf-8', false);
  if (decoded === null || !isReadable(decoded)) return null;
  const whole = count(decoded.text, /[^\0-\u007f\ufffd]/g);
  return whole < 20 * decoded.damaged ? null : { ...decoded, likelihood: whole / (whole + decoded.damaged) };
};

/** Bytes that are no UTF-8: by what the page declares, if the bytes don't speak against it, else by the bytes. */
const decodeBytes = (
  bytes: Uint8Array,
  declared: string | null,
  isPage: boolean,
): DecodedText | DecodingFault => {
  const stated = declared === null ? decodeDamagedUtf8(bytes) : decodeAnyhow(bytes, declared, isPage);
  const isStated = stated !== null && isReadable(stated);
  if (isStated && stated.charset === 'utf-8') return stated;
  const { charset, likelihood } = detectCharset(toLatin(bytes), isPage);
  const enough = isStated ? minLikelihoodAgainst : minLikelihood;
  if (charset !== null && likelihood >= enough && charset !== stated?.charset)
    return { ...decodeLegacy(bytes, charset, isPage), likelihood };
  return isStated ? stated : { fault: 'encoding-unknown', charset: declared };
};

/**
 * Bytes as text: by their byte-order mark, else in the charset that was named, else as valid UTF-8, else in the
 * charset that a page declares of itself, else in the charset that makes them Vietnamese. Valid UTF-8 outweighs what
 * a page declares: no text in an old charset is valid UTF-8 by chance. A charset that makes them Vietnamese outweighs
 * it, too: many pages of those years declare windows-1252 and mean a font.
 *
 * @see docs/encodings.md
 */
export const decodeText = (
  bytes: Uint8Array,
  { charset = null, isPage = false, isData = false }: DecodingOptions = {},
): DecodedText | DecodingFault => {
  const named = charsetOfBom(bytes) ?? charset;
  const unicode = named === null ? decodeStrictly(bytes) : null;
  if (named !== null)
    return decodeAnyhow(bytes, named, isPage) ?? { fault: 'charset-unknown', charset: named };
  if (unicode === null) return decodeBytes(bytes, isPage ? declaredCharset(bytes) : null, isPage);
  const damaged = endsWithinLetter(bytes) ? 1 : 0;
  const again = isData ? null : readUnicodeAgain(unicode, isPage);
  return again === null
    ? { text: unicode, charset: 'utf-8', damaged, likelihood: null }
    : { ...again, damaged };
};
