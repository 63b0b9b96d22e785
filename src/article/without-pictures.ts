import type { Block } from './block.ts';

/** The name that the importer gives a picture: its SHA-256, in a folder of the first two digits. */
const ours = /^images\/([0-9a-f]{2})\/(\1[0-9a-f]{62})\.[a-z]+$/;

/** The SHA-256 in the name of a picture that the importer put in the archive; null for one that somebody named. */
export const hashInName = (src: string): string | null => ours.exec(src)?.[2] ?? null;

/**
 * A text as it is without the pictures that the importer put there: two readings of a text are the same whether its pictures
 * were at hand or not. A figure without a caption is not left.
 */
export const withoutPictures = (body: readonly Block[]): Block[] =>
  body.flatMap((block): Block[] => {
    if (block.type !== 'figure' || block.image === null) return [block];
    const { src, alt } = block.image;
    if (src === null || hashInName(src) === null) return [block];
    if (block.text === '') return [];
    return [{ ...block, image: alt === '' ? null : { src: null, alt } }];
  });

const printed =
  /^:::figure\{src="images\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z]+" alt(?:="([^"\n]*)")?(?: width="\d+" height="\d+")?\}\n(:::\n*)?/gm;

/** The same for a text as it stands in a file, printed as `printBody` does. */
export const markdownWithoutPictures = (markdown: string): string =>
  markdown.includes(':::figure{src="images/')
    ? markdown.replace(printed, (_, alt: string | undefined, end: string | undefined) => {
        if (end !== undefined) return '';
        return alt === undefined ? ':::figure\n' : `:::figure{alt="${alt}"}\n`;
      })
    : markdown;
