import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ArticleFile } from './read-archive-fs.ts';
import { readArticles, readVersions } from './read-archive-fs.ts';
import { readImageSize } from './read-images-fs.ts';

const picturesOf = ({ article }: ArticleFile): string[] =>
  article.body.flatMap((block) => (block.type === 'figure' && block.image?.src ? [block.image.src] : []));

/** Puts the pictures that readers may see beside the pages: those of figures, none that only a withdrawn article has. */
export const images = (content: string): AstroIntegration => ({
  name: 'khobao-images',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = resolve(content);
      const articles = (await readArticles(folder)).values.filter(
        ({ article }) => article.withdrawn === null,
      );
      const shown = new Set(articles.map(({ article }) => article.id));
      const versions = (await readVersions(folder)).values.filter(({ article }) => shown.has(article.id));
      for (const src of new Set([...articles, ...versions].flatMap(picturesOf))) {
        if ((await readImageSize(folder, src)) === null) continue;
        const target = join(fileURLToPath(dir), src);
        await mkdir(dirname(target), { recursive: true });
        await copyFile(join(folder, src), target);
      }
    },
  },
});
