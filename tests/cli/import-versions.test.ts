import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, articleLine, jsonLines, lineId as id, runKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

const file = `content/articles/${id}.md`;

describe('khobao import of what is there already', () => {
  test('adds the same text at another address to the article that is there, its text untouched', async () => {
    const folder = await newFolder({ 'a.jsonl': articleLine() });
    await runKhobao(folder, ['import', 'a.jsonl']);
    const before = await readFile(join(folder, file), 'utf8');
    await addFiles(folder, { 'b.jsonl': articleLine({ url: 'https://bao-cho.example/in/99' }) });
    const run = await runKhobao(folder, ['import', 'b.jsonl', '--json']);
    expect(jsonLines(run)[0]).toMatchObject({ status: 'duplicate', id, file });
    const after = await readFile(join(folder, file), 'utf8');
    expect(after.match(/sha256:/g)).toHaveLength(2);
    expect(after.slice(after.lastIndexOf('---'))).toBe(before.slice(before.lastIndexOf('---')));
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
    const again = await runKhobao(folder, ['import', 'b.jsonl', '--json']);
    expect(jsonLines(again)[0]).toMatchObject({ status: 'unchanged', id });
  });

  test('keeps the former text byte for byte when the page at an address has changed', async () => {
    const folder = await newFolder({ 'a.jsonl': articleLine() });
    await runKhobao(folder, ['import', 'a.jsonl']);
    const before = await readFile(join(folder, file), 'utf8');
    const url = 'http://www.bao-cho.example/2019/gia-gao.html/?utm_source=thu';
    await addFiles(folder, { 'b.jsonl': articleLine({ url, body: ['Chợ vãn sớm.'] }) });
    const run = await runKhobao(folder, ['import', 'b.jsonl', '--json']);
    expect(jsonLines(run)[0]).toMatchObject({ status: 'newVersion', id, file });
    expect(await readFile(join(folder, `content/versions/${id}/1.md`), 'utf8')).toBe(before);
    const shown = jsonLines(await runKhobao(folder, ['show', id, '--json']))[0];
    expect(shown).toMatchObject({ versions: 2, body: [{ type: 'paragraph', text: 'Chợ vãn sớm.' }] });
    expect(shown?.captures).toHaveLength(2);
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
  });

  test('keeps three texts of one page that came in one input in their order', async () => {
    const lines = ['Một.', 'Hai.', 'Ba.'].map((text) => articleLine({ body: [text] }));
    const folder = await newFolder({ 'a.jsonl': lines.join('\n') });
    const run = await runKhobao(folder, ['import', 'a.jsonl', '--json']);
    expect(jsonLines(run).map(({ status }) => status)).toEqual([
      'written',
      'newVersion',
      'newVersion',
      undefined,
    ]);
    const texts = await Promise.all(
      [`content/versions/${id}/1.md`, `content/versions/${id}/2.md`, file].map((path) =>
        readFile(join(folder, path), 'utf8'),
      ),
    );
    expect(texts.map((text) => text.trim().split('\n').at(-1))).toEqual(['Một.', 'Hai.', 'Ba.']);
    expect(texts.map((text) => text.match(/sha256:/g)?.length)).toEqual([1, 2, 3]);
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
  });

  test('does not take a text that the librarian corrected for a former version', async () => {
    const folder = await newFolder({ 'a.jsonl': articleLine() });
    await runKhobao(folder, ['import', 'a.jsonl']);
    const edited = (await readFile(join(folder, file), 'utf8')).replace('gần trưa', 'quá trưa');
    await addFiles(folder, { [file]: edited, 'b.jsonl': articleLine({ captions: [], section: null }) });
    const run = await runKhobao(folder, ['import', 'b.jsonl', '--json']);
    expect(jsonLines(run)[0]).toMatchObject({ status: 'duplicate', id });
    expect(await readFile(join(folder, file), 'utf8')).toContain('quá trưa');
  });

  test('carries what the librarian corrected into a new version: hand-edit-kept', async () => {
    const folder = await newFolder({ 'a.jsonl': articleLine() });
    await runKhobao(folder, ['import', 'a.jsonl']);
    const edited = (await readFile(join(folder, file), 'utf8')).replace(
      /^title: .*$/m,
      'title: Giá gạo chợ Vồm\nsection: Thị trường\nplaces:\n  - Chợ Vồm',
    );
    await addFiles(folder, {
      [file]: edited,
      'b.jsonl': articleLine({ body: ['Chợ vãn sớm.'], author: 'Lan' }),
      'c.jsonl': articleLine({ body: ['Chợ vãn muộn.'] }),
    });
    for (const input of ['b.jsonl', 'c.jsonl']) {
      const [line] = jsonLines(await runKhobao(folder, ['import', input, '--json']));
      expect(line).toMatchObject({ status: 'newVersion', id });
      expect(line?.problems).toMatchObject([{ code: 'hand-edit-kept', severity: 'note', file }]);
      expect(JSON.stringify(line?.problems)).toContain('title, section, places.');
    }
    const [shown] = jsonLines(await runKhobao(folder, ['show', id, '--json']));
    expect(shown).toMatchObject({
      title: 'Giá gạo chợ Vồm',
      section: 'Thị trường',
      places: ['Chợ Vồm'],
      versions: 3,
      body: [{ type: 'paragraph', text: 'Chợ vãn muộn.' }],
    });
    expect(await readFile(join(folder, `content/versions/${id}/1.md`), 'utf8')).toBe(edited);
    const again = jsonLines(await runKhobao(folder, ['import', 'c.jsonl', '--json']));
    expect(again[0]).toMatchObject({ status: 'unchanged', problems: [] });
  });

  test('carries a corrected text into a new version only where the capture has it unchanged', async () => {
    const folder = await newFolder({ 'a.jsonl': articleLine() });
    await runKhobao(folder, ['import', 'a.jsonl']);
    const edited = (await readFile(join(folder, file), 'utf8')).replace('gần trưa', 'quá trưa');
    const changed = articleLine({ title: 'Giá gạo hạ' });
    await addFiles(folder, { [file]: edited, 'b.jsonl': `${changed}\n${articleLine({ body: ['Vãn.'] })}` });
    const lines = jsonLines(await runKhobao(folder, ['import', 'b.jsonl', '--json', '--lang', 'en']));
    expect(lines).toMatchObject([
      { status: 'newVersion', problems: [{ code: 'hand-edit-kept' }] },
      { status: 'newVersion', problems: [{ code: 'hand-edit-beside' }] },
      {},
    ]);
    const current = await readFile(join(folder, file), 'utf8');
    expect(current).toContain('quá trưa');
    expect(current).toContain('title: Giá gạo hạ');
    expect(await readFile(join(folder, `content/versions/${id}/1.md`), 'utf8')).toBe(edited);
    expect(await readFile(join(folder, `content/versions/${id}/2.md`), 'utf8')).toContain('Vãn.');
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
  });
});
