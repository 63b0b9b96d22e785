import { watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { marketPage, recordOf, sha256 } from '../unit/capture/make-warc.ts';
import { articleLine, hashFiles, jsonLines, runKhobao, startKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

/** More captures than one WARC takes, so that some are in place while others are read. */
const count = 2500;
const lines = Array.from({ length: count }, (_, i) =>
  articleLine({
    url: `https://bao-cho.example/${String(i)}`,
    title: `Phiên chợ thứ ${String(i)}`,
    body: [`Phiên ${String(i)} vãn sớm.`],
  }),
);

const newInput = (): Promise<string> => newFolder({ 'a.jsonl': lines.join('\n') });

/** Sends a signal as soon as the first articles are told of, and waits for the end. */
const interrupt = async (
  folder: string,
  signal: NodeJS.Signals,
): Promise<{ code: number | null; stderr: string }> => {
  const child = startKhobao(folder, ['import', 'a.jsonl', '--json'], { LANG: 'en' });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.once('data', () => child.kill(signal));
  child.stdout.resume();
  const code = await new Promise<number | null>((settle) => child.on('close', settle));
  return { code, stderr };
};

const finish = async (folder: string) => {
  const run = await runKhobao(folder, ['import', 'a.jsonl', '--json']);
  const summary = jsonLines(run).at(-1);
  expect(run.code).toBe(0);
  expect(Number(summary?.written) + Number(summary?.unchanged)).toBe(count);
  expect(Number(summary?.unchanged)).toBeGreaterThan(0);
  const names = Object.keys(await hashFiles(join(folder, 'content')));
  expect(names.filter((name) => name.includes('.khobao'))).toEqual([]);
  expect(names.filter((name) => name.startsWith('articles/'))).toHaveLength(count);
  expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
};

describe('an import that is cut off', () => {
  test('by kill -9 is finished by the next run', async () => {
    const folder = await newInput();
    await interrupt(folder, 'SIGKILL');
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
    await finish(folder);
  });

  test('by Ctrl-C leaves whole files, says what stands, and is finished by the next run', async () => {
    const folder = await newInput();
    const { code, stderr } = await interrupt(folder, 'SIGINT');
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped as you asked.');
    const names = Object.keys(await hashFiles(join(folder, 'content')));
    expect(names.filter((name) => name.includes('.khobao'))).toEqual([]);
    await finish(folder);
  });
});

/** Two pages, and between them a picture that takes a while to be copied. */
const largeWarc = Buffer.concat([
  recordOf({ url: 'https://bao-cho.example/1', body: marketPage(1) }),
  recordOf({
    url: 'https://bao-cho.example/a.jpg',
    contentType: 'image/jpeg',
    body: Buffer.alloc(48 << 20, 7),
  }),
  recordOf({ url: 'https://bao-cho.example/2', body: marketPage(2) }),
]);

/** Kills a command as soon as it begins to write a file of captures. */
const killWhileCopying = async (folder: string, args: readonly string[]): Promise<void> => {
  const captures = join(folder, 'content/captures');
  await mkdir(captures, { recursive: true });
  const watcher = watch(captures);
  const child = startKhobao(folder, args);
  child.stdout.resume();
  child.stderr.resume();
  watcher.once('change', () => child.kill('SIGKILL'));
  await new Promise((settle) => child.on('close', settle));
  watcher.close();
};

const nameOfCopy = `captures/lon-${sha256(largeWarc).slice(0, 16)}.warc`;

describe('kill -9 while a WARC is copied in whole', () => {
  const expectWhole = async (folder: string, args: readonly string[]): Promise<void> => {
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
    const run = await runKhobao(folder, [...args, '--json']);
    expect(run.code).toBe(0);
    expect(jsonLines(run).at(-1)).toMatchObject({ refused: 0 });
    const hashes = await hashFiles(join(folder, 'content'));
    expect(hashes[nameOfCopy]).toBe(sha256(largeWarc));
    const names = Object.keys(hashes);
    expect(names.filter((name) => name.startsWith('articles/'))).toHaveLength(2);
    expect(names.filter((name) => name.endsWith('.warc'))).toHaveLength(1);
    expect(names.filter((name) => name.includes('.khobao'))).toEqual([]);
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
    expect(jsonLines(await runKhobao(folder, [...args, '--json'])).at(-1)).toMatchObject({
      written: 0,
      unchanged: 2,
    });
  };

  test('leaves no half file that counts, and the next import finishes it', async () => {
    const folder = await newFolder({ 'lon.warc': largeWarc });
    await killWhileCopying(folder, ['import', 'lon.warc']);
    await expectWhole(folder, ['import', 'lon.warc']);
  });

  test('nor does one that cuts off a merge', async () => {
    const folder = await newFolder({ 'lon.warc': largeWarc });
    await runKhobao(folder, ['import', 'lon.warc', '--content', 'other']);
    await killWhileCopying(folder, ['import', 'other']);
    await expectWhole(folder, ['import', 'other']);
  });
});
