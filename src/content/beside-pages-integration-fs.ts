import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { parseSynonyms } from '../search/parse-synonyms.ts';
import { writeSearchIndex } from '../search/write-index-fs.ts';
import { copyImages } from './copy-images-fs.ts';
import { printHostHeaders } from './host-headers.ts';
import { readArticles, readSettings, readSources, readVersions } from './read-archive-fs.ts';
import { siteAddress } from './site-address.ts';
import { writeSitemaps } from './write-sitemaps-fs.ts';

/** Where the base of the site is served; undefined where neither the build nor the archive knows. */
const baseAddress = async (folder: string, site: string, base: string): Promise<URL | undefined> => {
  const [settings] = (await readSettings(folder)).values;
  const known = siteAddress(site === '' ? undefined : new URL(site), settings ?? { site: null });
  return known === undefined ? undefined : new URL(base, known);
};

/** The list of abbreviations; an archive without it has none. */
const readSynonyms = (folder: string): Promise<string> =>
  readFile(join(folder, 'synonyms.yml'), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });

/**
 * What stands beside the pages once they are written: the pictures that readers may see (none that only a withdrawn
 * article has), the sitemaps, the fields for hosts to send, and the search index, of which what did not change is taken over
 * from a site built before. Whatever goes wrong there fails the build.
 */
export const besidePages = (content: string, formerDir?: string): AstroIntegration => {
  let site = '';
  let base = '/';
  let image: AstroConfig['image'];
  return {
    name: 'khobao-beside-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ?? '';
        ({ image } = config);
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
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
        await copyImages([...shown, ...former], folder, outDir, { config: image, logger }, formerDir);
        await writeFile(join(outDir, '_headers'), printHostHeaders(base));
        const address = await baseAddress(folder, site, base);
        if (address !== undefined) {
          const names = pages.map(({ pathname }) => pathname);
          await writeSitemaps({ pages: names, address, shown, former }, outDir);
        }
        const { articles, files, bytes, shards, keptShards } = await writeSearchIndex(shown, outDir, {
          sourceNames,
          synonyms,
          ...(formerDir !== undefined && { formerDir }),
        });
        logger.info(`index: ${articles} articles in ${files} files, ${bytes} bytes`);
        logger.info(`index: ${keptShards} of ${shards} shards taken over unchanged`);
      },
    },
  };
};
