import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runBuild } from '../../src/cli/build.ts';
import type { CommandContext } from '../../src/cli/command.ts';
import { cli as words } from '../../src/i18n/en/cli.ts';
import {
  addFiles,
  articleLine,
  hashFiles,
  jsonLines,
  makeFolder,
  removeFolder,
  runKhobao,
} from './run-khobao.ts';

const folders: string[] = [];
const newFolder = async (files: Record<string, string> = {}): Promise<string> => {
  const folder = await makeFolder(files);
  folders.push(folder);
  return folder;
};
afterAll(() => Promise.all(folders.map(removeFolder)));

const toContext = (codes: string[]): CommandContext => ({
  language: 'en',
  words,
  json: false,
  verbose: false,
  print: () => undefined,
  printJson: () => undefined,
  tell: () => undefined,
  tellProblem: ({ code }) => codes.push(code),
  showProgress: () => undefined,
  signal: new AbortController().signal,
});

describe('khobao build', () => {
  test('makes a site that search and serve know, and keeps it when the next build fails', async () => {
    const folder = await newFolder({ 'a.jsonl': articleLine() });
    await runKhobao(folder, ['import', 'a.jsonl']);
    const run = await runKhobao(folder, ['build', '--json', '--base', 'kho']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(jsonLines(run)).toEqual([{ out: 'dist', base: '/kho/', site: null }]);
    expect((await readdir(folder)).sort()).toEqual(['a.jsonl', 'content', 'dist']);
    for (const query of ['giá gạo', 'gia gao']) {
      const [answer] = jsonLines(await runKhobao(folder, ['search', query, '--json']));
      expect(answer).toMatchObject({
        total: 1,
        results: [{ id: 'bao-cho/2019/gia-gao-o-cho-vom-nhich-len' }],
      });
    }
    await addFiles(folder, {
      'b.jsonl': '{"query":"gia gao","ids":true}\nx\n{"query":"không có bài nào"}\n',
    });
    const batch = await runKhobao(folder, ['search', '--batch', 'b.jsonl', '--json']);
    expect(batch.code).toBe(1);
    expect(jsonLines(batch)).toMatchObject([
      { ids: { folded: ['bao-cho/2019/gia-gao-o-cho-vom-nhich-len'] } },
      { query: null, line: 2 },
      { total: 0 },
    ]);

    const before = await hashFiles(join(folder, 'dist'));
    await addFiles(folder, { 'content/articles/bao-cho/2019/hong.md': 'không có lý lịch\n' });
    const failed = await runKhobao(folder, ['build', '--json']);
    expect(failed.code).toBe(1);
    expect(jsonLines(failed)).toMatchObject([{ code: 'front-matter-missing' }]);
    expect(await hashFiles(join(folder, 'dist'))).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(['a.jsonl', 'b.jsonl', 'content', 'dist']);
  });

  test('touches no folder that is not a site of ours: out-not-site', async () => {
    const folder = await newFolder({ 'thu/giu.txt': 'giữ', 'content/archive.yml': 'name: Kho\n' });
    for (const out of ['thu', 'content', '.', 'thu/giu.txt']) {
      const run = await runKhobao(folder, ['build', '--out', out, '--json']);
      expect(run.code).toBe(1);
      expect(jsonLines(run)).toMatchObject([{ code: 'out-not-site' }]);
    }
    expect(Object.keys(await hashFiles(folder))).toEqual(['content/archive.yml', 'thu/giu.txt']);
  });

  test('says that the build failed where the content is sound: build-failed, a fault of ours', async () => {
    const folder = await newFolder({ 'content/archive.yml': 'name: Kho\n' });
    const codes: string[] = [];
    const options = { content: join(folder, 'content'), out: join(folder, 'dist') };
    const code = await runBuild(options, toContext(codes), async ({ out }) => {
      await mkdir(out);
      await writeFile(join(out, 'half.html'), 'nửa');
      return { succeeded: false, lines: ['[ERROR] out of memory'] };
    });
    expect(code).toBe(3);
    expect(codes).toEqual(['build-failed']);
    expect(await readdir(folder)).toEqual(['content']);
  });

  test('puts back the site that a killed build had moved aside', async () => {
    const folder = await newFolder({ 'content/archive.yml': 'name: Kho\n' });
    await addFiles(folder, {
      'dist/khobao.json': JSON.stringify({ software: 'khobao', base: '/', site: null }),
      '.dist.khobao-new-999999999/half.html': 'nửa',
    });
    await rename(join(folder, 'dist'), join(folder, '.dist.khobao-old-999999999'));
    const options = { content: join(folder, 'content'), out: join(folder, 'dist') };
    await runBuild(options, toContext([]), () => Promise.resolve({ succeeded: false, lines: [] }));
    expect((await readdir(folder)).sort()).toEqual(['content', 'dist']);
    expect(await readdir(join(folder, 'dist'))).toEqual(['khobao.json']);
  });
});
