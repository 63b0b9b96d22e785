import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSnapshotInMaking, readSnapshots } from '../../../src/content/read-snapshots-fs.ts';
import { shownSnapshots, siteSnapshotSchema, toSiteSnapshot } from '../../../src/content/site-snapshot.ts';
import { makeSnapshot, makeSnapshotHead } from '../../site/make-snapshot.ts';

const idsTo = (n: number): string[] =>
  Array.from({ length: n }, (_, i) => `bao-x/2022/bai-${String(i).padStart(4, '0')}`);
const siteSnapshot = (date: string) => toSiteSnapshot(makeSnapshot(date), 'a'.repeat(64));

describe('toSiteSnapshot', () => {
  const { changes, ...rest } = toSiteSnapshot(
    makeSnapshot('2026-10-01', { changes: { added: idsTo(101), changed: idsTo(100), removed: idsTo(1) } }),
    null,
  );

  test.each([
    ['added', 101, 100],
    ['changed', 100, 100],
    ['withdrawn', 0, 0],
    ['restored', 0, 0],
    ['removed', 1, 1],
  ] as const)('of %s, %i in all, keeps the first %i ids', (kind, total, kept) => {
    expect(changes[kind]).toEqual({ total, ids: idsTo(kept) });
  });

  test('keeps no list of files or articles', () => {
    expect(Object.keys(rest).sort()).toEqual(['counts', 'date', 'format', 'previous', 'sha256', 'software']);
    expect(siteSnapshotSchema.safeParse({ ...rest, changes }).success).toBe(true);
  });
});

describe('shownSnapshots', () => {
  const published = ['2026-09-01', '2026-11-01', '2026-10-01'].map(siteSnapshot);
  const datesOf = (making: string | null): string[] =>
    shownSnapshots(published, making === null ? null : toSiteSnapshot(makeSnapshot(making), null)).map(
      ({ date, sha256 }) => (sha256 === null ? `${date} in the making` : date),
    );

  test.each([
    [null, ['2026-11-01', '2026-10-01', '2026-09-01']],
    ['2026-12-01', ['2026-12-01 in the making', '2026-11-01', '2026-10-01', '2026-09-01']],
    // Made again, it knows no more than it did.
    ['2026-10-01', ['2026-10-01 in the making', '2026-09-01']],
  ])('with %s in the making: %j', (making, dates) => {
    expect(datesOf(making)).toEqual(dates);
  });
});

describe('of a content folder', () => {
  let folder = '';
  const sound = JSON.stringify(makeSnapshot('2026-10-01'));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'khobao-snapshots-'));
    const snapshots = join(folder, 'snapshots');
    await mkdir(snapshots);
    await writeFile(join(snapshots, '2026-10-01.json'), sound);
    await writeFile(join(snapshots, '2026-10-02.json'), sound);
    await writeFile(join(snapshots, '2026-10-03.json'), sound.slice(0, 50));
    await writeFile(join(snapshots, '.2026-10-04.json'), '');
    await writeFile(join(snapshots, '2026-10-01.json.sig'), '');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('reads snapshots with the hash of their files, and tells those that are none', async () => {
    const { values, problems } = await readSnapshots(folder);
    expect(values.map(({ date, sha256 }) => ({ date, sha256 }))).toEqual([
      { date: '2026-10-01', sha256: createHash('sha256').update(sound).digest('hex') },
    ]);
    expect(
      problems.map(({ code, place, values: { part } }) => `${code} ${place.file ?? ''} ${part}`),
    ).toEqual([
      'snapshot-invalid snapshots/2026-10-02.json date',
      'snapshot-invalid snapshots/2026-10-03.json JSON',
    ]);
  });

  test('finds none where none was published', async () => {
    expect(await readSnapshots(join(folder, 'khong-co'))).toEqual({ values: [], problems: [] });
  });

  test('takes the head of a snapshot in the making, and nothing else', async () => {
    const file = join(folder, 'head.json');
    await writeFile(file, JSON.stringify(makeSnapshotHead('2026-11-22')));
    expect(await readSnapshotInMaking(file)).toMatchObject({ date: '2026-11-22', sha256: null });
    await writeFile(file, '{}');
    await expect(readSnapshotInMaking(file)).rejects.toThrow();
  });
});
