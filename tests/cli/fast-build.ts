import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from '../../src/snapshot/list-files-fs.ts';
import type { buildSite } from '../../src/cli/build-site.ts';

const idOf = (path: string): string => path.replace(/^articles\//, '').replace(/\.md$/, '');

/**
 * Builds a site of the least that a release is made of, in some milliseconds: for tests of faults that are not the build's. Like
 * the real one it shows withdrawn articles as a notice, and depends on the content, the snapshot and the base alone.
 */
export const fastBuild: typeof buildSite = async ({ content, out, base, snapshot, tell }) => {
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
  };
  const head = typeof snapshot === 'string' ? await readFile(snapshot, 'utf8') : '{}';
  const { date } = JSON.parse(head) as { date?: string };
  const listed: string[] = [];
  for (const { path } of await listFiles(content)) {
    if (!path.startsWith('articles/')) continue;
    const text = await readFile(join(content, path), 'utf8');
    const isWithdrawn = /^withdrawn:/m.test(text);
    const page = isWithdrawn ? 'Bài đã được rút.' : text;
    await put(`bai/${idOf(path)}/index.html`, `<html><body><pre>${page}</pre></body></html>\n`);
    if (!isWithdrawn) listed.push(`<li><a href="${base}bai/${idOf(path)}/">${idOf(path)}</a></li>\n`);
    tell(path);
  }
  await put('index.html', `<html><body><ul>\n${listed.join('')}</ul></body></html>\n`);
  await put(`phat-hanh/${date ?? 'x'}/index.html`, `<html><body><pre>${head}</pre></body></html>\n`);
  return { succeeded: true, lines: [] };
};
