/** So many characters are made of bytes at a time. */
const stride = 8192;

/** Bytes as a string of which each character is one byte: no charset, not even `latin1`, which the web reads as windows-1252. */
export const toBinary = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += stride) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + stride)));
  }
  return pieces.join('');
};

const hexDigits = /^[0-9a-f]{2}$/i;

/** The bytes of such a string. */
export const toBytes = (binary: string): Uint8Array =>
  Uint8Array.from({ length: binary.length }, (_, i) => binary.charCodeAt(i) & 0xff);

const decodeQuotedPrintable = (binary: string): Uint8Array => {
  const bytes = new Uint8Array(binary.length);
  let length = 0;
  for (let at = 0; at < binary.length; at += 1) {
    const code = binary.charCodeAt(at);
    if (code !== 61) {
      bytes[length] = code;
      length += 1;
      continue;
    }
    // A soft line break; mailers may leave white space before its end.
    let end = at + 1;
    while (binary[end] === ' ' || binary[end] === '\t') end += 1;
    if (binary[end] === '\r' && binary[end + 1] === '\n') at = end + 1;
    else if (binary[end] === '\n' || end === binary.length) at = end;
    else {
      const digits = binary.slice(at + 1, at + 3);
      const isByte = hexDigits.test(digits);
      bytes[length] = isByte ? Number.parseInt(digits, 16) : code;
      length += 1;
      if (isByte) at += 2;
    }
  }
  return bytes.slice(0, length);
};

const decodeBase64 = (binary: string): Uint8Array => {
  const letters = binary.replace(/[^A-Za-z0-9+/]+/g, '');
  // One letter alone is no byte: what was cut off there is lost.
  return toBytes(atob(letters.length % 4 === 1 ? letters.slice(0, -1) : letters));
};

/**
 * The bytes of a part of a message, its transfer encoding undone: what is damaged stays as it stands, an encoding that
 * is not known counts as none. `binary`: one character a byte.
 *
 * @see RFC 2045
 */
export const decodeTransfer = (binary: string, encoding: string | null): Uint8Array => {
  switch (encoding?.trim().toLowerCase()) {
    case 'quoted-printable':
      return decodeQuotedPrintable(binary);
    case 'base64':
      return decodeBase64(binary);
    default:
      return toBytes(binary);
  }
};
