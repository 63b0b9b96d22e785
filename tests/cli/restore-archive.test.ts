import { cp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  newArchive,
  publish,
  verify,
  withdraw,
  articleIds,
  type PublishedArchive,
} from './published-archive.ts';
import {
  addFiles,
  hashFiles,
  jsonLines,
  makeFolder,
  removeFolder,
  runKhobao,
  type Run,
} from './run-khobao.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(removeFolder)));

let base: PublishedArchive;
let bag: string;

beforeAll(async () => {
  base = await newArchive();
  folders.push(base.folder);
  await withdraw(base, articleIds[3] ?? '');
  await publish(base, { date: '2026-01-01' });
  bag = join(base.to, 'bags/2026-01-01');
});

/** A folder that holds nothing but a copy of the bag. */
const newFolder = async (): Promise<string> => {
  const folder = await makeFolder();
  folders.push(folder);
  await cp(bag, join(folder, 'bag'), { recursive: true });
  return folder;
};

const restore = (folder: string, content = 'content', from = 'bag'): Promise<Run> =>
  runKhobao(folder, ['restore-archive', from, '--content', content, '--json']);

describe('khobao restore-archive', () => {
  test('makes the archive again from a bag alone, byte for byte, and it can be worked on', async () => {
    const folder = await newFolder();
    const run = await restore(folder);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const files = Object.keys(await hashFiles(base.content)).length;
    expect(jsonLines(run)).toEqual([{ bag: 'bag', content: 'content', files }]);
    expect(await hashFiles(join(folder, 'content'))).toEqual(await hashFiles(base.content));
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
    const again = { folder, content: join(folder, 'content'), to: join(folder, 'p') };
    expect(await publish(again, { date: '2026-01-01' })).toMatchObject({ code: 0, problems: [] });
    expect(await hashFiles(again.to)).toEqual(await hashFiles(base.to));
    expect(await runKhobao(folder, ['restore', articleIds[3] ?? ''])).toMatchObject({ code: 0 });
    expect(await publish(again, { date: '2026-01-02' })).toMatchObject({
      code: 0,
      printed: [{ changes: { restored: 1 } }],
    });
    expect(await verify(again.to)).toMatchObject({ code: 0, problems: [] });
  });

  test('takes an empty folder, and what a killed run left beside it', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'content'));
    await addFiles(folder, { '.content.khobao-new-999999999/half': '' });
    expect(await restore(folder)).toMatchObject({ code: 0 });
    expect((await readdir(folder)).sort()).toEqual(['bag', 'content']);
  });

  test.each<[string, (folder: string) => Promise<unknown>, string]>([
    ['a folder that holds something', (f) => addFiles(f, { 'content/thư.txt': '' }), 'content-not-empty'],
    ['a file', (f) => addFiles(f, { content: '' }), 'write-failed'],
    [
      'a bag with a bit that was altered',
      async (f) => {
        const file = join(f, 'bag/data/content/archive.yml');
        await writeFile(file, (await readFile(file, 'utf8')).replace('n', 'm'));
      },
      'manifest-file-altered',
    ],
    ['a bag with a file too many', (f) => addFiles(f, { 'bag/data/content/x': '' }), 'manifest-file-added'],
    [
      'a bag with a file too few',
      (f) => rm(join(f, 'bag/data/content/archive.yml')),
      'manifest-file-missing',
    ],
    [
      'a bag with a link in it',
      (f) => symlink('/etc', join(f, 'bag/data/content/etc')),
      'manifest-file-added',
    ],
    ['what is no bag', (f) => rm(join(f, 'bag/bagit.txt')), 'bag-invalid'],
    [
      'a bag of something else',
      async (f) => {
        await rm(join(f, 'bag/data'), { recursive: true });
        await rm(join(f, 'bag/tagmanifest-sha256.txt'));
        await rm(join(f, 'bag/bag-info.txt'));
        await addFiles(f, { 'bag/manifest-sha256.txt': '', 'bag/data/.giữ': '' });
        await rm(join(f, 'bag/data/.giữ'));
      },
      'bag-invalid',
    ],
  ])('refuses %s, and changes nothing', async (_, damage, code) => {
    const folder = await newFolder();
    await damage(folder);
    const before = await hashFiles(folder);
    const run = await restore(folder);
    expect(run.code).toBe(1);
    expect(jsonLines(run).map((line) => line.code)).toContain(code);
    expect(await hashFiles(folder)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test.each(['bag/content', 'bag', '.'])('refuses to work in the bag: %s', async (content) => {
    const folder = await newFolder();
    const before = await hashFiles(folder);
    expect(jsonLines(await restore(folder, content))).toMatchObject([{ code: 'folders-overlap' }]);
    expect(await hashFiles(folder)).toEqual(before);
  });

  test('tells people what it made, and needs a bag', async () => {
    const folder = await newFolder();
    const run = await runKhobao(folder, ['restore-archive', 'bag', '--lang', 'vi']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('content');
    expect(await runKhobao(folder, ['restore-archive'])).toMatchObject({ code: 2 });
    expect(jsonLines(await restore(folder, 'mới', 'không có'))).toMatchObject([{ code: 'bag-invalid' }]);
  });
});
