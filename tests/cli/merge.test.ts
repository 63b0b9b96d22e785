import { cp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, articleLine, hashArchive, hashFiles, lineId as id, runKhobao } from './run-khobao.ts';
import {
  articleFile,
  check,
  ferry,
  ferryId,
  merge,
  problemsIn,
  textsIn,
  useArchives,
} from './merged-archives.ts';

const newArchives = useArchives();

describe('khobao import OTHER/content', () => {
  test('takes articles as their files stand, with captures, versions, sources and withdrawals', async () => {
    const folder = await newArchives({
      a: [articleLine(), ferry],
      b: [articleLine({ title: 'Bến', url: 'https://bao-cho.example/ben' })],
    });
    await addFiles(folder, { 'new.jsonl': articleLine({ body: ['Chợ vãn sớm.'] }) });
    await runKhobao(folder, ['import', 'new.jsonl', '--content', 'a']);
    await runKhobao(folder, ['withdraw', ferryId, '--reason', 'Theo yêu cầu', '--content', 'a']);
    const file = join(folder, 'a', articleFile());
    const edited = (await readFile(file, 'utf8'))
      .replace('title: Giá', '# xem lại\ntitle: "Giá')
      .replace('nhích lên\n', 'nhích lên"\n');
    await writeFile(file, edited);
    await writeFile(join(folder, 'a/sources/bao-x.yml'), 'name: Báo X # tên cũ\n');
    const before = await hashArchive(join(folder, 'b'));

    const { code, lines, summary } = await merge(folder, 'a', 'b');
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      {
        input: `a/${articleFile(ferryId)}`,
        status: 'written',
        id: ferryId,
        file: `b/${articleFile(ferryId)}`,
      },
      { input: `a/${articleFile()}`, record: null, status: 'written', id, problems: [] },
    ]);
    expect(summary).toMatchObject({ captures: 2, written: 2, unchanged: 0 });
    const [ofA, ofB] = [await hashArchive(join(folder, 'a')), await hashArchive(join(folder, 'b'))];
    for (const [path, hash] of Object.entries({ ...ofA, ...before })) expect(ofB[path]).toBe(hash);
    expect(Object.keys(ofB)).toContain(`versions/${id}/1.md`);
    expect(await readFile(join(folder, 'b', articleFile(ferryId)), 'utf8')).toContain('Theo yêu cầu');
    expect(await check(folder, 'b')).toMatchObject({ code: 0 });

    const all = await hashFiles(join(folder, 'b'));
    const again = await merge(folder, 'a', 'b');
    expect(again).toMatchObject({ code: 0, summary: { written: 0, unchanged: 2, refused: 0 } });
    expect(problemsIn(again.lines)).toEqual([]);
    expect(await hashFiles(join(folder, 'b'))).toEqual(all);

    expect(await runKhobao(folder, ['undo', '--content', 'b'])).toMatchObject({ code: 0 });
    expect(await hashArchive(join(folder, 'b'))).toEqual(before);
  });

  test('tells in the log whose work came in', async () => {
    const folder = await newArchives({ a: [articleLine()], b: [ferry] });
    await merge(folder, 'a', 'b');
    const runs = await readdir(join(folder, 'b/log'));
    const log = (await readFile(join(folder, 'b/log', runs.at(-1) ?? ''), 'utf8')).trim().split('\n');
    const entries = log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries[0]).toMatchObject({ act: 'import', inputs: ['a'] });
    expect(entries).toContainEqual(
      expect.objectContaining({ file: articleFile(), before: null, from: 'a' }) as unknown,
    );
    expect(entries.at(-2)).toMatchObject({
      merged: 'a',
      runs: 1,
      lastRun: expect.stringMatching(/^000001-.*-import$/) as string,
      counts: { written: 1 },
    });
  });

  test('gives the same articles whichever of two archives is merged into the other', async () => {
    const shared = articleLine({
      url: 'https://bao-cho.example/chung',
      title: 'Bài chung',
      body: ['Chung.'],
    });
    const folder = await newArchives({
      a: [shared, ferry, articleLine({ url: null, title: 'Bến mới', body: ['Bến ở thượng nguồn.'] })],
      b: [shared, articleLine(), articleLine({ url: null, title: 'Bến mới', body: ['Bến ở hạ nguồn.'] })],
    });
    await cp(join(folder, 'a'), join(folder, 'a2'), { recursive: true });
    const there = await merge(folder, 'b', 'a');
    const back = await merge(folder, 'a2', 'b');
    expect([there.code, back.code]).toEqual([0, 0]);
    expect(problemsIn(there.lines)).toEqual(['id-suffixed', 'id-suffixed']);
    expect(await textsIn(folder, 'a')).toEqual(await textsIn(folder, 'b'));
    expect(
      Object.keys(await textsIn(folder, 'a')).filter((path) => /ben-moi-[0-9a-f]{8}\.md$/.test(path)),
    ).toHaveLength(2);
    for (const content of ['a', 'b']) expect(await check(folder, content)).toMatchObject({ code: 0 });
    const all = await hashFiles(join(folder, 'a'));
    expect(await merge(folder, 'b', 'a')).toMatchObject({ summary: { unchanged: 5, written: 0 } });
    expect(await hashFiles(join(folder, 'a'))).toEqual(all);
  });

  test('adds captures of the same text, and another text at the same address as a version', async () => {
    const folder = await newArchives({
      a: [
        articleLine({ captions: null }),
        articleLine({ url: 'https://bao-cho.example/do', title: 'Đò ngang', body: ['Đò đông khách.'] }),
      ],
      b: [articleLine(), ferry],
    });
    const { code, lines } = await merge(folder, 'a', 'b');
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { status: 'newVersion', id: ferryId },
      { status: 'duplicate', id },
    ]);
    expect(await readFile(join(folder, 'b', `versions/${ferryId}/1.md`), 'utf8')).toContain('vắng');
    expect(await readFile(join(folder, 'b', articleFile(ferryId)), 'utf8')).toContain('đông');
    expect((await readFile(join(folder, 'b', articleFile()), 'utf8')).match(/sha256:/g)).toHaveLength(2);
    expect(await check(folder, 'b')).toMatchObject({ code: 0 });
    expect(await merge(folder, 'a', 'b')).toMatchObject({ summary: { unchanged: 2 } });
  });

  test('writes nothing in a dry run, and finds an archive in the folder that is named', async () => {
    const folder = await newArchives({ 'other/content': [articleLine()], content: [ferry] });
    await rm(join(folder, 'other/content.jsonl'));
    const before = await hashFiles(join(folder, 'content'));
    expect(await merge(folder, 'other', 'content', '--dry-run')).toMatchObject({ summary: { written: 1 } });
    expect(await hashFiles(join(folder, 'content'))).toEqual(before);
    await addFiles(folder, {
      'other/bai.txt': 'Bến đò\n\nBến đò sông Chảy vắng khách từ khi có cầu, người lái đò nói vậy.\n',
    });
    const { lines } = await merge(folder, 'other', 'content');
    expect(lines).toMatchObject([
      { input: `other/content/${articleFile()}`, status: 'written' },
      { input: 'other/bai.txt', status: 'written' },
    ]);
  });

  test('merges no archive into itself: archive-itself', async () => {
    const folder = await newArchives({ a: [articleLine()] });
    const before = await hashFiles(join(folder, 'a'));
    await symlink('a', join(folder, 'link'));
    for (const path of ['a', './a/', 'link']) {
      const { code, lines } = await merge(folder, path, 'a');
      expect(code).toBe(1);
      expect(lines).toMatchObject([
        { input: path, status: 'refused', problems: [{ code: 'archive-itself' }] },
      ]);
    }
    expect(await merge(folder, '.', 'a')).toMatchObject({ summary: { written: 0, unchanged: 1 } });
    expect(await hashFiles(join(folder, 'a'))).toEqual(before);
  });
});
