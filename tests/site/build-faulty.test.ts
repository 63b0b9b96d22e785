import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite, makeTemporaryFolder, readFolder } from './build-site-fs.ts';
import { writeFaultyArchive } from './tiny-archive-fs.ts';

let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('an article with an error is left out and told, with its file, line and reason; the others are built', async () => {
  await writeFaultyArchive(join(folder, 'kho-sai'));
  const { code, said } = await buildSite(join(folder, 'kho-sai'), join(folder, 'sai'));
  expect(code).toBe(0);
  expect(said).toContain('bao-x/2009/sai-ngay.md:5:14');
  expect(said).toContain('date-invalid');
  const files = await readFolder(join(folder, 'sai'));
  expect(files.has('index.html')).toBe(true);
  expect([...files.keys()].filter((name) => name.includes('sai-ngay'))).toEqual([]);
});
