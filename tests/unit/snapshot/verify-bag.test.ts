import { createHash } from 'node:crypto';
import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isHidden } from '../../../src/cli/survey-content.ts';
import { verifyBag } from '../../../src/snapshot/verify-bag-fs.ts';
import { writeBag } from '../../../src/snapshot/write-bag-fs.ts';
import { addFiles, hashFiles, makeFolder, removeFolder } from '../../cli/run-khobao.ts';

const folders: string[] = [];
const newFolder = async (files: Record<string, string> = {}): Promise<string> => {
  const folder = await makeFolder(files);
  folders.push(folder);
  return folder;
};
afterAll(() => Promise.all(folders.map(removeFolder)));

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

const faultsOf = async (folder: string): Promise<string[]> => {
  const found: string[] = [];
  for await (const { code, place } of verifyBag(folder)) {
    found.push(`${code} ${String(place.file).slice(folder.length + 1)}`);
  }
  return found;
};

const contents = { 'archive.yml': 'name: Kho\n', 'articles/Bến Vạc.md': 'Đò ngang.\n', '.khobao.lock': '1' };

const newBag = async (): Promise<string> => {
  const folder = await newFolder();
  await addFiles(join(folder, 'content'), contents);
  const bag = join(folder, 'bag');
  await writeBag(bag, {
    content: join(folder, 'content'),
    skips: isHidden,
    leavesOut: (path) => path === 'x',
    added: new Map([['snapshots/2026-01-01.json', '{}\n']]),
    info: { organization: 'Kho\n  Báo', date: '2026-01-01', softwareVersion: '1.2.3' },
  });
  return bag;
};

/** The rules of RFC 8493 for a bag that is complete and valid, read anew from the text of the standard. */
const checkByStandard = async (bag: string): Promise<void> => {
  const read = (name: string): Promise<string> => readFile(join(bag, name), 'utf8');
  expect((await read('bagit.txt')).split('\n')).toEqual([
    'BagIt-Version: 1.0',
    'Tag-File-Character-Encoding: UTF-8',
    '',
  ]);
  const files = await hashFiles(bag);
  const payload = Object.keys(files).filter((path) => path.startsWith('data/'));
  const listed = (text: string): [string, string][] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [, hash = '', path = ''] = /^([0-9a-f]+)\s+(.*)$/.exec(line) ?? [];
        return [path, hash];
      });
  const manifest = listed(await read('manifest-sha256.txt'));
  expect(manifest.map(([path]) => path).sort()).toEqual(payload);
  const tags = listed(await read('tagmanifest-sha256.txt'));
  expect(tags.map(([path]) => path).sort()).toEqual(['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt']);
  for (const [path, hash] of [...manifest, ...tags]) expect(files[path]).toBe(hash);
  const info = await read('bag-info.txt');
  for (const line of info.trimEnd().split('\n')) expect(line).toMatch(/^[A-Z][A-Za-z-]+: \S.*$/);
  const sizes = await Promise.all(payload.map(async (path) => (await readFile(join(bag, path))).length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(info).toContain(`Payload-Oxum: ${String(total)}.${String(payload.length)}\n`);
  expect(info).toMatch(/^Bagging-Date: \d{4}-\d{2}-\d{2}$/m);
};

describe('writeBag', () => {
  test('writes a bag by the rules of RFC 8493, without what is hidden', async () => {
    const bag = await newBag();
    await checkByStandard(bag);
    expect(await faultsOf(bag)).toEqual([]);
    expect(Object.keys(await hashFiles(join(bag, 'data/content')))).toEqual([
      'archive.yml',
      'articles/Bến Vạc.md',
      'snapshots/2026-01-01.json',
    ]);
    expect(await readFile(join(bag, 'bag-info.txt'), 'utf8')).toContain('Source-Organization: Kho Báo\n');
  });
});

describe('verifyBag', () => {
  const payload = sha256Of('hai');
  const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
  /** A bag as another program may write it. */
  const foreign = {
    'bagit.txt': declaration,
    'manifest-sha256.txt': `${payload}  data/a b.txt\n`,
    'data/a b.txt': 'hai',
  };

  test.each<[string, Record<string, string>, string[]]>([
    ['the least that a bag is', {}, []],
    [
      'version 0.97, ends of lines of Windows',
      { 'bagit.txt': 'BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n' },
      [],
    ],
    ['tabs, and paths that begin with ./', { 'manifest-sha256.txt': `${payload}\t./data/a b.txt\r\n` }, []],
    [
      'other manifests and tags beside it',
      { 'manifest-md5.txt': 'x', 'ghi-chu/x.txt': 'x', 'fetch.txt': '' },
      [],
    ],
    ['an Oxum that is right', { 'bag-info.txt': 'Payload-Oxum: 3.1\n' }, []],
    ['an Oxum that is wrong', { 'bag-info.txt': 'Payload-Oxum: 4.1\n' }, ['bag-oxum-wrong bag-info.txt']],
    [
      'an Oxum of another number of files',
      { 'bag-info.txt': 'payload-oxum: 3.2\n' },
      ['bag-oxum-wrong bag-info.txt'],
    ],
    [
      'an Oxum that counts no tags',
      {
        'bag-info.txt': 'Payload-Oxum: 3.1\n',
        'tagmanifest-sha256.txt': `${sha256Of(declaration)}  bagit.txt\n`,
      },
      [],
    ],
    ['no declaration', { 'bagit.txt': 'BagIt\n' }, ['bag-invalid bagit.txt']],
    ['a file of the payload that nobody lists', { 'data/x': '' }, ['manifest-file-added data/x']],
    ['a payload that was altered', { 'data/a b.txt': 'ba' }, ['manifest-file-altered data/a b.txt']],
    [
      'a tag that was altered',
      { 'tagmanifest-sha256.txt': `${payload}  bagit.txt\n` },
      ['manifest-file-altered bagit.txt'],
    ],
    [
      'a tag that is missing',
      { 'tagmanifest-sha256.txt': `${payload}  bag-info.txt\n` },
      ['manifest-file-missing bag-info.txt'],
    ],
    [
      'a manifest that leads outside',
      {
        'manifest-sha256.txt': `${payload}  data/a b.txt\n${payload}  data/../../x\n${payload}  /etc/passwd\n`,
      },
      ['manifest-line-invalid manifest-sha256.txt', 'manifest-line-invalid manifest-sha256.txt'],
    ],
    [
      'a manifest of tags that leads outside',
      { 'tagmanifest-sha256.txt': `${payload}  ../x\n` },
      ['manifest-line-invalid tagmanifest-sha256.txt'],
    ],
    [
      'a payload that the manifest of tags alone lists',
      { 'data/x': 'hai', 'tagmanifest-sha256.txt': `${payload}  data/x\n` },
      ['manifest-file-added data/x'],
    ],
  ])('judges %s', async (_, files, faults) => {
    expect(await faultsOf(await newFolder({ ...foreign, ...files }))).toEqual(faults);
  });

  test.each([
    ['bagit.txt', 'bag-invalid bagit.txt'],
    ['manifest-sha256.txt', 'manifest-missing manifest-sha256.txt'],
    ['data/a b.txt', 'manifest-file-missing data/a b.txt'],
  ])('tells that %s is missing', async (path, fault) => {
    const bag = await newFolder(foreign);
    await rm(join(bag, path));
    expect(await faultsOf(bag)).toEqual([fault]);
  });

  test('follows no link out of the bag', async () => {
    const bag = await newFolder(foreign);
    await rm(join(bag, 'data/a b.txt'));
    await writeFile(`${bag}.x`, 'hai');
    folders.push(`${bag}.x`);
    await symlink(`${bag}.x`, join(bag, 'data/a b.txt'));
    expect(await faultsOf(bag)).toEqual(['manifest-file-missing data/a b.txt']);
  });
});
