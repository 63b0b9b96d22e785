import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSearchFolder } from '../../../src/search/open-search-fs.ts';
import { SearchUnavailable } from '../../../src/search/search-unavailable.ts';
import { writeSearchIndex } from '../../../src/search/write-index-fs.ts';
import { articles, contents } from './sample-index-fs.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khobao-broken-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('an index that cannot be read', () => {
  const breakFile = async (
    name: string,
    pattern: RegExp,
    change: (path: string) => Promise<void>,
  ): Promise<string> => {
    const out = join(folder, name);
    await writeSearchIndex(articles, out);
    const path = Object.keys(await contents(out)).find((file) => pattern.test(file));
    if (path === undefined) throw new Error(`no file like ${pattern.source}`);
    await change(out + path);
    return out;
  };
  const ask = async (out: string): Promise<unknown> => {
    const opened = await openSearchFolder(out);
    return opened.search({ query: 'chợ phiên vùng' });
  };
  const parts = [
    ['entry', /index\.json$/],
    ['table', /table/],
    ['parts', /parts\.pack$/],
    ['chunk', /chunks-0\.pack$/],
    ['records', /texts-0\.pack$/],
    ['dictionary', /dictionary\.pack$/],
  ] as const;

  test.each(parts)('%s missing', async (name, pattern) => {
    const out = await breakFile(`missing-${name}`, pattern, (path) => rm(path));
    await expect(ask(out)).rejects.toMatchObject({ name: 'SearchUnavailable', reason: 'missing' });
  });

  test.each(parts)('%s cut short', async (name, pattern) => {
    const out = await breakFile(`cut-${name}`, pattern, (path) => truncate(path, 40));
    await expect(ask(out)).rejects.toMatchObject({ name: 'SearchUnavailable', reason: 'damaged' });
  });

  test.each(parts)('%s answered with a page of the host', async (name, pattern) => {
    const page = '<!doctype html><title>404</title>';
    const out = await breakFile(`page-${name}`, pattern, (path) => writeFile(path, page));
    await expect(ask(out)).rejects.toBeInstanceOf(SearchUnavailable);
  });

  test('written by another version', async () => {
    const out = await breakFile('version', /index\.json$/, (path) => writeFile(path, '{"version":0}'));
    await expect(ask(out)).rejects.toMatchObject({ reason: 'version' });
  });

  test('is read again once its file is back', async () => {
    const out = await breakFile('back', /chunks-0\.pack$/, async (path) => {
      await writeFile(`${path}.kept`, await readFile(path));
      await rm(path);
    });
    const opened = await openSearchFolder(out);
    await expect(opened.search({ query: 'chợ phiên' })).rejects.toBeInstanceOf(SearchUnavailable);
    const kept = Object.keys(await contents(out)).find((file) => file.endsWith('.kept')) ?? '';
    await writeFile(out + kept.slice(0, -'.kept'.length), await readFile(out + kept));
    expect((await opened.search({ query: 'chợ phiên' })).total).toBe(2);
  });
});
