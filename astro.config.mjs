import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { defineConfig } from 'astro/config';
import { serviceWorkerPlugin } from './src/components/offline/service-worker-plugin.ts';
import { besidePages } from './src/content/beside-pages-integration-fs.ts';
import { ownBuildFolder } from './src/content/build-folder-integration.ts';

const content = resolve(process.env.KHOBAO_CONTENT ?? 'content');
const out = resolve(process.env.KHOBAO_OUT ?? 'dist');
/** A folder for this build alone, which whoever names it removes; on the disk of `out`, as Astro renames between the two. */
const work = process.env.KHOBAO_WORK;

// Astro would take these from the environment in place of what stands below.
delete process.env.BASE_URL;
delete process.env.SITE;
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/** A name for a folder of our own, by what it belongs to. */
const keyOf = (...parts) => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);

export default defineConfig({
  output: 'static',
  outDir: out,
  ...(process.env.KHOBAO_SITE ? { site: process.env.KHOBAO_SITE } : {}),
  base: process.env.KHOBAO_BASE ?? '/',
  trailingSlash: 'always',
  // Two archives built from one checkout must share neither a store of articles nor a half-built site.
  cacheDir: work === undefined ? `node_modules/.astro/${keyOf(content)}` : join(work, 'cache'),
  prerenderConflictBehavior: 'error',
  build: {
    server: resolve(
      work === undefined ? `node_modules/.astro/server-${keyOf(content, out)}` : join(work, 'server'),
    ),
    format: 'directory',
    assets: '_site',
    // The pages' Content-Security-Policy allows no inline style or script at all.
    inlineStylesheets: 'never',
  },
  vite: {
    plugins: [serviceWorkerPlugin],
    build: { assetsInlineLimit: 0 },
    // Builds at the same time would clear away each other's.
    ...(work === undefined ? {} : { cacheDir: join(work, 'vite') }),
  },
  integrations: [ownBuildFolder, besidePages(content, process.env.KHOBAO_FORMER)],
  devToolbar: { enabled: false },
});
