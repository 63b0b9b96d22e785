import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';

/** The size of a picture in CSS pixels, so that the text below it never moves. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

const formats = new Set(['jpg', 'jpeg', 'png', 'webp', 'avif', 'gif']);

/** The size of a picture of the archive (`images/…`), or null where it is missing or no picture of a known form. SVG is none. */
export const readImageSize = async (content: string, src: string): Promise<ImageSize | null> => {
  try {
    const { width, height, format } = await imageMetadata(await readFile(join(content, src)), src);
    return formats.has(format) ? { width, height } : null;
  } catch {
    return null;
  }
};
