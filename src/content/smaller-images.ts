import { hashInName } from '../article/without-pictures.ts';

/** The widths, in pixels, that large pictures are made in: a column of text takes 608 CSS pixels at most. */
const widths = [800, 1280];

/** A picture at a smaller width, and where a site holds it. */
export interface SmallerImage {
  readonly src: string;
  readonly width: number;
}

/**
 * What is made smaller of a picture: of those that bear their hash as a name, so that nothing else can have the place of one,
 * and in forms that every browser and Astro's image service know. None for a picture that is hardly larger.
 */
export const smallerImages = (src: string, width: number): SmallerImage[] =>
  hashInName(src) === null || !/\.(?:jpe?g|png|webp)$/.test(src)
    ? []
    : widths
        .filter((smaller) => smaller <= width * 0.8)
        .map((smaller) => ({
          src: src.replace(/\.\w+$/, (ending) => `-${String(smaller)}${ending}`),
          width: smaller,
        }));
