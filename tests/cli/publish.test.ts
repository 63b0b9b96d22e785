import { mkdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  articleIds,
  codesAt,
  copyArchive,
  editArticle,
  keepArchives,
  newArchive,
  newPublishedArchive,
  publish,
  publishForPeople,
  stateOf,
  verify,
  withdraw,
  type PublishedArchive,
} from './published-archive.ts';
import { fastBuild } from './fast-build.ts';
import { addFiles, hashFiles, jsonLines, runKhobao } from './run-khobao.ts';

const keep = keepArchives();
let base: PublishedArchive;
const copyOfBase = async (): Promise<PublishedArchive> => keep(await copyArchive(base));

beforeAll(async () => {
  base = keep(await newPublishedArchive());
});

const codesOf = ({ problems }: { problems: readonly { code: string }[] }): string[] =>
  problems.map(({ code }) => code);

describe('khobao publish', () => {
  test('lays out releases, bags and the link, and tells what is new', async () => {
    const archive = await copyOfBase();
    const { to } = archive;
    expect(await readlink(join(to, 'site'))).toBe('releases/2026-01-02');
    const names = Object.keys(await hashFiles(to)).map((path) => path.split('/').slice(0, 2).join('/'));
    expect([...new Set(names)].sort()).toEqual([
      'bags/2026-01-01',
      'bags/2026-01-02',
      'releases/2026-01-01',
      'releases/2026-01-02',
    ]);
    await withdraw(archive, articleIds[1] ?? '');
    const run = await publish(archive, { date: '2026-01-03' });
    expect(run).toEqual({
      code: 0,
      problems: [],
      printed: [
        {
          status: 'published',
          date: '2026-01-03',
          release: join(to, 'releases/2026-01-03'),
          bag: join(to, 'bags/2026-01-03'),
          counts: { articles: 3, withdrawn: 1, versions: 0, sources: 1, captures: 3 },
          changes: { added: 0, changed: 0, withdrawn: 1, restored: 0, removed: 0 },
          pruned: [],
        },
      ],
    });
    const text = await readFile(join(archive.content, 'snapshots/2026-01-03.json'), 'utf8');
    expect(await readFile(join(to, 'site/phat-hanh/2026-01-03/snapshot.json'), 'utf8')).toBe(text);
    expect(await readFile(join(to, 'bags/2026-01-03/data/content/snapshots/2026-01-03.json'), 'utf8')).toBe(
      text,
    );
  });

  test('changes nothing where nothing has changed: unchanged', async () => {
    const archive = await copyOfBase();
    const before = await stateOf(archive.folder);
    const run = await publish(archive, { date: '2026-01-02' });
    expect(run).toMatchObject({ code: 0, problems: [], printed: [{ status: 'unchanged' }] });
    expect(await stateOf(archive.folder)).toEqual(before);
  });

  test.each([
    [`releases/2026-01-02/bai/${articleIds[0] ?? ''}/index.html`, 'manifest-file-altered'],
    ['releases/2026-01-02/manifest-sha256.txt', 'manifest-line-invalid'],
    ['bags/2026-01-02/data/content/archive.yml', 'manifest-file-altered'],
  ])('says of no day that it is published while %s is damaged, and makes it again', async (path, code) => {
    const archive = await copyOfBase();
    const whole = await hashFiles(archive.to);
    await writeFile(join(archive.to, path), 'hỏng');
    const before = await stateOf(archive.folder);
    const run = await publish(archive, { date: '2026-01-02' });
    expect(run).toMatchObject({ code: 1, printed: [] });
    expect(codesAt(run.problems, archive.to)).toContain(`${code} ${path}`);
    expect(await stateOf(archive.folder)).toEqual(before);
    const part = path.split('/').slice(0, 2).join('/');
    await rename(join(archive.to, part), join(archive.folder, 'hỏng'));
    expect(await publish(archive, { date: '2026-01-02' })).toMatchObject({ code: 0, problems: [] });
    expect(await hashFiles(archive.to)).toEqual(whole);
  });

  test('makes no lost bag again beside a release that is damaged', async () => {
    const archive = await copyOfBase();
    await rm(join(archive.to, 'bags/2026-01-02'), { recursive: true });
    await addFiles(archive.to, { 'releases/2026-01-02/thêm.html': '' });
    const run = await publish(archive, { date: '2026-01-02' });
    expect(run).toMatchObject({ code: 1, printed: [] });
    expect(codesOf(run)).toEqual(['manifest-file-added']);
  });

  test('tells how a snapshot differs from the one before, and of the first nothing of the kind', async () => {
    const archive = keep(await newArchive());
    expect((await publishForPeople(archive, '2026-01-01')).join('')).not.toContain('Since the one before');
    await editArticle(archive, articleIds[0] ?? '', 'Thêm một câu.');
    expect(await publishForPeople(archive, '2026-01-02')).toContain(
      'Since the one before: 0 added, 1 changed, 0 withdrawn, 0 restored, 0 gone.',
    );
  });

  test('takes today where no day is given', async () => {
    const archive = keep(await newArchive());
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-04T18:00:00Z') });
    const run = await publish(archive).finally(() => vi.useRealTimers());
    expect(run).toMatchObject({ code: 0, printed: [{ date: '2026-03-05' }] });
  });

  test.each<[string, (archive: PublishedArchive) => Promise<unknown>, Parameters<typeof publish>[1], string]>(
    [
      [
        'a day that is published, with other content: snapshot-exists',
        (archive) => editArticle(archive, articleIds[2] ?? '', 'Khác.'),
        { date: '2026-01-02' },
        'snapshot-exists',
      ],
      [
        'a day that is published, under another address: snapshot-exists',
        () => Promise.resolve(),
        { date: '2026-01-02', base: '/kho/' },
        'snapshot-exists',
      ],
      [
        'a day that is published, of which the archive knows nothing any more: snapshot-exists',
        ({ content }) => rm(join(content, 'snapshots'), { recursive: true }),
        { date: '2026-01-02' },
        'snapshot-exists',
      ],
      [
        'a day before the last: snapshot-older',
        () => Promise.resolve(),
        { date: '2025-12-31' },
        'snapshot-older',
      ],
      [
        'a day before the last that the folder holds: snapshot-older',
        ({ content }) => rm(join(content, 'snapshots/2026-01-02.json')),
        { date: '2026-01-01' },
        'snapshot-exists',
      ],
      [
        'a day between two, which the archive does not have: snapshot-older',
        ({ content }) => rm(join(content, 'snapshots'), { recursive: true }),
        { date: '2025-12-31' },
        'snapshot-older',
      ],
      [
        'a day made again with another base: snapshot-differs',
        ({ to }) => rm(join(to, 'releases/2026-01-02'), { recursive: true }),
        { date: '2026-01-02', base: '/kho/' },
        'snapshot-differs',
      ],
      [
        'to a folder that holds something else: publish-folder-foreign',
        async ({ to }) => {
          await rm(to, { recursive: true });
          await addFiles(to, { 'thư.txt': 'giữ' });
        },
        { date: '2026-01-03' },
        'publish-folder-foreign',
      ],
      [
        'what is no file: content-link',
        ({ content }) => symlink('archive.yml', join(content, 'lien-ket.yml')),
        { date: '2026-01-03' },
        'content-link',
      ],
      [
        'a record of a snapshot that was broken: snapshot-invalid',
        ({ content }) => writeFile(join(content, 'snapshots/2026-01-02.json'), '{'),
        { date: '2026-01-03' },
        'snapshot-invalid',
      ],
      [
        'an archive with an error: source-missing',
        ({ content }) => rm(join(content, 'sources/bao-cho.yml')),
        { date: '2026-01-03' },
        'source-missing',
      ],
    ],
  )('refuses %s', async (_, change, asked, code) => {
    const archive = await copyOfBase();
    await change(archive);
    const before = await stateOf(archive.folder);
    const run = await publish(archive, asked);
    expect(codesOf(run)).toContain(code);
    expect(run).toMatchObject({ code: 1, printed: [] });
    expect(await stateOf(archive.folder)).toEqual(before);
  });

  test.each([
    ['in the archive', 'content', 'content/p'],
    ['that is the archive', 'content', 'content'],
    ['above the archive', 'content', '.'],
    ['in the archive, by a link', 'content', 'link/p'],
    ['that holds the archive in a bag', 'p/bags/2026-01-02/data/content', 'p'],
  ])('refuses a folder %s: folders-overlap', async (_, content, to) => {
    const { folder } = await copyOfBase();
    await symlink('content', join(folder, 'link'));
    const before = await hashFiles(folder);
    const asked = { content: join(folder, content), to: join(folder, to), date: '2026-01-03' };
    expect(codesOf(await publish(base, asked))).toEqual(['folders-overlap']);
    expect(await hashFiles(folder)).toEqual(before);
  });

  test('never takes the root of the disk, or what is no folder', async () => {
    const { folder } = await copyOfBase();
    const date = '2026-01-03';
    expect(codesOf(await publish(base, { to: '/', date }))).toEqual(['folders-overlap']);
    const run = await publish(base, { to: join(folder, 'content/archive.yml'), date });
    expect(run).toMatchObject({ code: 1, problems: [{ code: 'write-failed' }] });
  });

  test('tells of a file that changes while the site is built: content-changed', async () => {
    const archive = await copyOfBase();
    await editArticle(archive, articleIds[2] ?? '', 'Trước.');
    const before = await hashFiles(archive.to);
    const run = await publish(archive, { date: '2026-01-03' }, async (making) => {
      const built = await fastBuild(making);
      await editArticle(archive, articleIds[3] ?? '', 'Trong lúc dựng.');
      return built;
    });
    expect(run.code).toBe(1);
    expect(codesAt(run.problems, archive.content)).toEqual([
      `content-changed articles/${articleIds[3] ?? ''}.md`,
    ]);
    expect(await hashFiles(archive.to)).toEqual(before);
    expect(await publish(archive, { date: '2026-01-03' })).toMatchObject({ code: 0 });
  });

  test('keeps what stands where the build fails: build-failed', async () => {
    const archive = await copyOfBase();
    await editArticle(archive, articleIds[2] ?? '', 'Khác.');
    const before = await stateOf(archive.folder);
    const run = await publish(archive, { date: '2026-01-03' }, async ({ out }) => {
      await addFiles(out, { 'index.html': 'nửa' });
      return { succeeded: false, lines: ['[ERROR] out of memory'] };
    });
    expect(run).toMatchObject({ code: 1, problems: [{ code: 'build-failed' }] });
    expect(await stateOf(archive.folder)).toEqual(before);
  });

  test('stops when asked, and leaves all as it was', async () => {
    const archive = await copyOfBase();
    await editArticle(archive, articleIds[2] ?? '', 'Khác.');
    const before = await stateOf(archive.folder);
    const stop = new AbortController();
    const run = await publish(
      archive,
      { date: '2026-01-03' },
      (making) => {
        stop.abort();
        return fastBuild(making);
      },
      stop.signal,
    );
    expect(run).toMatchObject({ code: 130, problems: [], printed: [] });
    expect(await stateOf(archive.folder)).toEqual(before);
  });

  test('publishes nothing that can not be signed: sign-failed', async () => {
    const archive = await copyOfBase();
    const before = await stateOf(archive.folder);
    const sign = join(archive.folder, 'không có');
    for (const date of ['2026-01-02', '2026-01-03']) {
      expect(await publish(archive, { date, sign })).toMatchObject({
        code: 1,
        problems: [{ code: 'sign-failed' }],
      });
    }
    expect(await stateOf(archive.folder)).toEqual(before);
  });

  test('keeps so many former releases as are asked for, and every bag', async () => {
    const archive = await copyOfBase();
    const run = await publish(archive, { date: '2026-01-03', keep: 1 });
    expect(run).toMatchObject({ code: 0, printed: [{ pruned: ['2026-01-01'] }] });
    const again = await publish(archive, { date: '2026-01-03', keep: 0 });
    expect(again).toMatchObject({ printed: [{ status: 'unchanged', pruned: ['2026-01-02'] }] });
    const days = Object.keys(await hashFiles(archive.to)).map((path) =>
      path.slice(0, path.indexOf('/2026') + 11),
    );
    expect([...new Set(days)].sort()).toEqual([
      'bags/2026-01-01',
      'bags/2026-01-02',
      'bags/2026-01-03',
      'releases/2026-01-03',
    ]);
    expect(await verify(archive.to)).toMatchObject({ code: 0, problems: [] });
  });

  test('goes back to the release before, forward again, and no further back than there is: snapshot-none', async () => {
    const archive = await copyOfBase();
    const back = await publish(archive, { back: true });
    expect(back).toMatchObject({
      code: 0,
      printed: [{ status: 'back', date: '2026-01-01', from: '2026-01-02' }],
    });
    expect(await readlink(join(archive.to, 'site'))).toBe('releases/2026-01-01');
    expect(await verify(archive.to)).toMatchObject({ code: 0 });
    const none = await publish(archive, { back: true });
    expect(none).toMatchObject({ code: 1, problems: [{ code: 'snapshot-none' }] });
    const forward = await publish(archive, { date: '2026-01-02' });
    expect(forward).toMatchObject({ code: 0, printed: [{ status: 'unchanged' }] });
    expect(await readlink(join(archive.to, 'site'))).toBe('releases/2026-01-02');
  });

  test('makes no folder to go back in', async () => {
    const archive = await copyOfBase();
    const to = join(archive.folder, 'nhầm');
    expect(codesOf(await publish(archive, { to, back: true }))).toEqual(['snapshot-none']);
    await expect(readFile(to)).rejects.toThrow('ENOENT');
  });

  test.each(['releases/2026-01-02', 'bags/2026-01-02', 'site'])(
    'makes %s again where it was lost, the same byte for byte',
    async (lost) => {
      const archive = await copyOfBase();
      const before = await hashFiles(archive.to);
      await rm(join(archive.to, lost), { recursive: true });
      expect(await publish(archive, { date: '2026-01-02' })).toMatchObject({ code: 0, problems: [] });
      expect(await hashFiles(archive.to)).toEqual(before);
      expect(await verify(archive.to)).toMatchObject({ code: 0 });
    },
  );

  test('makes a former day again in another folder as it was, whatever was published since', async () => {
    const archive = await copyOfBase();
    const later = await copyOfBase();
    expect(await publish(later, { date: '2026-01-03' })).toMatchObject({ code: 0 });
    const to = join(later.folder, 'q');
    expect(await publish(later, { to, date: '2026-01-02' })).toMatchObject({ code: 0, problems: [] });
    for (const part of ['releases', 'bags']) {
      expect(await hashFiles(join(to, part, '2026-01-02'))).toEqual(
        await hashFiles(join(archive.to, part, '2026-01-02')),
      );
    }
  });

  test('clears away what dead publishers left', async () => {
    const archive = await copyOfBase();
    const before = await hashFiles(archive.to);
    await addFiles(archive.to, {
      '.khobao-work-999999999/site/x': '',
      '.khobao-gone-2025-01-01/x': '',
      '.khobao-lock-999999999.tmp': '999999999\n',
      '.khobao.lock': '999999999\n',
    });
    expect(await publish(archive, { date: '2026-01-02' })).toMatchObject({ code: 0, problems: [] });
    expect(await hashFiles(archive.to)).toEqual(before);
  });

  test('tells of a name in the archive that is no text: file-unreadable', async () => {
    const archive = await copyOfBase();
    const name = Buffer.concat([Buffer.from(`${archive.content}/tep-`), Buffer.from([0xff, 0xfe])]);
    // A file system may refuse such a name by itself; then there is nothing to tell.
    const isMade = await writeFile(name, 'x').then(
      () => true,
      () => false,
    );
    const run = await publish(archive, { date: '2026-01-03' });
    expect(codesOf(run)).toEqual(isMade ? ['file-unreadable'] : []);
  });

  test('needs --to, and tells its words in both languages', async () => {
    const { folder } = await copyOfBase();
    expect(await runKhobao(folder, ['publish', '--lang', 'en'])).toMatchObject({ code: 2 });
    const run = await runKhobao(folder, ['publish', '--to', 'p', '--back', '--lang', 'vi']);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stdout).toContain('Đang đăng lại đợt 2026-01-01');
    const json = await runKhobao(folder, ['publish', '--to', 'p', '--back', '--json']);
    expect(jsonLines(json)).toMatchObject([{ code: 'snapshot-none', severity: 'error' }]);
  });

  test('publishes through a link to a folder on another disk', async () => {
    const archive = await copyOfBase();
    await mkdir(join(archive.folder, 'đĩa'));
    await rename(archive.to, join(archive.folder, 'đĩa/p'));
    await symlink('đĩa/p', archive.to);
    expect(await publish(archive, { date: '2026-01-03' })).toMatchObject({ code: 0, problems: [] });
    expect(await verify(archive.to)).toMatchObject({ code: 0, problems: [] });
  });
});
