import { cp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashWarc } from '../../src/capture/read-records-fs.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { releasedCapturePath, type Snapshot } from '../../src/article/snapshot-record.ts';
import { checkReleasedCaptures } from '../../src/snapshot/check-released-captures-fs.ts';
import {
  hashFiles,
  jsonLines,
  makeFolder,
  removeFolder,
  runKhobao,
  startKhobao,
  type Run,
} from './run-khobao.ts';

const sample = fileURLToPath(new URL('../../content', import.meta.url));

let folder: string;
const days = ['2026-01-01', '2026-01-02', '2026-01-03'] as const;
const release = (day: string): string => join(folder, 'p/releases', day);
const bag = (day: string): string => join(folder, 'p/bags', day);

const publish = (day: string, more: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Run> =>
  runKhobao(folder, ['publish', '--to', 'p', '--date', day, '--json', ...more], env);

/** The article of the sample archive that has a former version. */
let id: string;
/** Words that stand in it alone: of its title, of its text, and of its former version. */
let words: string[];
let captures: string[];
let firstBag: Record<string, string>;

beforeAll(async () => {
  folder = await makeFolder();
  await cp(sample, join(folder, 'content'), { recursive: true });
  const [version = ''] = Object.keys(await hashFiles(join(sample, 'versions')));
  id = version.replace(/\/\d+\.md$/, '');
  const files = [`articles/${id}.md`, `versions/${version}`];
  const articles = await Promise.all(
    files.map(async (file) => parseArticle(await readFile(join(sample, file), 'utf8')).article),
  );
  words = articles
    .flatMap((article) => [article?.title ?? '', article?.lead?.slice(0, 50) ?? ''])
    .filter(Boolean);
  captures = articles.flatMap((article) => article?.captures.map(({ sha256 }) => sha256) ?? []);
  const run = await publish(days[0]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(jsonLines(run)).toMatchObject([{ status: 'published', changes: { withdrawn: 1 } }]);
  firstBag = await hashFiles(bag(days[0]));
});
afterAll(() => removeFolder(folder));

/** Publishes with the real build, and kills that (SIGKILL) once it says what it is about to do. */
const killedAt = async (day: string, step: string): Promise<void> => {
  const child = startKhobao(folder, ['publish', '--to', 'p', '--date', day, '--lang', 'en']);
  let told = '';
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    if (told.includes(step)) child.kill('SIGKILL');
  });
  const code = await new Promise<number | null>((settle) => child.on('close', settle));
  expect({ code, told }).toEqual({ code: null, told: expect.stringContaining(step) as string });
};

const readSnapshotOf = async (day: string): Promise<Snapshot> =>
  JSON.parse(await readFile(join(release(day), `phat-hanh/${day}/snapshot.json`), 'utf8')) as Snapshot;

/** The files of a release that say something, by path. */
const filesThatSay = async (day: string, said: string): Promise<string[]> => {
  const found: string[] = [];
  for (const path of Object.keys(await hashFiles(release(day)))) {
    if ((await readFile(join(release(day), path))).includes(said)) found.push(path);
  }
  return found;
};

const search = async (day: string, query: string): Promise<unknown[]> => {
  const run = await runKhobao(folder, ['search', query, '--out', release(day), '--ids', '--json']);
  const [answer] = jsonLines(run) as { ids: Record<string, string[]> }[];
  return Object.values(answer?.ids ?? {}).flat();
};

const verify = (path: string): Promise<Run> => runKhobao(folder, ['verify', path, '--json']);

describe('a published archive', () => {
  test('gives each live capture as a WARC of its own, and none of a withdrawn article', async () => {
    const { articles } = await readSnapshotOf(days[0]);
    const of = (isWithdrawn: boolean): string[] =>
      Object.values(articles).flatMap((one) => (one.withdrawn === isWithdrawn ? one.captures : []));
    const live = new Set(of(false));
    const faults: unknown[] = [];
    for await (const problem of checkReleasedCaptures(release(days[0]), live, hashWarc)) faults.push(problem);
    expect(faults).toEqual([]);
    const there = Object.keys(await hashFiles(join(release(days[0]), 'ban-chup'))).map(
      (path) => `ban-chup/${path}`,
    );
    expect(there).toEqual([...live].map(releasedCapturePath).sort());
    expect(of(true).filter((sha256) => !live.has(sha256)).length).toBeGreaterThan(0);
  });

  test('is whole, and finds the article before it is withdrawn', async () => {
    expect(await verify('p')).toMatchObject({ code: 0 });
    expect(words.length).toBeGreaterThanOrEqual(2);
    for (const one of words) expect((await filesThatSay(days[0], one)).length).toBeGreaterThan(0);
    expect(await search(days[0], words[0] ?? '')).toContain(id);
    const { release: files } = await readSnapshotOf(days[0]);
    const doors = ['_headers', 'bai-moi.xml', 'robots.txt', 'sitemap.xml', 'sw.js', 'tim.xml'];
    expect(doors.filter((name) => files[name] === undefined)).toEqual([]);
    // A release has its captures, each with an instant of its own.
    const timeMap = await readFile(join(release(days[0]), 'bai', id, 'ban-chup.wlnk'), 'utf8');
    for (const sha256 of captures) expect(timeMap).toContain(releasedCapturePath(sha256));
  });

  test('lets a withdrawn article give way to its notice, everywhere and in former releases, though killed twice on the way', async () => {
    await runKhobao(folder, ['withdraw', id, '--reason', 'Theo yêu cầu của tác giả', '--by', 'Lan']);
    for (const step of ['Building the site', 'Putting the release in place']) {
      await killedAt(days[1], step);
      expect(await verify('p/site')).toMatchObject({ code: 0 });
    }
    const run = await publish(days[1]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(jsonLines(run)).toMatchObject([{ changes: { withdrawn: 1, added: 0 } }]);
    expect((await readdir(join(folder, 'p'))).sort()).toEqual(['bags', 'releases', 'site']);
    for (const day of days.slice(0, 2)) {
      for (const one of words)
        expect({ day, one, in: await filesThatSay(day, one) }).toEqual({ day, one, in: [] });
      expect(await search(day, words[0] ?? '')).not.toContain(id);
      const notice = await readFile(join(release(day), 'bai', id, 'index.html'), 'utf8');
      expect(notice).toContain('Theo yêu cầu của tác giả');
      const kept = (await readdir(join(release(day), 'ban-chup'), { recursive: true })).join(' ');
      for (const sha256 of captures) expect(kept).not.toContain(sha256);
    }
    const telling = `phat-hanh/${days[0]}`;
    const naming = (await filesThatSay(days[0], id)).filter((path) => !path.startsWith(`bai/${id}/`));
    expect(naming).toEqual([
      'manifest-sha256.txt',
      `${telling}/da-rut.json`,
      `${telling}/manifest-as-published.txt`,
      `${telling}/snapshot.json`,
    ]);
    // The index of the former release still finds all others.
    const others = await search(days[0], 'chợ');
    expect(others.length).toBeGreaterThan(0);
    expect(await search(days[1], 'chợ')).toEqual(others);
  });

  test('says so in the manifest of the former release, and leaves its bag as it was', async () => {
    expect(await verify('p')).toMatchObject({ code: 0 });
    expect(await hashFiles(bag(days[0]))).toEqual(firstBag);
    const told = JSON.parse(
      await readFile(join(release(days[0]), `phat-hanh/${days[0]}/da-rut.json`), 'utf8'),
    ) as { id: string; reason: string; files: { path: string; after: string | null }[] }[];
    expect(told).toMatchObject([{ id, reason: 'Theo yêu cầu của tác giả' }]);
    const files = new Map(told[0]?.files.map(({ path, after }) => [path, after]));
    expect(files.get(`bai/${id}/index.html`)).toMatch(/^[0-9a-f]{64}$/);
    for (const sha256 of captures) expect(files.get(releasedCapturePath(sha256))).toBeNull();
  });

  test('is brought back from a bag alone, and built from that in another folder, zone, language and home to the same bytes', async () => {
    const restored = await runKhobao(folder, [
      'restore-archive',
      `p/bags/${days[1]}`,
      '--content',
      'lại',
      '--json',
    ]);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(await hashFiles(join(folder, 'lại'))).toEqual(await hashFiles(join(folder, 'content')));
    expect(await runKhobao(folder, ['check', '--content', 'lại'])).toMatchObject({ code: 0 });
    const elsewhere = {
      TZ: 'America/St_Johns',
      LANG: 'vi_VN.UTF-8',
      HOME: folder,
      USER: 'ai-do',
      LOGNAME: 'ai-do',
    };
    const run = await runKhobao(
      folder,
      ['publish', '--content', 'lại', '--to', 'chỗ khác/q', '--date', days[1], '--json'],
      elsewhere,
    );
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const again = join(folder, 'chỗ khác/q');
    for (const part of ['releases', 'bags']) {
      expect(await hashFiles(join(again, part, days[1]))).toEqual(
        await hashFiles(join(folder, 'p', part, days[1])),
      );
    }
  });

  test('shows an article again once it is restored; what gave way before stays so', async () => {
    const notice = await hashFiles(release(days[0]));
    await runKhobao(folder, ['restore', id]);
    const run = await publish(days[2]);
    expect(jsonLines(run)).toMatchObject([{ status: 'published', changes: { restored: 1 } }]);
    expect(await filesThatSay(days[2], words[0] ?? '')).toContain(`bai/${id}/index.html`);
    expect(await hashFiles(release(days[0]))).toEqual(notice);
    expect(await verify('p')).toMatchObject({ code: 0 });
  });
});
