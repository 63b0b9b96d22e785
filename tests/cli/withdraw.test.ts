import { readFile } from 'node:fs/promises';
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
} from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

const file = `content/articles/${id}.md`;
const reason = 'Theo yêu cầu của tác giả';

/** An archive of one article, which a librarian has edited by hand. */
const newArchive = async (): Promise<string> => {
  const folder = await newFolder({ 'a.jsonl': articleLine() });
  await runKhobao(folder, ['import', 'a.jsonl']);
  const text = await readFile(join(folder, file), 'utf8');
  await addFiles(folder, { [file]: text.replace('source:', 'places: [Chợ Vồm]   # sửa tay\nsource:') });
  return folder;
};

const logOf = async (folder: string): Promise<Record<string, unknown>[]> => {
  const names = Object.keys(await hashFiles(join(folder, 'content/log')));
  const text = await readFile(join(folder, 'content/log', names.at(-1) ?? ''), 'utf8');
  return jsonLines({ code: 0, stdout: text, stderr: '' });
};

describe('khobao withdraw and restore', () => {
  test('keep who, when and why, and bring the file back byte for byte', async () => {
    const folder = await newArchive();
    const before = await hashArchive(join(folder, 'content'));
    const run = await runKhobao(folder, [
      'withdraw',
      id,
      '--reason',
      ` ${reason}\n`,
      '--by',
      'Lan',
      '--json',
    ]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const [line] = jsonLines(run);
    const withdrawn = {
      reason,
      by: 'Lan',
      withdrawnAt: expect.stringMatching(/^\d{4}-.*\+07:00$/) as string,
    };
    expect(line).toEqual({ id, file, status: 'withdrawn', withdrawn, problems: [] });
    expect(jsonLines(await runKhobao(folder, ['show', id, '--json']))[0]).toMatchObject({
      status: 'withdrawn',
      withdrawn,
    });
    expect(await logOf(folder)).toMatchObject([
      { act: 'withdraw', id, reason, by: 'Lan' },
      { file: `articles/${id}.md` },
      { end: true },
    ]);
    const during = await hashArchive(join(folder, 'content'));
    expect(Object.keys(during)).toEqual(Object.keys(before));
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });

    const back = await runKhobao(folder, ['restore', id, '--reason', 'Nhầm bài', '--json']);
    expect(back.code).toBe(0);
    expect(jsonLines(back)).toMatchObject([{ id, file, status: 'published', withdrawn: null }]);
    expect(await hashArchive(join(folder, 'content'))).toEqual(before);
    expect(await logOf(folder)).toMatchObject([
      { act: 'restore', id, reason: 'Nhầm bài' },
      { file: `articles/${id}.md` },
      { end: true },
    ]);
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
  });

  test('a second time change nothing and say so: article-withdrawn, article-not-withdrawn', async () => {
    const folder = await newArchive();
    const restore = ['restore', id, '--json'];
    const before = await hashFiles(folder);
    const early = await runKhobao(folder, restore);
    expect(early.code).toBe(1);
    expect(jsonLines(early)).toMatchObject([{ code: 'article-not-withdrawn', file }]);
    expect(await hashFiles(folder)).toEqual(before);
    await runKhobao(folder, ['withdraw', id, '--reason', reason]);
    const withdrawn = await hashFiles(folder);
    const again = await runKhobao(folder, ['withdraw', id, '--reason', 'Khác', '--json']);
    expect(again.code).toBe(1);
    expect(jsonLines(again)).toMatchObject([{ code: 'article-withdrawn' }]);
    expect(JSON.stringify(jsonLines(again))).toContain(reason);
    expect(await hashFiles(folder)).toEqual(withdrawn);
  });

  test.each([
    ['an id that is not there', 'bao-cho/2019/khong-co'],
    ['an id that climbs', '../../a'],
  ])('refuse %s: article-missing', async (_what, missing) => {
    const folder = await newArchive();
    const before = await hashFiles(folder);
    const run = await runKhobao(folder, ['withdraw', missing, '--reason', reason, '--json']);
    expect(run.code).toBe(1);
    expect(jsonLines(run)).toMatchObject([{ code: 'article-missing' }]);
    expect(await hashFiles(folder)).toEqual(before);
  });

  test('tell a folder that is not there, and do not make it', async () => {
    const folder = await newArchive();
    const run = await runKhobao(folder, ['withdraw', id, '--reason', reason, '--content', 'kho', '--json']);
    expect(run.code).toBe(1);
    expect(jsonLines(run)).toMatchObject([{ code: 'content-missing' }]);
    expect(Object.keys(await hashFiles(folder)).some((path) => path.startsWith('kho'))).toBe(false);
  });

  test.each([
    ['no reason', ['withdraw', id], '--reason is missing.'],
    ['an empty reason', ['withdraw', id, '--reason', ' '], '--reason'],
    ['no id', ['restore'], 'ID is missing.'],
  ])('with %s are wrong usage', async (_what, args, message) => {
    const run = await runKhobao(await newArchive(), args, { LANG: 'en' });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });

  test('hold when the page is imported anew with another text', async () => {
    const folder = await newArchive();
    await runKhobao(folder, ['withdraw', id, '--reason', reason]);
    await addFiles(folder, { 'b.jsonl': articleLine({ body: ['Chợ vãn sớm.'] }) });
    expect(jsonLines(await runKhobao(folder, ['import', 'b.jsonl', '--json']))[0]).toMatchObject({
      status: 'newVersion',
    });
    const [shown] = jsonLines(await runKhobao(folder, ['show', id, '--json']));
    expect(shown).toMatchObject({ status: 'withdrawn', versions: 2 });
    await runKhobao(folder, ['restore', id]);
    expect(jsonLines(await runKhobao(folder, ['show', id, '--json']))[0]).toMatchObject({
      status: 'published',
    });
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
  });
});
