import { access, mkdir, readdir, readFile, readlink, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { toProblem } from '../../../src/problem/problem.ts';
import {
  listBags,
  listReleases,
  pruneReleases,
  putInPlace,
  readInForce,
  recoverFolder,
  refuseFolder,
  switchTo,
  type ReadyRelease,
} from '../../../src/snapshot/publishing-folder-fs.ts';
import { addFiles, hashFiles, makeFolder, removeFolder } from '../../cli/run-khobao.ts';

const folders: string[] = [];
const newFolder = async (files: Record<string, string> = {}): Promise<string> => {
  const folder = await makeFolder(files);
  folders.push(folder);
  return folder;
};
afterAll(() => Promise.all(folders.map(removeFolder)));

const sha256 = 'a'.repeat(64);
const journal = '.khobao-publish.json';

/** A release and a bag ready to be put in place; the snapshot is kept as a file beside the folder. */
const toReady = async (root: string, date: string): Promise<ReadyRelease> => {
  await addFiles(root, { '.khobao-work-1/site/a': date, '.khobao-work-1/bag/b': date });
  return {
    date,
    site: join(root, '.khobao-work-1/site'),
    bag: join(root, '.khobao-work-1/bag'),
    snapshotSha256: sha256,
    keepSnapshot: () => Promise.resolve(null),
  };
};

const isKept = () => Promise.resolve(true);
const isNotKept = () => Promise.resolve(false);

/** A folder in which one day is in force. */
const withOneDay = async (): Promise<string> => {
  const root = await newFolder();
  await putInPlace(root, await toReady(root, '2026-01-01'));
  await recoverFolder(root, isKept);
  return root;
};

const stateOf = async (root: string) => ({
  names: (await readdir(root)).sort(),
  inForce: await readInForce(root),
  releases: await listReleases(root),
  bags: await listBags(root),
});

const names = ['bags', 'releases', 'site'];
const oneDay = { names, inForce: '2026-01-01', releases: ['2026-01-01'], bags: ['2026-01-01'] };
const twoDays = {
  names,
  inForce: '2026-01-02',
  releases: ['2026-01-01', '2026-01-02'],
  bags: ['2026-01-01', '2026-01-02'],
};

describe('putInPlace', () => {
  test('lets readers have the release, by a link that any folder can be moved with', async () => {
    const root = await withOneDay();
    await putInPlace(root, await toReady(root, '2026-01-02'));
    await recoverFolder(root, isKept);
    expect(await stateOf(root)).toEqual(twoDays);
    expect(await readlink(join(root, 'site'))).toBe('releases/2026-01-02');
    expect(await readFile(join(root, 'site/a'), 'utf8')).toBe('2026-01-02');
  });

  test('tells why the archive did not keep the snapshot, and readers keep what they had', async () => {
    const root = await withOneDay();
    const full = toProblem('disk-full', { file: 'x' });
    const ready = { ...(await toReady(root, '2026-01-02')), keepSnapshot: () => Promise.resolve(full) };
    expect(await putInPlace(root, ready)).toBe(full);
    expect(await readInForce(root)).toBe('2026-01-01');
    await recoverFolder(root, isNotKept);
    expect(await stateOf(root)).toEqual(oneDay);
  });

  test('leaves a release or a bag alone that is there already', async () => {
    const root = await withOneDay();
    const ready = { ...(await toReady(root, '2026-01-01')), site: null };
    await removeFolder(join(root, 'bags/2026-01-01'));
    await putInPlace(root, ready);
    await recoverFolder(root, isKept);
    expect(await stateOf(root)).toEqual(oneDay);
  });
});

describe('recoverFolder', () => {
  /** What lies in the folder when a publisher was killed after so many steps of the second day. */
  const steps: readonly ((root: string) => Promise<unknown>)[] = [
    (root) => writeFile(join(root, '.khobao-journal.tmp'), '{"date":'),
    (root) =>
      writeFile(
        join(root, journal),
        JSON.stringify({ date: '2026-01-02', snapshotSha256: sha256, hasSite: true, hasBag: true }),
      ),
    (root) => rename(join(root, '.khobao-work-1/bag'), join(root, 'bags/2026-01-02')),
    (root) => rename(join(root, '.khobao-work-1/site'), join(root, 'releases/2026-01-02')),
    // Here the archive keeps the snapshot.
    () => Promise.resolve(),
    (root) => symlink('releases/2026-01-02', join(root, '.khobao-link-1')),
    (root) => rename(join(root, '.khobao-link-1'), join(root, 'site')),
  ];

  test.each(steps.map((_, i) => i + 1))('mends what was left after step %i of 7', async (count) => {
    const root = await withOneDay();
    await toReady(root, '2026-01-02');
    for (const step of steps.slice(0, count)) await step(root);
    const isDone = count >= 5;
    const asked: string[] = [];
    await recoverFolder(root, (date, hash) => {
      asked.push(`${date} ${hash}`);
      return Promise.resolve(isDone);
    });
    expect(asked).toEqual(count === 1 ? [] : [`2026-01-02 ${sha256}`]);
    expect(await stateOf(root)).toEqual(isDone ? twoDays : oneDay);
    await recoverFolder(root, () => Promise.resolve(isDone));
    expect(await stateOf(root)).toEqual(isDone ? twoDays : oneDay);
  });

  test.each(['', '{"date":"2026-0', '[]', 'null', '{"date":"../x","snapshotSha256":"a"}', '{"date":7}'])(
    'forgets a journal that was cut short or says nothing: %j',
    async (text) => {
      const root = await withOneDay();
      await writeFile(join(root, journal), text);
      await recoverFolder(root, isNotKept);
      expect(await stateOf(root)).toEqual(oneDay);
    },
  );

  test('takes back nothing that had been there before, nor what readers have', async () => {
    const root = await withOneDay();
    const written = { date: '2026-01-01', snapshotSha256: sha256, hasSite: true, hasBag: true };
    await writeFile(join(root, journal), JSON.stringify(written));
    await recoverFolder(root, isNotKept);
    expect(await stateOf(root)).toEqual(oneDay);
    await putInPlace(root, await toReady(root, '2026-01-02'));
    const before = { ...written, hasSite: false, hasBag: false };
    await writeFile(join(root, journal), JSON.stringify(before));
    await recoverFolder(root, isNotKept);
    expect(await stateOf(root)).toEqual(twoDays);
  });

  test('keeps the bag, and what readers have, where the snapshot is kept and its release is gone', async () => {
    const root = await withOneDay();
    const written = { date: '2026-01-02', snapshotSha256: sha256, hasSite: true, hasBag: true };
    await addFiles(root, { [journal]: JSON.stringify(written), 'bags/2026-01-02/b': '2' });
    await recoverFolder(root, isKept);
    expect(await stateOf(root)).toEqual({ ...oneDay, bags: ['2026-01-01', '2026-01-02'] });
  });

  test('puts back a release that another was about to take the place of, once', async () => {
    const root = await withOneDay();
    await putInPlace(root, await toReady(root, '2026-01-02'));
    const before = await hashFiles(join(root, 'releases'));
    await rename(join(root, 'releases/2026-01-01'), join(root, '.khobao-away-2026-01-01'));
    await recoverFolder(root, isKept);
    expect(await hashFiles(join(root, 'releases'))).toEqual(before);
    // The other has come: the old one, half removed, is not wanted any more.
    await addFiles(root, { '.khobao-away-2026-01-01/half': '' });
    await recoverFolder(root, isKept);
    expect(await hashFiles(join(root, 'releases'))).toEqual(before);
    expect(await stateOf(root)).toEqual(twoDays);
  });

  test('never takes half a release, on its way out, for a whole one', async () => {
    const root = await withOneDay();
    await addFiles(root, { '.khobao-gone-2025-12-31/half': '', '.khobao-work-99/site/x': '' });
    await recoverFolder(root, isKept);
    expect(await stateOf(root)).toEqual(oneDay);
  });

  test('does nothing to a folder that is not there', async () => {
    const root = join(await newFolder(), 'mới');
    await recoverFolder(root, isKept);
    await expect(access(root)).rejects.toThrow();
  });
});

describe('pruneReleases', () => {
  test.each([
    [0, ['2026-01-01', '2026-01-02', '2026-01-03']],
    [1, ['2026-01-01', '2026-01-02']],
    [3, []],
    [9, []],
  ])('keeps %i former releases, the one in force and every bag', async (keep, dropped) => {
    const root = await newFolder();
    const dates = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'];
    for (const date of dates) await putInPlace(root, await toReady(root, date));
    expect(await pruneReleases(root, keep)).toEqual(dropped);
    expect(await listReleases(root)).toEqual(dates.slice(dropped.length));
    expect(await listBags(root)).toEqual(dates);
    expect((await readdir(root)).filter((name) => name.startsWith('.khobao-gone'))).toEqual([]);
  });

  test('never drops the release in force, be it the oldest', async () => {
    const root = await newFolder();
    for (const date of ['2026-01-01', '2026-01-02']) await putInPlace(root, await toReady(root, date));
    await switchTo(root, '2026-01-01');
    expect(await pruneReleases(root, 0)).toEqual(['2026-01-02']);
    expect(await readInForce(root)).toBe('2026-01-01');
  });
});

describe('refuseFolder', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['an empty folder', {}, false],
    ['a folder with hidden files', { '.htaccess': '' }, false],
    ['a publishing folder', { 'releases/2026-01-01/a': '', 'bags/x': '' }, false],
    ['somebody’s files', { 'thư.txt': '' }, true],
    ['a built site', { 'index.html': '', 'khobao.json': '' }, true],
    [
      'a folder or file where the link has to be',
      { 'releases/2026-01-01/a': '', 'site/index.html': '' },
      true,
    ],
  ])('judges %s', async (_, files, isRefused) => {
    const root = await newFolder(files);
    const problem = await refuseFolder(root);
    expect(problem?.code ?? null).toBe(isRefused ? 'publish-folder-foreign' : null);
  });

  test('accepts a folder that is not there, and a link that leads nowhere', async () => {
    const root = await newFolder();
    expect(await refuseFolder(join(root, 'mới'))).toBeNull();
    await mkdir(join(root, 'releases'));
    await symlink('releases/2026-01-01', join(root, 'site'));
    expect(await refuseFolder(root)).toBeNull();
    expect(await readInForce(root)).toBe('2026-01-01');
  });

  test.each(['/etc', '../releases/2026-01-01', 'releases/../../x', 'releases/latest'])(
    'reads no day in a link to %s',
    async (target) => {
      const root = await newFolder();
      await symlink(target, join(root, 'site'));
      expect(await readInForce(root)).toBeNull();
    },
  );
});
