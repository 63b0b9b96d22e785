import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { defineConfig } from 'astro/config';

const content = resolve(process.env.KHOBAO_CONTENT ?? 'content');
const base = process.env.KHOBAO_BASE ?? '/';

export default defineConfig({
  output: 'static',
  outDir: process.env.KHOBAO_OUT ?? 'dist',
  ...(process.env.KHOBAO_SITE ? { site: process.env.KHOBAO_SITE } : {}),
  base,
  trailingSlash: 'always',
  // Two archives built from one checkout must not share a store of articles.
  cacheDir: `node_modules/.astro/${createHash('sha256').update(content).digest('hex').slice(0, 16)}`,
  prerenderConflictBehavior: 'error',
  scopedStyleStrategy: 'where',
  build: {
    format: 'directory',
    assets: '_site',
    // The pages' Content-Security-Policy allows no inline style or script at all.
    inlineStylesheets: 'never',
  },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
});
