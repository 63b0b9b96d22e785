import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, articleLine, hashFiles, jsonLines, lineId as id, runKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

const file = `content/articles/${id}.md`;
const version = (number: number): string => `content/versions/${id}/${String(number)}.md`;

const importOne = async (folder: string, input: string) =>
  jsonLines(await runKhobao(folder, ['import', input, '--json']))[0];

/** An article that was imported and then edited by hand in its text. */
const newEdited = async (files: Record<string, string>): Promise<{ folder: string; edited: string }> => {
  const folder = await newFolder({ 'a.jsonl': articleLine(), ...files });
  await runKhobao(folder, ['import', 'a.jsonl']);
  const edited = (await readFile(join(folder, file), 'utf8')).replace('gần trưa', 'quá trưa');
  await addFiles(folder, { [file]: edited });
  return { folder, edited };
};

describe('a text that was edited by hand', () => {
  test('is never overwritten: the reading of the changed page is put beside it, hand-edit-beside', async () => {
    const { folder, edited } = await newEdited({
      'b.jsonl': articleLine({ body: ['Chợ vãn sớm.'] }),
      'b-again.jsonl': articleLine({ body: ['Chợ vãn sớm.'], captions: null }),
      'c.jsonl': articleLine({ body: ['Chợ vãn muộn.'] }),
    });
    const line = await importOne(folder, 'b.jsonl');
    expect(line).toMatchObject({
      status: 'newVersion',
      id,
      file,
      problems: [{ code: 'hand-edit-beside', severity: 'warning', file }],
    });
    expect(await readFile(join(folder, file), 'utf8')).toBe(edited);
    expect(await readFile(join(folder, version(1)), 'utf8')).toContain('Chợ vãn sớm.');
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
    expect(jsonLines(await runKhobao(folder, ['show', id, '--json']))[0]).toMatchObject({ versions: 2 });

    const before = await hashFiles(folder);
    expect(await importOne(folder, 'b.jsonl')).toMatchObject({ status: 'unchanged', id });
    expect(await importOne(folder, 'a.jsonl')).toMatchObject({ status: 'unchanged', id });
    expect(await hashFiles(folder)).toEqual(before);

    expect(await importOne(folder, 'b-again.jsonl')).toMatchObject({ status: 'duplicate', id });
    expect((await readFile(join(folder, version(1)), 'utf8')).match(/sha256:/g)).toHaveLength(2);
    expect(await importOne(folder, 'c.jsonl')).toMatchObject({ status: 'newVersion', id });
    expect(await readFile(join(folder, version(2)), 'utf8')).toContain('Chợ vãn muộn.');
    expect(await readFile(join(folder, file), 'utf8')).toBe(edited);
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
  });

  test('stays when several readings of one run come to it, each kept once', async () => {
    const texts = ['Một.', 'Hai.', 'Hai.', 'Ba.'];
    const lines = texts.map((text, i) => articleLine({ body: [text], section: `Mục ${String(i)}` }));
    const { folder, edited } = await newEdited({ 'b.jsonl': lines.join('\n') });
    const run = await runKhobao(folder, ['import', 'b.jsonl', '--json']);
    expect(jsonLines(run).map(({ status }) => status)).toEqual([
      'newVersion',
      'newVersion',
      'duplicate',
      'newVersion',
      undefined,
    ]);
    expect(await readFile(join(folder, file), 'utf8')).toBe(edited);
    expect((await readFile(join(folder, version(2)), 'utf8')).match(/sha256:/g)).toHaveLength(2);
    expect(await readFile(join(folder, version(3)), 'utf8')).toContain('Ba.');
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
  });

  test('is told in the log, and an undo takes the reading away again', async () => {
    const { folder, edited } = await newEdited({ 'b.jsonl': articleLine({ body: ['Chợ vãn sớm.'] }) });
    const before = Object.keys(await hashFiles(join(folder, 'content'))).length;
    await importOne(folder, 'b.jsonl');
    const names = Object.keys(await hashFiles(join(folder, 'content/log')));
    expect(await readFile(join(folder, 'content/log', names.at(-1) ?? ''), 'utf8')).toMatch(
      /"status":"newVersion".*"handEdits":\[\{"code":"hand-edit-beside"/,
    );
    expect(await runKhobao(folder, ['undo'])).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, file), 'utf8')).toBe(edited);
    // Two runs more in the log, and nothing else.
    expect(Object.keys(await hashFiles(join(folder, 'content')))).toHaveLength(before + 2);
  });

  test('of an article that has no capture, written by hand as a whole, stays as well', async () => {
    const written = `---\nid: ${id}\ntitle: Giá gạo\nsource: bao-cho\nurl: https://bao-cho.example/2019/gia-gao.html\n---\n\nChép tay.\n`;
    const folder = await newFolder({ [file]: written, 'a.jsonl': articleLine() });
    const line = await importOne(folder, 'a.jsonl');
    expect(line).toMatchObject({ status: 'newVersion', id });
    expect(JSON.stringify(line?.problems)).toContain('hand-edit-beside');
    expect(await readFile(join(folder, file), 'utf8')).toBe(written);
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
  });
});
