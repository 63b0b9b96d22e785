import type { Measured } from './read-image.ts';

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

const nameAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

const sized = (width: number, height: number): Measured =>
  width > 0 && height > 0 ? { width, height } : null;

/** @see https://www.w3.org/TR/png-3/ */
export const measurePng = (bytes: Uint8Array): Measured => {
  const view = viewOf(bytes);
  if (bytes.length < 33) return 'cut';
  if (nameAt(bytes, 12) !== 'IHDR') return null;
  const size = sized(view.getUint32(16), view.getUint32(20));
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (nameAt(bytes, at + 4) === 'IEND') return size;
  }
  return size === null ? null : 'cut';
};

/** Behind the parts of a GIF's block, each with its length before it; past the end where there is none. */
const afterParts = (bytes: Uint8Array, start: number): number => {
  let at = start;
  for (let length = bytes[at]; length !== undefined && length !== 0; length = bytes[at]) at += length + 1;
  return at + 1;
};

const paletteBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/**
 * A GIF that lacks but its last byte is whole: many programs leave that out.
 * @see https://www.w3.org/Graphics/GIF/spec-gif89a.txt
 */
export const measureGif = (bytes: Uint8Array): Measured => {
  if (bytes.length < 13) return 'cut';
  const view = viewOf(bytes);
  const size = sized(view.getUint16(6, true), view.getUint16(8, true));
  if (size === null) return null;
  let hasPicture = false;
  let at = 13 + paletteBytes(bytes[10] ?? 0);
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x3b) return hasPicture ? size : null;
    if (kind === 0x21) at = afterParts(bytes, at + 2);
    else if (kind === 0x2c) {
      at = afterParts(bytes, at + 11 + paletteBytes(bytes[at + 9] ?? 0));
      hasPicture ||= at <= bytes.length;
    } else return hasPicture ? size : null;
  }
  return at === bytes.length && hasPicture ? size : 'cut';
};

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;

/** @see https://www.rfc-editor.org/rfc/rfc9649 */
export const measureWebp = (bytes: Uint8Array): Measured => {
  if (bytes.length < 30) return 'cut';
  const view = viewOf(bytes);
  // The last byte only fills up to an even number.
  if (view.getUint32(4, true) + 8 > bytes.length + 1) return 'cut';
  switch (nameAt(bytes, 12)) {
    case 'VP8 ':
      if (view.getUint8(23) !== 0x9d || view.getUint8(24) !== 1 || view.getUint8(25) !== 0x2a) return null;
      return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    case 'VP8L': {
      if (view.getUint8(20) !== 0x2f) return null;
      const bits = view.getUint32(21, true);
      return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return sized(uint24(view, 24) + 1, uint24(view, 27) + 1);
    default:
      return null;
  }
};
