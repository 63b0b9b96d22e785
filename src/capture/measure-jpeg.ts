import type { Measured } from './read-image.ts';

/** Whether EXIF says that the picture is to be turned by a quarter: width and height then change places. */
const isTurned = (segment: Uint8Array): boolean => {
  if (String.fromCharCode(...segment.subarray(0, 6)) !== 'Exif\0\0' || segment.length < 20) return false;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.length - 6);
  const isLittle = tiff.getUint16(0) === 0x4949;
  const start = tiff.getUint32(4, isLittle);
  if (start + 2 > tiff.byteLength) return false;
  const count = tiff.getUint16(start, isLittle);
  for (let i = 0, at = start + 2; i < count && at + 12 <= tiff.byteLength; i += 1, at += 12) {
    if (tiff.getUint16(at, isLittle) === 0x0112) return tiff.getUint16(at + 8, isLittle) >= 5;
  }
  return false;
};

/** The marks that begin a frame: all of 0xc0 to 0xcf but those of tables, which stand among them. */
const isFrame = (mark: number): boolean => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);

/** Behind a scan: at the next mark that is none of the scan's own, or null at the end. */
const afterScan = (bytes: Uint8Array, start: number): number | null => {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const mark = bytes[at + 1];
    if (mark === undefined) return null;
    if (mark !== 0 && mark !== 0xff && (mark < 0xd0 || mark > 0xd7)) return at;
  }
  return null;
};

/** @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf */
export const measureJpeg = (bytes: Uint8Array): Measured => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let size: Measured = null;
  let turned = false;
  let hasScan = false;
  let at: number | null = 2;
  while (at !== null && at + 4 <= bytes.length) {
    const mark: number = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return hasScan ? size : null;
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark === 0xd9) return hasScan ? size : null;
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    if (mark === 0xe1) turned ||= isTurned(bytes.subarray(at + 4, at + 2 + length));
    if (isFrame(mark) && size === null) {
      if (at + 9 > bytes.length) return 'cut';
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      if (height === 0 || width === 0) return null;
      size = turned ? { width: height, height: width } : { width, height };
    }
    if (mark === 0xda && size === null) return null;
    hasScan ||= mark === 0xda;
    at = mark === 0xda ? afterScan(bytes, at + 2 + length) : at + 2 + length;
  }
  // The mark at the end may be the last two bytes.
  return at !== null && hasScan && bytes[at] === 0xff && bytes[at + 1] === 0xd9 ? size : 'cut';
};
