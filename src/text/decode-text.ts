/** What bytes say as text, and the charset they were read in. `damaged` counts the places that are no character of it. */
export interface DecodedText {
  readonly text: string;
  /** The name in the WHATWG Encoding Standard, lower case. */
  readonly charset: string;
  readonly damaged: number;
}

/** Why bytes can't be read as text: the charset that was named is unknown, or none could be made out. */
export interface DecodingFault {
  readonly fault: 'charset-unknown' | 'encoding-unknown';
  readonly charset: string | null;
}

/** How far into a page its own word on its charset is looked for, in bytes (HTML asks for the first 1,024). */
const declarationBytes = 4096;

/** A page that declares UTF-8 may hold this many broken places in a thousand characters, and still be read. */
const maxDamagedPerMille = 2;

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

const decodeStrictly = (bytes: Uint8Array, charset: string): string | null => {
  try {
    return decoderOf(charset, true)?.decode(bytes) ?? null;
  } catch {
    return null;
  }
};

const decodeAnyhow = (bytes: Uint8Array, charset: string): DecodedText | null => {
  const decoder = decoderOf(charset, false);
  if (decoder === null) return null;
  const text = decoder.decode(bytes);
  return { text, charset: decoder.encoding, damaged: text.split('\ufffd').length - 1 };
};

/**
 * Bytes as text: by their byte-order mark, else in the charset that a person named, else as valid UTF-8, else in the
 * charset that a page (`isPage`) declares of itself. Valid UTF-8 outweighs what a page declares: no text in an
 * old charset is valid UTF-8 by chance.
 */
export const decodeText = (
  bytes: Uint8Array,
  { charset, isPage = false }: { charset?: string | null; isPage?: boolean } = {},
): DecodedText | DecodingFault => {
  const marked = charsetOfBom(bytes);
  const named = marked ?? charset ?? null;
  if (named !== null) {
    return decodeAnyhow(bytes, named) ?? { fault: 'charset-unknown', charset: named };
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, charset: 'utf-8', damaged: 0 };
  const declared = isPage ? declaredCharset(bytes) : null;
  const decoded = declared === null ? null : decodeAnyhow(bytes, declared);
  if (decoded === null) return { fault: 'encoding-unknown', charset: declared };
  return decoded.damaged * 1000 > decoded.text.length * maxDamagedPerMille
    ? { fault: 'encoding-unknown', charset: declared }
    : decoded;
};
