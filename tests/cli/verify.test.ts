import { createHash } from 'node:crypto';
import { cp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  articleIds,
  codesAt,
  copyArchive,
  editArticle,
  keepArchives,
  newPublishedArchive,
  publish,
  verify,
  withdraw,
  type PublishedArchive,
} from './published-archive.ts';
import { addFiles, hashFiles, jsonLines, runKhobao } from './run-khobao.ts';

const keep = keepArchives();

const [first, second] = ['2026-01-01', '2026-01-02'];
let base: PublishedArchive;
const copyOfBase = async (): Promise<PublishedArchive> => keep(await copyArchive(base));

beforeAll(async () => {
  base = keep(await newPublishedArchive());
});

const flipBit = async (file: string): Promise<void> => {
  const bytes = await readFile(file);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
};

/** Swaps two files or folders. */
const swap = async (one: string, other: string): Promise<void> => {
  const aside = join(dirname(one), '.aside');
  await rename(one, aside);
  await rename(other, one);
  await rename(aside, other);
};

describe('khobao verify', () => {
  test('finds a publishing folder whole, and each part of it', async () => {
    const { to } = base;
    const run = await verify(to);
    expect(run).toMatchObject({ code: 0, problems: [] });
    expect(run.printed).toMatchObject(
      ['releases/2026-01-01', 'releases/2026-01-02', 'bags/2026-01-01', 'bags/2026-01-02'].map((part) => ({
        summary: true,
        kind: part.startsWith('bags') ? 'bag' : 'release',
        folder: join(to, part),
        errors: 0,
      })),
    );
    for (const part of ['site', 'releases/2026-01-01', 'bags/2026-01-02']) {
      const { code, printed } = await verify(join(to, part));
      expect({ code, length: printed.length }).toEqual({ code: 0, length: 1 });
    }
  });

  test('counts what it read', async () => {
    const folder = join(base.to, 'bags', second);
    const files = Object.keys(await hashFiles(folder)).length;
    // All but the manifest that proves the others.
    expect((await verify(folder)).printed).toMatchObject([{ files: files - 1 }]);
  });

  test('tells by name each file that was altered or removed, whichever it is', async () => {
    const archive = await copyOfBase();
    const parts = [`releases/${second}`, `bags/${second}`];
    let [damages, told, elsewhere] = [0, 0, 0];
    for (const part of parts) {
      const folder = join(archive.to, part);
      for (const path of Object.keys(await hashFiles(folder))) {
        const file = join(folder, path);
        const bytes = await readFile(file);
        for (const damage of [flipBit, rm]) {
          damages += 1;
          await damage(file);
          const { code, problems } = await verify(archive.to);
          await writeFile(file, bytes);
          if (code === 1) told += 1;
          // What declares or lists the others is told by what it says of them.
          const isNamed = problems.some(({ place }) => place.file === file);
          if (!isNamed && !/(?:manifest-sha256|bagit)\.txt$/.test(path)) elsewhere += 1;
        }
      }
    }
    console.log(
      `verify: of ${String(damages)} files altered by one bit or removed, told: ${String(told)}, not by name: ${String(elsewhere)}`,
    );
    expect({ told, elsewhere }).toEqual({ told: damages, elsewhere: 0 });
    expect(await verify(archive.to)).toMatchObject({ code: 0 });
  });

  test.each<[string, (archive: PublishedArchive) => Promise<unknown>, string[]]>([
    [
      'files that were added',
      ({ to }) => addFiles(to, { [`releases/${first}/x`]: '', [`bags/${first}/data/content/.ẩn`]: '' }),
      [`manifest-file-added releases/${first}/x`, `manifest-file-added bags/${first}/data/content/.ẩn`],
    ],
    [
      'a link that leads nowhere',
      ({ to }) => rm(join(to, 'releases', second), { recursive: true }),
      ['manifest-file-missing site'],
    ],
    ['a link that is gone', ({ to }) => rm(join(to, 'site')), ['manifest-file-missing site']],
    [
      'a site that is no link to a release',
      async ({ to }) => {
        await rm(join(to, 'site'));
        await symlink('/tmp', join(to, 'site'));
      },
      ['manifest-file-missing site'],
    ],
    [
      'two releases that were swapped',
      ({ to }) => swap(join(to, 'releases', first), join(to, 'releases', second)),
      [`snapshot-misplaced releases/${first}`, `snapshot-misplaced releases/${second}`],
    ],
    [
      'two bags that were swapped',
      ({ to }) => swap(join(to, 'bags', first), join(to, 'bags', second)),
      [`snapshot-misplaced bags/${first}`, `snapshot-misplaced bags/${second}`],
    ],
    [
      'two captures that were swapped, as their records are',
      async ({ to }) => {
        const folder = join(to, 'releases', first);
        const [one = '', other = ''] = Object.keys(await hashFiles(folder)).filter((path) =>
          path.startsWith('ban-chup/'),
        );
        await swap(join(folder, one), join(folder, other));
      },
      ['manifest-file-altered', 'manifest-file-altered', 'capture-altered', 'capture-altered'],
    ],
    [
      'a release without a manifest',
      ({ to }) => rm(join(to, 'releases', first, 'manifest-sha256.txt')),
      [`manifest-missing releases/${first}/manifest-sha256.txt`],
    ],
    [
      'a bag without a manifest of its tags',
      ({ to }) => rm(join(to, 'bags', first, 'tagmanifest-sha256.txt')),
      [`manifest-missing bags/${first}/tagmanifest-sha256.txt`],
    ],
  ])('tells %s', async (_, damage, told) => {
    const archive = await copyOfBase();
    await damage(archive);
    const { code, problems } = await verify(archive.to);
    expect(code).toBe(1);
    const found = codesAt(problems, archive.to);
    expect(found.map((one, i) => (told[i]?.includes(' ') === false ? one.split(' ')[0] : one))).toEqual(told);
  });

  /** A release altered with its manifest, so that it is sound by itself. */
  const forge = async (release: string, alter: (lines: string[]) => Promise<string[]>): Promise<void> => {
    const file = join(release, 'manifest-sha256.txt');
    const lines = await alter((await readFile(file, 'utf8')).trimEnd().split('\n'));
    await writeFile(file, `${lines.join('\n')}\n`);
  };
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

  test('is not deceived by a manifest that was altered with its file', async () => {
    const { to } = await copyOfBase();
    const release = join(to, 'releases', first);
    await forge(release, async (lines) => {
      await writeFile(join(release, 'index.html'), '');
      return lines.map((line) => (line.endsWith('  index.html') ? `${empty}  index.html` : line));
    });
    expect(codesAt((await verify(release)).problems, release)).toEqual(['manifest-file-altered index.html']);
  });

  test('is not deceived by a manifest that lists a file that was added', async () => {
    const { to } = await copyOfBase();
    const release = join(to, 'releases', first);
    await forge(release, async (lines) => {
      await writeFile(join(release, 'x.html'), '');
      return [...lines, `${empty}  x.html`];
    });
    expect(codesAt((await verify(release)).problems, release)).toEqual(['manifest-file-altered x.html']);
  });

  test('compares a release with the bag of its day, where it was altered with all that proves it', async () => {
    const archive = await copyOfBase();
    const other = await copyOfBase();
    await rm(other.to, { recursive: true });
    await rm(join(other.content, 'snapshots'), { recursive: true });
    await editArticle(other, articleIds[1] ?? '', 'Giả.');
    await publish(other, { date: first });
    const release = join(archive.to, 'releases', first);
    await rm(release, { recursive: true });
    await cp(join(other.to, 'releases', first), release, { recursive: true });
    expect(await verify(release)).toMatchObject({ code: 0 });
    expect(codesAt((await verify(archive.to)).problems, release)).toEqual([
      `manifest-file-altered phat-hanh/${first}/snapshot.json`,
    ]);
  });

  test('tells a chain of snapshots that was broken in a bag: snapshot-chain-broken', async () => {
    const archive = await copyOfBase();
    const bag = join(archive.to, 'bags', second);
    const path = `data/content/snapshots/${first}.json`;
    await rm(join(bag, path));
    for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      const text = await readFile(join(bag, name), 'utf8');
      await writeFile(join(bag, name), text.replace(new RegExp(`.*${path}\n`), ''));
    }
    await rm(join(bag, 'tagmanifest-sha256.txt'));
    await rm(join(bag, 'bag-info.txt'));
    const { problems } = await verify(bag);
    expect(problems.map(({ code }) => code)).toEqual(['manifest-missing', 'snapshot-chain-broken']);
  });

  /** Alters a file of a bag with all that proves it, but for the snapshots and what `bag-info.txt` counts. */
  const forgeBag = async (
    bag: string,
    path: string,
    alter: (bytes: Buffer) => Buffer | string | null,
  ): Promise<void> => {
    const file = join(bag, 'data/content', path);
    const put = async (name: string, altered: Buffer | string | null): Promise<void> => {
      if (altered === null) await rm(join(bag, name));
      else await writeFile(join(bag, name), altered);
      const hash = altered === null ? null : createHash('sha256').update(altered).digest('hex');
      for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
        const text = await readFile(join(bag, manifest), 'utf8');
        const line = new RegExp(`^[0-9a-f]{64}  ${name.replaceAll('.', '\\.')}\n`, 'm');
        if (manifest === name || !line.test(text)) continue;
        const now = text.replace(line, hash === null ? '' : `${hash}  ${name}\n`);
        if (manifest === 'tagmanifest-sha256.txt') await writeFile(join(bag, manifest), now);
        else await put(manifest, now);
      }
    };
    const altered = alter(await readFile(file));
    await put(`data/content/${path}`, altered);
    const info = await readFile(join(bag, 'bag-info.txt'), 'utf8');
    await put('bag-info.txt', info.replace(/^Payload-Oxum: .*\n/m, ''));
  };
  const article = `articles/${articleIds[2] ?? ''}.md`;
  const nowhere = 'f'.repeat(64);
  const text = (bytes: Buffer): string => bytes.toString('utf8');

  test.each<[string, string, (bytes: Buffer) => Buffer | string | null, string[]]>([
    [
      'an article that another text was put in the place of',
      article,
      (bytes) => text(bytes).replace('Lúa trổ chậm', 'Lúa trổ sớm'),
      [`manifest-file-altered ${article}`],
    ],
    ['an article that was taken away', article, () => null, [`manifest-file-altered ${article}`]],
    [
      'a record that names another hash',
      article,
      (bytes) => text(bytes).replace(/sha256: .*/, `sha256: ${nowhere}`),
      [`capture-altered ${article}`, `manifest-file-altered ${article}`],
    ],
    [
      'a record that names another place',
      article,
      (bytes) => text(bytes).replace(/offset: .*/, 'offset: 7'),
      [`capture-missing ${article}`, `manifest-file-altered ${article}`],
    ],
    [
      'a record that somebody wrote otherwise, with another hash',
      article,
      (bytes) => text(bytes).replace(/sha256: .*/, `sha256: "${nowhere}"`),
      [`capture-altered ${article}`, `manifest-file-altered ${article}`],
    ],
    [
      'a record that can not be read',
      article,
      (bytes) => text(bytes).replace('captures:', 'captures: ['),
      [`yaml-invalid ${article}`, `manifest-file-altered ${article}`],
    ],
    [
      'a long record that can not be read',
      article,
      (bytes) => text(bytes).replace('---', `---\nghi chú: ${'x'.repeat(600_000)}`),
      [`record-field-unknown ${article}`, `manifest-file-altered ${article}`],
    ],
    [
      'a figure whose picture is not there',
      article,
      (bytes) => `${text(bytes)}\n:::figure{src="images/x.jpg" alt="Chợ"}\n:::\n`,
      [`image-file-missing ${article}`, `manifest-file-altered ${article}`],
    ],
  ])('tells %s, in a bag that was forged with its manifests', async (_, path, alter, told) => {
    const { to } = await copyOfBase();
    const bag = join(to, 'bags', second);
    await forgeBag(bag, path, alter);
    expect(codesAt((await verify(bag)).problems, join(bag, 'data/content'))).toEqual(told);
  });

  test('tells one bit of a capture that was altered in a bag with its manifests', async () => {
    const { to } = await copyOfBase();
    const bag = join(to, 'bags', second);
    const [path = ''] = Object.keys(await hashFiles(join(bag, 'data/content'))).filter((one) =>
      one.endsWith('.warc.gz'),
    );
    const { length } = await readFile(join(bag, 'data/content', path));
    let told = 0;
    const places = Array.from({ length: 12 }, (_, i) => Math.floor(((i + 0.5) * length) / 12));
    for (const at of places) {
      const copy = await copyOfBase();
      const forged = join(copy.to, 'bags', second);
      await forgeBag(forged, path, (bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        return bytes;
      });
      const codes = (await verify(forged)).problems.map(({ code }) => code);
      if (codes.some((code) => /^(?:capture|warc)-/.test(code))) told += 1;
    }
    expect(told).toBe(places.length);
  });

  test('tells what a withdrawal does not account for, and what it does account for not', async () => {
    const archive = await copyOfBase();
    await withdraw(archive, articleIds[1] ?? '');
    expect(await publish(archive, { date: '2026-01-03' })).toMatchObject({ code: 0, problems: [] });
    expect(await verify(archive.to)).toMatchObject({ code: 0, problems: [] });
    const release = join(archive.to, 'releases', first);
    const page = `bai/${articleIds[2] ?? ''}/index.html`;
    await forge(release, async (lines) => {
      await writeFile(join(release, page), '');
      return lines.map((line) => (line.endsWith(`  ${page}`) ? `${empty}  ${page}` : line));
    });
    expect(codesAt((await verify(release)).problems, release)).toEqual([`manifest-file-altered ${page}`]);
  });

  test('tells what is none of ours: verify-nothing', async () => {
    const { folder } = await copyOfBase();
    for (const path of [folder, join(folder, 'content'), join(folder, 'không có')]) {
      expect(await verify(path)).toMatchObject({ code: 1, problems: [{ code: 'verify-nothing' }] });
    }
  });

  test('prints differences for people on stdout, and one object a line for machines', async () => {
    const { folder, to } = await copyOfBase();
    await writeFile(join(to, 'releases', second, 'index.html'), '');
    const people = await runKhobao(folder, ['verify', 'p/site', '--lang', 'vi']);
    expect(people.code).toBe(1);
    expect(people.stdout).toContain(join('p/site/index.html'));
    expect(people.stdout).not.toContain('Đã đối chiếu');
    const all = await runKhobao(folder, ['verify', 'p', '--lang', 'vi']);
    const last = all.stdout.trimEnd().split('\n').at(-1);
    expect(last).toMatch(/^Đã đối chiếu 4 đợt và túi lưu: có tất cả \d+ chỗ sai khác/);
    const machines = await runKhobao(folder, ['verify', 'p/site', '--json']);
    expect(jsonLines(machines)).toMatchObject([
      { code: 'manifest-file-altered', file: 'p/site/index.html' },
      { summary: true, kind: 'release', folder: 'p/site', errors: 1 },
    ]);
    expect(basename(to)).toBe('p');
  });
});
