import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hashMember } from '../../src/capture/hash-member-fs.ts';
import { hashWarc } from '../../src/capture/read-records-fs.ts';
import { readInForce, releaseFolder } from '../../src/snapshot/publishing-folder-fs.ts';
import { verifyRelease } from '../../src/snapshot/verify-release-fs.ts';
import {
  articleIds,
  codesAt,
  copyArchive,
  editArticle,
  keepArchives,
  newPublishedArchive,
  publish,
  stateOf,
  verify,
  withdraw,
  type PublishedArchive,
} from './published-archive.ts';
import { hashFiles, makeFolder, removeFolder } from './run-khobao.ts';
import type { Told } from './told-context.ts';

const keep = keepArchives();

const publisher = fileURLToPath(new URL('khobao-publisher.ts', import.meta.url));
/** Where the publishers find each other's compiled code; made before the first. */
let cache: string;
afterAll(() => removeFolder(cache));

/** A publisher in a process of its own, and its end. */
interface Publisher {
  readonly child: ChildProcessWithoutNullStreams;
  /** Comes when it has said a line that begins so. */
  readonly said: (beginning: string) => Promise<void>;
  readonly ended: Promise<{ code: number | null; lines: string[] }>;
}

const start = (
  { content, to }: PublishedArchive,
  asked: Record<string, unknown>,
  environment: NodeJS.ProcessEnv = {},
): Publisher => {
  const options = JSON.stringify({ content, to, back: false, ...asked });
  const env = { ...process.env, NODE_COMPILE_CACHE: cache, ...environment };
  const child = spawn(process.execPath, [publisher, options], { env });
  let text = '';
  const waiting: { beginning: string; go: () => void }[] = [];
  const hear = (): void => {
    for (const { beginning, go } of waiting) if (`\n${text}`.includes(`\n${beginning}`)) go();
  };
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    hear();
  });
  child.stderr.resume();
  return {
    child,
    said: (beginning) =>
      new Promise((go) => {
        waiting.push({ beginning, go });
        hear();
      }),
    ended: new Promise((settle) => {
      child.on('close', (code) => {
        settle({ code, lines: text.trim().split('\n') });
      });
    }),
  };
};

const numberIn = (lines: readonly string[], label: string): number =>
  Number(lines.find((line) => line.startsWith(`${label} `))?.slice(label.length + 1) ?? Number.NaN);

const toldIn = (lines: readonly string[]): Told => JSON.parse(lines.at(-1) ?? '{}') as Told;

/** The same numbers in every run, evenly between 0 and 1. */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
  return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
};

/** Works through a list, two at a time. */
const forEachTwo = async <Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> => {
  const left = items.values();
  await Promise.all(
    [1, 2].map(async () => {
      for (const item of left) await act(item);
    }),
  );
};

/**
 * Two days are published; since then one article was changed and one withdrawn. The third publication has all there is to do:
 * put in place, let former releases give way, remove the oldest.
 */
let base: PublishedArchive;
const third = { date: '2026-01-03', keep: 1 };
/** What the publishing folder holds once the third day is published without a fault. */
let whole: Record<string, string>;
/** How many steps that takes, from which on it is put in place, and how long. */
let steps: { all: number; placing: number; ms: number };

beforeAll(async () => {
  cache = await makeFolder();
  base = keep(await newPublishedArchive());
  await editArticle(base, articleIds[2] ?? '', 'Thêm một câu nữa.');
  await withdraw(base, articleIds[1] ?? '');
  const archive = keep(await copyArchive(base));
  const run = start(archive, third);
  await run.said('ready');
  const begun = performance.now();
  const { code, lines } = await run.ended;
  steps = {
    all: numberIn(lines, 'steps'),
    placing: numberIn(lines, 'placing'),
    ms: performance.now() - begun,
  };
  expect(code).toBe(0);
  expect(toldIn(lines)).toMatchObject({
    problems: [],
    printed: [{ pruned: ['2026-01-01'], changes: { changed: 1, withdrawn: 1 } }],
  });
  whole = await hashFiles(archive.to);
});

/** What was found in an archive after a fault. */
interface Found {
  old: number;
  new: number;
  lost: number;
  unsound: number;
  unmended: number;
}

const noneFound = (): Found => ({ old: 0, new: 0, lost: 0, unsound: 0, unmended: 0 });

/** What readers have, and what the archive has, after a fault; then the next publication makes all whole. */
const judge = async (archive: PublishedArchive, found: Found): Promise<void> => {
  const { content, to } = archive;
  const inForce = (await readInForce(to)) ?? '';
  found[inForce === '2026-01-03' ? 'new' : 'old'] += 1;
  const problems: unknown[] = inForce === '' ? ['no site'] : [];
  const release = releaseFolder(to, inForce);
  for await (const problem of verifyRelease(release, { hashWarc, hashMember }, { day: inForce }))
    problems.push(problem);
  if (problems.length > 0) found.unsound += 1;
  const [before, after] = [await hashFiles(base.content), await hashFiles(content)];
  const isLost = Object.entries(before).some(([path, sha256]) => after[path] !== sha256);
  const isForeign = Object.keys(after).some(
    (path) =>
      before[path] === undefined && !/^snapshots\/(?:2026-01-03\.json$|\.khobao)|^\.khobao/.test(path),
  );
  if (isLost || isForeign) found.lost += 1;
  const bags = await hashFiles(join(base.to, 'bags'));
  const bagsNow = await hashFiles(join(to, 'bags'));
  if (Object.entries(bags).some(([path, sha256]) => bagsNow[path] !== sha256)) found.lost += 1;
  const next = await publish(archive, third);
  const checked = await verify(to);
  const { files, hidden } = await stateOf(to);
  const { hidden: left } = await stateOf(content);
  const isWhole =
    next.code === 0 &&
    checked.code === 0 &&
    hidden.length + left.length === 0 &&
    JSON.stringify(files) === JSON.stringify(whole);
  if (!isWhole) found.unmended += 1;
};

const sound = { lost: 0, unsound: 0, unmended: 0 };

describe('a publication that is cut off', () => {
  test('by kill -9 at 50 instants leaves the old site or the new one, and is made up for by the next', async () => {
    const random = seeded(20261122);
    const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
    // What is put in place is a small part of the steps, and the one where most can go wrong.
    const instants = [
      ...Array.from({ length: 16 }, () => ({ step: between(1, steps.placing) })),
      ...Array.from({ length: 22 }, () => ({ step: between(steps.placing + 1, steps.all) })),
      ...Array.from({ length: 12 }, () => ({ ms: random() * steps.ms })),
    ];
    const found = noneFound();
    let killed = 0;
    await forEachTwo(instants, async (instant) => {
      const archive = keep(await copyArchive(base));
      const run = start(archive, third, 'step' in instant ? { KILL_AT: String(instant.step) } : {});
      if ('ms' in instant) {
        await run.said('ready');
        const timer = setTimeout(() => run.child.kill('SIGKILL'), instant.ms);
        void run.ended.then(() => {
          clearTimeout(timer);
        });
      }
      const { code } = await run.ended;
      if (code === null) killed += 1;
      await judge(archive, found);
      await removeFolder(archive.folder);
    });
    console.log(
      `publish killed (SIGKILL) at ${String(instants.length)} instants of ${String(steps.all)} steps, ${String(killed)} before its end:` +
        ` the old site whole ${String(found.old)} times, the new one ${String(found.new)};` +
        ` sites not whole: ${String(found.unsound)}, files lost: ${String(found.lost)}, not made up for by the next: ${String(found.unmended)}`,
    );
    expect(found).toMatchObject(sound);
    expect(killed).toBeGreaterThanOrEqual(38);
    expect(found.old).toBeGreaterThan(0);
    expect(found.new).toBeGreaterThan(0);
  }, 900_000);

  test('twice, the second time while the first is made up for, is made up for by the third', async () => {
    const random = seeded(12);
    const found = noneFound();
    const cases = Array.from({ length: 12 }, () => ({
      first: steps.placing + Math.floor(random() * (steps.all - steps.placing)),
      second: 6 + Math.floor(random() * 18),
    }));
    await forEachTwo(cases, async ({ first, second }) => {
      const archive = keep(await copyArchive(base));
      await start(archive, third, { KILL_AT: String(first) }).ended;
      expect((await start(archive, third, { KILL_AT: String(second) }).ended).code).toBeNull();
      await judge(archive, found);
      await removeFolder(archive.folder);
    });
    console.log(
      `publish killed twice, ${String(cases.length)} times: sites not whole: ${String(found.unsound)},` +
        ` files lost: ${String(found.lost)}, not made up for by the next: ${String(found.unmended)}`,
    );
    expect(found).toMatchObject(sound);
  }, 600_000);

  test('by a disk that is full at 20 points says so, and leaves the old site or the new one', async () => {
    const random = seeded(7);
    const points = Array.from({ length: 20 }, (_, i) =>
      i < 12
        ? 1 + Math.floor(((i + random()) / 12) * steps.placing)
        : steps.placing + 1 + Math.floor(((i - 12) / 8) * (steps.all - steps.placing)),
    );
    const found = noneFound();
    const untold: number[] = [];
    await forEachTwo(points, async (point) => {
      const archive = keep(await copyArchive(base));
      const { code, lines } = await start(archive, third, { FULL_AT: String(point) }).ended;
      const { problems } = toldIn(lines);
      // The last steps only remove things: they need no room.
      const isDone = code === 0 && JSON.stringify(await hashFiles(archive.to)) === JSON.stringify(whole);
      const isTold = code === 1 && problems.some((problem) => problem.code === 'disk-full');
      if (!isDone && !isTold) untold.push(point);
      expect((await stateOf(archive.to)).hidden).toEqual([]);
      await judge(archive, found);
      await removeFolder(archive.folder);
    });
    console.log(
      `disk full at ${String(points.length)} points: the old site whole ${String(found.old)} times, the new one ${String(found.new)};` +
        ` sites not whole: ${String(found.unsound)}, files lost: ${String(found.lost)}, not made up for by the next: ${String(found.unmended)},` +
        ` not told: ${String(untold.length)}`,
    );
    expect(untold).toEqual([]);
    expect(found).toMatchObject(sound);
  }, 600_000);
});

describe('two publishers', () => {
  test.each([
    ['archive-locked', 'one archive'],
    ['publish-locked', 'two archives'],
  ])('at once, in either order: the second is told so (%s, %s)', async (code) => {
    for (const order of [0, 1]) {
      const one = keep(await copyArchive(base));
      const copy = keep(await copyArchive(base));
      const other = code === 'archive-locked' ? one : { ...copy, to: one.to };
      const [first, second] = order === 0 ? [one, other] : [other, one];
      const run = start(first, third, { HOLDS: '1' });
      await run.said('building');
      const before = await hashFiles(join(one.to, 'releases'));
      const refused = await publish(second, third);
      expect(refused).toMatchObject({ code: 1, problems: [{ code }] });
      expect(await hashFiles(join(one.to, 'releases'))).toEqual(before);
      run.child.stdin.end('go\n');
      expect(await run.ended).toMatchObject({ code: 0 });
      expect(await publish(first, third)).toMatchObject({ code: 0, printed: [{ status: 'unchanged' }] });
      expect(await hashFiles(one.to)).toEqual(whole);
    }
  });

  test('that start together never both publish, and leave a whole site', async () => {
    const archive = keep(await copyArchive(base));
    const runs = [start(archive, third), start(archive, third)];
    const ends = await Promise.all(runs.map(({ ended }) => ended));
    const statuses = ends.map(({ lines }) => {
      const { problems, printed } = toldIn(lines);
      return problems[0]?.code ?? (printed[0] as { status?: string } | undefined)?.status;
    });
    expect(statuses.filter((status) => status === 'published')).toHaveLength(1);
    expect(['archive-locked', 'publish-locked', 'unchanged']).toContain(
      statuses.find((status) => status !== 'published'),
    );
    expect(await hashFiles(archive.to)).toEqual(whole);
    expect((await stateOf(archive.to)).hidden).toEqual([]);
  });

  test.each([
    ['999999999\n', 'of a process that is gone'],
    ['1\n', 'whose number another program has now'],
    ['', 'that was cut short'],
  ])('and a lock %j, %s: it is taken over', async (text) => {
    const archive = keep(await copyArchive(base));
    await writeFile(join(archive.content, '.khobao.lock'), text);
    await writeFile(join(archive.to, '.khobao.lock'), text);
    expect(await publish(archive, third)).toMatchObject({ code: 0, problems: [] });
    expect(await hashFiles(archive.to)).toEqual(whole);
    expect((await stateOf(archive.content)).hidden).toEqual([]);
  });
});

describe('a publication with a fault around it', () => {
  test('refuses a capture that one bit was altered of: capture-altered', async () => {
    const archive = keep(await copyArchive(base));
    const name = Object.keys(await hashFiles(join(archive.content, 'captures'))).find((one) =>
      one.endsWith('.warc.gz'),
    );
    const file = join(archive.content, 'captures', name ?? '');
    const bytes = await readFile(file);
    const at = bytes.length - 60;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const run = await publish(archive, third);
    expect(run.code).toBe(1);
    expect(run.problems.map(({ code }) => code)).toContain('capture-altered');
    expect(await readInForce(archive.to)).toBe('2026-01-02');
    expect(await hashFiles(archive.to)).toEqual(await hashFiles(base.to));
  });

  test('refuses a clock that was set back: snapshot-older', async () => {
    const archive = keep(await copyArchive(base));
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('1970-01-01T00:00:00Z') });
    const run = await publish(archive).finally(() => vi.useRealTimers());
    expect(run).toMatchObject({ code: 1, problems: [{ code: 'snapshot-older' }] });
    expect(run.problems[0]?.values).toEqual({ date: '1970-01-01', last: '2026-01-02' });
    expect(await hashFiles(archive.folder)).toEqual(await hashFiles(base.folder));
  });

  test('tells of a target that can not be written: write-failed', async () => {
    const archive = keep(await copyArchive(base));
    const { folder } = archive;
    // Whoever may do all may write to a folder that is read-only, but not below a file, nor among processes.
    for (const to of [join(folder, 'a.jsonl'), join(folder, 'a.jsonl/p'), '/proc/khobao-p']) {
      const before = await stateOf(folder);
      const run = await publish(archive, { ...third, to });
      expect(run).toMatchObject({ code: 1, problems: [{ code: 'write-failed' }] });
      expect(await stateOf(folder)).toEqual(before);
    }
  });

  test('makes up for files that were added, removed and swapped in the release in force, by the next', async () => {
    const archive = keep(await copyArchive(base));
    const release = join(archive.to, 'releases/2026-01-02');
    const page = (i: number): string => `bai/${articleIds[i] ?? ''}/index.html`;
    await mkdir(join(release, 'thêm'));
    await writeFile(join(release, 'thêm/x.html'), 'x');
    await rm(join(release, 'khobao.json'));
    await rename(join(release, page(2)), join(release, 'x'));
    await rename(join(release, page(3)), join(release, page(2)));
    await rename(join(release, 'x'), join(release, page(3)));
    const found = await verify(archive.to);
    expect(codesAt(found.problems, release)).toEqual([
      `manifest-file-altered ${page(3)}`,
      `manifest-file-altered ${page(2)}`,
      'manifest-file-added thêm/x.html',
      'manifest-file-missing khobao.json',
    ]);
    expect(await publish(archive, third)).toMatchObject({ code: 0 });
    const inForce = join(archive.to, 'releases/2026-01-03');
    expect(await verify(inForce)).toMatchObject({ code: 0, problems: [] });
    // What gave way in the damaged release did not make its damage right.
    const left = codesAt((await verify(release)).problems, release);
    expect(left.sort()).toEqual([
      'manifest-file-added thêm/x.html',
      `manifest-file-altered ${page(3)}`,
      `manifest-file-altered ${page(2)}`,
      'manifest-file-missing khobao.json',
    ]);
  });
});
