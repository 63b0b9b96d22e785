import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moveFolder } from '../../src/cli/build-work.ts';
import { runBuild } from '../../src/cli/build.ts';
import type { CommandContext } from '../../src/cli/command.ts';
import { cli as words } from '../../src/i18n/en/cli.ts';
import { addFiles, articleLine, hashFiles, jsonLines, lineId, runKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

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
    expect(jsonLines(run)).toEqual([{ out: 'dist', base: '/kho/', site: null, leftOut: 0 }]);
    expect((await readdir(folder)).sort()).toEqual(['a.jsonl', 'content', 'dist']);
    for (const query of ['giá gạo', 'gia gao']) {
      const [answer] = jsonLines(await runKhobao(folder, ['search', query, '--json']));
      expect(answer).toMatchObject({
        total: 1,
        results: [{ id: lineId }],
      });
    }
    await addFiles(folder, {
      'b.jsonl': '{"query":"gia gao","ids":true}\nx\n{"query":"không có bài nào"}\n',
    });
    const batch = await runKhobao(folder, ['search', '--batch', 'b.jsonl', '--json']);
    expect(batch.code).toBe(1);
    expect(jsonLines(batch)).toMatchObject([
      { ids: { folded: [lineId] } },
      { query: null, line: 2 },
      { total: 0 },
    ]);

    const before = await hashFiles(join(folder, 'dist'));
    await addFiles(folder, { 'content/archive.yml': 'site: khobao\n' });
    const failed = await runKhobao(folder, ['build', '--json']);
    expect(failed.code).toBe(1);
    expect(jsonLines(failed)).toMatchObject([
      { code: 'record-field-invalid', file: 'content/archive.yml' },
      { code: 'record-field-invalid', file: 'content/archive.yml', line: 1 },
    ]);
    expect(await hashFiles(join(folder, 'dist'))).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(['a.jsonl', 'b.jsonl', 'content', 'dist']);
  });

  test('builds the site without the articles that have errors, tells them, and ends with 1', async () => {
    const record = (id: string, more = ''): string =>
      `---\nid: ${id}\ntitle: Bến mới\nsource: bao-cho\n${more}---\n\nBến mới.\n`;
    const folder = await newFolder({
      'content/archive.yml': 'name: Kho\n',
      'content/sources/bao-cho.yml': 'name: Báo Chợ\n',
      'content/articles/bao-cho/2009/ben.md': record('bao-cho/2009/ben'),
      'content/articles/bao-cho/2009/doi.md': record('bao-cho/2009/ben'),
      'content/articles/bao-cho/2009/hong.md': '---\ntitle: [\n---\n\nHỏng.\n',
      'content/articles/bao-cho/2009/lac.md': record('bao-cho/2009/khac'),
      'content/articles/bao-cho/2009/ngay.md': record('bao-cho/2009/ngay', 'publishedAt: 2009-02-31\n'),
      'content/articles/bao-la/2009/la.md': record('bao-la/2009/la').replace('bao-cho\n', 'bao-la\n'),
    });
    const run = await runKhobao(folder, ['build', '--json']);
    expect(run).toMatchObject({ code: 1, stderr: '' });
    const lines = jsonLines(run);
    expect(lines.pop()).toEqual({ out: 'dist', base: '/', site: null, leftOut: 4 });
    expect(lines.map(({ code, line }) => `${String(code)}:${String(line)}`).sort()).toEqual([
      'date-invalid:5',
      'id-duplicate:2',
      'id-path-mismatch:2',
      'source-missing:4',
      'yaml-invalid:2',
    ]);
    expect((await readdir(join(folder, 'dist/bai'), { recursive: true })).sort()).toEqual([
      'bao-cho',
      'bao-cho/2009',
      'bao-cho/2009/ben',
      'bao-cho/2009/ben/index.html',
      'bao-la',
      'bao-la/2009',
      'bao-la/2009/la',
      'bao-la/2009/la/index.html',
    ]);
    const told = await runKhobao(folder, ['build', '--lang', 'en']);
    expect(told.stdout).toContain('left out because of errors: 4.');
  });

  test('copies a site to another disk, where it can not be renamed', async () => {
    const folder = await newFolder({ 'work/site/index.html': 'trang' });
    const to = join(folder, 'dist');
    const otherDisk = Object.assign(new Error('EXDEV'), { code: 'EXDEV', syscall: 'rename' });
    await moveFolder(join(folder, 'work/site'), to, () => Promise.reject(otherDisk));
    expect(await readdir(to)).toEqual(['index.html']);
    expect(await readdir(join(folder, 'work'))).toEqual([]);
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
