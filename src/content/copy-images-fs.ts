import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Article } from '../article/article.ts';
import { readImageSize } from './read-images-fs.ts';

const picturesOf = ({ body }: Article): string[] =>
  body.flatMap((block) => (block.type === 'figure' && block.image?.src ? [block.image.src] : []));

/** Puts the pictures of articles' figures, as far as the archive holds them, where their pages look for them. */
export const copyImages = async (
  articles: readonly Article[],
  content: string,
  outDir: string,
): Promise<void> => {
  for (const src of new Set(articles.flatMap(picturesOf))) {
    if ((await readImageSize(content, src)) === null) continue;
    const target = join(outDir, src);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(content, src), target);
  }
};
