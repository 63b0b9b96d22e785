import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkAgainst } from '../../../src/snapshot/check-against-fs.ts';
import { hashFolder } from '../../../src/snapshot/hash-folder-fs.ts';
import { addFiles, makeFolder, removeFolder } from '../../cli/run-khobao.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(removeFolder)));

const contents = { 'a.txt': 'một', 'b/c.txt': 'hai', 'b/d.txt': 'ba', 'dài.bin': 'x'.repeat(700_000) };

const check = async (damage: (folder: string) => Promise<unknown>): Promise<string[]> => {
  const folder = await makeFolder(contents);
  folders.push(folder);
  const manifest = await hashFolder(folder);
  await damage(folder);
  const found: string[] = [];
  for await (const { code, place } of checkAgainst(folder, {
    manifest,
    isBeside: (path) => path === 'beside',
  })) {
    found.push(`${code} ${String(place.file).slice(folder.length + 1)}`);
  }
  return found;
};

const flip = (path: string) => async (folder: string) => {
  const bytes = Buffer.from(contents[path as keyof typeof contents]);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await writeFile(join(folder, path), bytes);
};

describe('checkAgainst', () => {
  test.each<[string, (folder: string) => Promise<unknown>, string[]]>([
    ['nothing of a folder that is as it was', () => Promise.resolve(), []],
    ['a file that is missing', (folder) => rm(join(folder, 'b/c.txt')), ['manifest-file-missing b/c.txt']],
    ['one bit of a short file', flip('a.txt'), ['manifest-file-altered a.txt']],
    ['one bit of a long file', flip('dài.bin'), ['manifest-file-altered dài.bin']],
    ['a file that was added', (folder) => addFiles(folder, { 'b/e': '' }), ['manifest-file-added b/e']],
    ['no file that is nobody’s business', (folder) => addFiles(folder, { beside: '' }), []],
    [
      'two files that were swapped',
      async (folder) => {
        await rename(join(folder, 'b/c.txt'), join(folder, 'x'));
        await rename(join(folder, 'b/d.txt'), join(folder, 'b/c.txt'));
        await rename(join(folder, 'x'), join(folder, 'b/d.txt'));
      },
      ['manifest-file-altered b/c.txt', 'manifest-file-altered b/d.txt'],
    ],
    [
      'a file that was renamed',
      (folder) => rename(join(folder, 'a.txt'), join(folder, 'z.txt')),
      ['manifest-file-added z.txt', 'manifest-file-missing a.txt'],
    ],
    [
      'a link in the place of a file, even to the same bytes',
      async (folder) => {
        await rename(join(folder, 'a.txt'), join(folder, 'beside'));
        await symlink('beside', join(folder, 'a.txt'));
      },
      ['manifest-file-missing a.txt'],
    ],
    ['a link that was added', (folder) => symlink('/etc', join(folder, 'etc')), ['manifest-file-added etc']],
    [
      'a folder in the place of a file',
      async (folder) => {
        await rm(join(folder, 'a.txt'));
        await mkdir(join(folder, 'a.txt'));
        await addFiles(folder, { 'a.txt/x': '' });
      },
      ['manifest-file-added a.txt/x', 'manifest-file-missing a.txt'],
    ],
    [
      'all files of a folder that is gone',
      (folder) => rm(join(folder, 'b'), { recursive: true }),
      ['manifest-file-missing b/c.txt', 'manifest-file-missing b/d.txt'],
    ],
  ])('tells %s', async (_, damage, told) => {
    expect(await check(damage)).toEqual(told);
  });

  test('tells how many bytes it read, and stops when asked', async () => {
    const folder = await makeFolder(contents);
    folders.push(folder);
    const manifest = await hashFolder(folder);
    const stop = new AbortController();
    const sizes: number[] = [];
    const read = async () => {
      const options = {
        manifest,
        isBeside: () => false,
        signal: stop.signal,
        onFile: (bytes: number) => {
          sizes.push(bytes);
          if (sizes.length === 2) stop.abort();
        },
      };
      for await (const problem of checkAgainst(folder, options)) expect(problem).toBeNull();
    };
    await expect(read()).rejects.toThrow();
    expect(sizes).toEqual([5, 3]);
  });
});
