import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Article } from '../article/article.ts';
import { readImageSize } from './read-images-fs.ts';
import { writeSmallerImages, type ImageSetting } from './write-smaller-images-fs.ts';

const picturesOf = ({ body }: Article): string[] =>
  body.flatMap((block) => (block.type === 'figure' && block.image?.src ? [block.image.src] : []));

/** So many pictures are at work at a time. */
const atOnce = 4;

/**
 * Puts the pictures of articles' figures, as far as the archive holds them, where their pages look for them, large ones in
 * smaller sizes, too; those that a site built before has are taken over from it.
 */
export const copyImages = async (
  articles: readonly Article[],
  content: string,
  outDir: string,
  setting: ImageSetting,
  formerDir?: string,
): Promise<void> => {
  const left = new Set(articles.flatMap(picturesOf)).values();
  const copyNext = async (): Promise<void> => {
    for (const src of left) {
      const size = await readImageSize(content, src);
      if (size === null) continue;
      const target = join(outDir, src);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(join(content, src), target);
      await writeSmallerImages(src, size.width, outDir, setting, formerDir);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, copyNext));
};
