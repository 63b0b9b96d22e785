import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  addFiles,
  articleLine,
  hashArchive,
  hashFiles,
  jsonLines,
  lineId as id,
  runKhobao,
  startKhobao,
} from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

const file = `content/articles/${id}.md`;

const undo = async (folder: string): Promise<{ code: number | null; lines: Record<string, unknown>[] }> => {
  const run = await runKhobao(folder, ['undo', '--json']);
  return { code: run.code, lines: jsonLines(run) };
};

describe('khobao undo', () => {
  test('takes back new articles, new versions, added captures and changed ids, to the byte', async () => {
    const second = [
      articleLine({ body: ['Chợ vãn sớm.'] }),
      articleLine({ url: 'https://bao-cho.example/b', title: 'Bến mới', body: ['Bến.'] }),
      articleLine({
        url: 'https://bao-cho.example/c',
        publishedAt: '2019-08-01',
        title: 'Đò',
        body: ['Đò.'],
      }),
    ];
    const folder = await newFolder({
      'a.jsonl': [articleLine(), articleLine({ url: null, title: 'Bến mới', body: ['Bến cũ.'] })].join('\n'),
      'b.jsonl': second.join('\n'),
      'c.jsonl': articleLine({ url: 'https://bao-cho.example/in/99' }),
    });
    await runKhobao(folder, ['import', 'a.jsonl', '--json']);
    const states = [await hashArchive(join(folder, 'content'))];
    for (const input of ['b.jsonl', 'c.jsonl']) {
      expect(await runKhobao(folder, ['import', input])).toMatchObject({ code: 0 });
      states.push(await hashArchive(join(folder, 'content')));
    }
    expect(Object.keys(states[1] ?? {})).toContain(`versions/${id}/1.md`);
    for (const [number, state] of [...states.entries()].slice(0, -1).reverse()) {
      const { code, lines } = await undo(folder);
      expect(code).toBe(0);
      expect(lines).toMatchObject([
        { run: expect.stringMatching(new RegExp(`^00000${String(number + 2)}-.*-import$`)) as string },
      ]);
      expect(await hashArchive(join(folder, 'content'))).toEqual(state);
      expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
    }
    expect((await undo(folder)).code).toBe(0);
    expect(await hashArchive(join(folder, 'content'))).toEqual({});
    expect((await readdir(join(folder, 'content'))).sort()).toEqual(['articles', 'log', 'sources']);
    expect(await undo(folder)).toMatchObject({ code: 1, lines: [{ code: 'import-missing' }] });
    expect(await runKhobao(folder, ['import', 'a.jsonl'])).toMatchObject({ code: 0 });
    expect(await hashArchive(join(folder, 'content'))).toEqual(states[0]);
  });

  test('refuses where an article was edited or withdrawn since, and names it: changed-since', async () => {
    const folder = await newFolder({ 'a.jsonl': articleLine() });
    await runKhobao(folder, ['import', 'a.jsonl']);
    await runKhobao(folder, ['withdraw', id, '--reason', 'Theo yêu cầu']);
    const before = await hashFiles(folder);
    expect(await undo(folder)).toMatchObject({ code: 1, lines: [{ code: 'changed-since', file }] });
    expect(await hashFiles(folder)).toEqual(before);
    await runKhobao(folder, ['restore', id]);
    await rm(join(folder, file));
    await addFiles(folder, { [file]: '---\nid: khác\n---\n' });
    expect(await undo(folder)).toMatchObject({ code: 1, lines: [{ code: 'changed-since', file }] });
    expect(await readFile(join(folder, file), 'utf8')).toContain('khác');
  });

  test('leaves a source alone that was edited since, and says so: edited-since', async () => {
    const folder = await newFolder({ 'a.jsonl': articleLine() });
    await runKhobao(folder, ['import', 'a.jsonl']);
    const source = 'content/sources/bao-cho.yml';
    await addFiles(folder, { [source]: 'name: Báo Chợ\n' });
    const { code, lines } = await undo(folder);
    expect(code).toBe(0);
    expect(lines).toMatchObject([{ problems: [{ code: 'edited-since', file: source }] }]);
    expect(Object.keys(await hashArchive(join(folder, 'content')))).toEqual(['sources/bao-cho.yml']);
    expect(await readFile(join(folder, source), 'utf8')).toBe('name: Báo Chợ\n');
  });

  test('takes back an import that was killed, and goes on where it was killed itself', async () => {
    const lines = Array.from({ length: 2500 }, (_, i) =>
      articleLine({ url: `https://bao-cho.example/${String(i)}`, title: `Phiên ${String(i)}` }),
    );
    const folder = await newFolder({ 'a.jsonl': lines.join('\n') });
    const killed = async (args: readonly string[], when: () => Promise<boolean>): Promise<void> => {
      const child = startKhobao(folder, args);
      const ended = new Promise((settle) => child.once('close', settle));
      child.stdout.resume();
      while (child.exitCode === null && !(await when())) await new Promise((next) => setImmediate(next));
      child.kill('SIGKILL');
      await ended;
    };
    const logs = async (): Promise<string[]> => readdir(join(folder, 'content/log')).catch(() => []);
    const articles = join(folder, 'content/articles/bao-cho/2019');
    await killed(['import', 'a.jsonl'], async () => (await readdir(articles).catch(() => [])).length > 1200);
    expect((await readdir(articles)).length).toBeGreaterThan(1200);
    await killed(['undo'], async () => (await readdir(articles)).length < 1000);
    expect((await logs()).filter((name) => name.includes('undo'))).toHaveLength(1);
    expect((await undo(folder)).code).toBe(0);
    const left = Object.keys(await hashArchive(join(folder, 'content')));
    expect(left.filter((path) => !path.includes('.khobao-'))).toEqual([]);
  });
});
