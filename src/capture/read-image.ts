import { maxImageSide } from '../article/block.ts';
import { maxImageBytes, maxImagePixels } from './limits.ts';
import { measureAvif } from './measure-avif.ts';
import { measureJpeg } from './measure-jpeg.ts';
import { measureGif, measurePng, measureWebp } from './measure-image.ts';

/** A picture's size in pixels, as a browser shows it. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** What a picture's bytes tell: its size; `cut` where they end before the picture does; null where they tell nothing. */
export type Measured = ImageSize | 'cut' | null;

/** Why bytes are not taken as a picture. `small` is no picture: a dot that counts visitors. */
export type ImageFault = 'form' | 'cut' | 'large' | 'small';

/** A picture that was looked at. */
export type ImageRead = (ImageSize & { readonly extension: string }) | { readonly fault: ImageFault };

/** No picture is smaller on either side. */
const minSide = 8;

interface ImageForm {
  readonly extension: string;
  readonly magic: RegExp;
  readonly measure: (bytes: Uint8Array) => Measured;
}

const forms: readonly ImageForm[] = [
  { extension: 'jpg', magic: /^\xff\xd8\xff/, measure: measureJpeg },
  { extension: 'png', magic: /^\x89PNG\r\n\x1a\n/, measure: measurePng },
  { extension: 'gif', magic: /^GIF8[79]a/, measure: measureGif },
  { extension: 'webp', magic: /^RIFF[^]{4}WEBP/, measure: measureWebp },
  { extension: 'avif', magic: /^[^]{4}ftyp(?:avi[fs]|mi[fa]1)/, measure: measureAvif },
];

/**
 * What a picture is by its own bytes, whatever its name or a server says: JPEG, PNG, GIF, WebP or AVIF. It is not unpacked.
 * SVG is none: it is a document, and may hold scripts.
 */
export const readImage = (bytes: Uint8Array): ImageRead => {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const form = forms.find(({ magic }) => magic.test(head));
  const measured = form?.measure(bytes) ?? null;
  if (form === undefined || measured === null) return { fault: 'form' };
  if (measured === 'cut') return { fault: 'cut' };
  const { width, height } = measured;
  const isLarge =
    bytes.length > maxImageBytes || width * height > maxImagePixels || Math.max(width, height) > maxImageSide;
  if (isLarge) return { fault: 'large' };
  return Math.min(width, height) < minSide
    ? { fault: 'small' }
    : { width, height, extension: form.extension };
};
