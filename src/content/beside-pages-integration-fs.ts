import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseSynonyms } from '../search/parse-synonyms.ts';
import { writeSearchIndex } from '../search/write-index-fs.ts';
import { copyImages } from './copy-images-fs.ts';
import { readArticles, readSources, readVersions } from './read-archive-fs.ts';

/** The list of abbreviations; an archive without it has none. */
const readSynonyms = (folder: string): Promise<string> =>
  readFile(join(folder, 'synonyms.yml'), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });

/**
 * What stands beside the pages once they are written: the pictures that readers may see (none that only a withdrawn
 * article has) and the search index, of which what did not change is taken over from a site built before. Whatever goes
 * wrong there fails the build.
 */
export const besidePages = (content: string, formerDir?: string): AstroIntegration => ({
  name: 'khobao-beside-pages',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = resolve(content);
      const outDir = fileURLToPath(dir);
      const shown = (await readArticles(folder)).values
        .map(({ article }) => article)
        .filter(({ withdrawn }) => withdrawn === null);
      const ids = new Set(shown.map(({ id }) => id));
      const former = (await readVersions(folder)).values
        .map(({ article }) => article)
        .filter(({ id }) => ids.has(id));
      const sourceNames = new Map((await readSources(folder)).values.map(({ id, name }) => [id, name]));
      const { synonyms } = parseSynonyms(await readSynonyms(folder));
      await copyImages([...shown, ...former], folder, outDir);
      const { articles, files, bytes, shards, keptShards } = await writeSearchIndex(shown, outDir, {
        sourceNames,
        synonyms,
        ...(formerDir !== undefined && { formerDir }),
      });
      logger.info(`index: ${articles} articles in ${files} files, ${bytes} bytes`);
      logger.info(`index: ${keptShards} of ${shards} shards taken over unchanged`);
    },
  },
});
