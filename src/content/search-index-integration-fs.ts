import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeSearchIndex } from '../search/write-index-fs.ts';
import { readArticles } from './read-archive-fs.ts';

/** Writes the search index beside the pages once they stand. Whatever goes wrong there fails the build. */
export const searchIndex = (content: string): AstroIntegration => ({
  name: 'khobao-search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const { values } = await readArticles(resolve(content));
      const { articles, files, bytes } = await writeSearchIndex(
        values.map(({ article }) => article),
        fileURLToPath(dir),
      );
      logger.info(`${articles} articles in ${files} files, ${bytes} bytes`);
    },
  },
});
