import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { buildSite } from '../src/cli/build-site.ts';
import { listFiles } from '../src/snapshot/list-files-fs.ts';

/** What a page has besides its text, and how many articles go into one file of the index, about as in a real site. */
const frame = '<!-- a line of a page that every page has -->\n'.repeat(180);
const articlesInShard = 3;
const shardBytes = 20_000;

/**
 * Builds, in seconds, a site with as many files as a real one has, about as long: for measuring what only reads and hashes
 * them.
 */
export const buildPlaceholders: typeof buildSite = async ({ content, out }) => {
  const made = new Set<string>();
  const put = async (path: string, data: string | Uint8Array): Promise<void> => {
    const folder = dirname(join(out, path));
    if (!made.has(folder)) await mkdir(folder, { recursive: true });
    made.add(folder);
    await writeFile(join(out, path), data);
  };
  const articles = (await listFiles(content)).filter(({ path }) => path.startsWith('articles/'));
  for (const [i, { path }] of articles.entries()) {
    const text = await readFile(join(content, path), 'utf8');
    const id = path.replace(/^articles\//, '').replace(/\.md$/, '');
    await put(`bai/${id}/index.html`, `<html>\n${frame}<pre>${text}</pre></html>\n`);
    if (i % articlesInShard === 0) await put(`tim/${String(i)}.bin`, Buffer.alloc(shardBytes, i % 251));
  }
  await put('index.html', '<html></html>\n');
  return { succeeded: true, lines: [] };
};
