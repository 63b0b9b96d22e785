import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  articleLine,
  hashFiles,
  jsonLines,
  makeFolder,
  removeFolder,
  runKhobao,
  startKhobao,
} from './run-khobao.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(removeFolder)));

/** More captures than one WARC takes, so that some are in place while others are read. */
const count = 2500;
const lines = Array.from({ length: count }, (_, i) =>
  articleLine({
    url: `https://bao-cho.example/${String(i)}`,
    title: `Phiên chợ thứ ${String(i)}`,
    body: [`Phiên ${String(i)} vãn sớm.`],
  }),
);

const newFolder = async (): Promise<string> => {
  const folder = await makeFolder({ 'a.jsonl': lines.join('\n') });
  folders.push(folder);
  return folder;
};

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
    const folder = await newFolder();
    await interrupt(folder, 'SIGKILL');
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
    await finish(folder);
  });

  test('by Ctrl-C leaves whole files, says what stands, and is finished by the next run', async () => {
    const folder = await newFolder();
    const { code, stderr } = await interrupt(folder, 'SIGINT');
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped as you asked.');
    const names = Object.keys(await hashFiles(join(folder, 'content')));
    expect(names.filter((name) => name.includes('.khobao'))).toEqual([]);
    await finish(folder);
  });
});
