import type { Measured } from './read-image.ts';

interface Box {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Its end lies past that of what holds it. */
  readonly isCut: boolean;
}

/** Boxes with other boxes in them, and how many bytes of their own come first. */
const folders: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };

/** The boxes between two places, those inside the ones we know as well. */
function* boxesIn(view: DataView, from: number, to: number): Generator<Box, void, undefined> {
  for (let at = from; at + 8 <= to;) {
    const short = view.getUint32(at);
    const name = String.fromCharCode(...[4, 5, 6, 7].map((i) => view.getUint8(at + i)));
    const isLong = short === 1 && at + 16 <= to;
    const length = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    if (length < 8) return;
    const end = Math.min(at + length, to);
    const start = at + (isLong ? 16 : 8);
    yield { name, start, end, isCut: at + length > to };
    const own = folders[name];
    if (own !== undefined) yield* boxesIn(view, start + own, end);
    at += length;
  }
}

/** The widest picture that the file describes; its turn by a quarter is taken into account. @see ISO/IEC 23008-12 */
export const measureAvif = (bytes: Uint8Array): Measured => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let size: { width: number; height: number } | null = null;
  let isTurned = false;
  let hasData = false;
  for (const { name, start, end, isCut } of boxesIn(view, 0, bytes.length)) {
    if (isCut) return 'cut';
    if (name === 'mdat' || name === 'idat') hasData = true;
    if (name === 'irot' && start < end) isTurned ||= (view.getUint8(start) & 1) === 1;
    if (name !== 'ispe' || start + 12 > end) continue;
    const [width, height] = [view.getUint32(start + 4), view.getUint32(start + 8)];
    if (size === null || width * height > size.width * size.height) size = { width, height };
  }
  if (size === null || size.width === 0 || size.height === 0) return null;
  if (!hasData) return 'cut';
  return isTurned ? { width: size.height, height: size.width } : size;
};
