import { appendFile, cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, articleLine, jsonLines, lineId as id, runKhobao } from './run-khobao.ts';
import { articleFile, check, ferry, merge, problemsIn, useArchives } from './merged-archives.ts';

const newArchives = useArchives();

describe('khobao import OTHER/content, where the two archives differ,', () => {
  test('never overwrites a text that was edited here: the other’s is put beside it', async () => {
    const folder = await newArchives({ a: [articleLine({ body: ['Chợ vãn sớm.'] })], b: [articleLine()] });
    const file = join(folder, 'b', articleFile());
    const edited = (await readFile(file, 'utf8')).replace('gần trưa', 'quá trưa');
    await writeFile(file, edited);
    const { lines } = await merge(folder, 'a', 'b');
    expect(lines).toMatchObject([{ status: 'newVersion', id, problems: [{ code: 'hand-edit-beside' }] }]);
    expect(await readFile(file, 'utf8')).toBe(edited);
    expect(await readFile(join(folder, 'b', `versions/${id}/1.md`), 'utf8')).toContain('vãn sớm');
    expect(await check(folder, 'b')).toMatchObject({ code: 0 });
    expect(await merge(folder, 'a', 'b')).toMatchObject({ summary: { unchanged: 1 } });
  });

  test('keeps what was edited there from being overwritten by a later import', async () => {
    const folder = await newArchives({ a: [articleLine()], b: [ferry] });
    const file = join(folder, 'a', articleFile());
    await writeFile(file, (await readFile(file, 'utf8')).replace('gần trưa', 'quá trưa'));
    await merge(folder, 'a', 'b');
    await addFiles(folder, { 'new.jsonl': articleLine({ body: ['Chợ vãn sớm.'] }) });
    const [line] = jsonLines(await runKhobao(folder, ['import', 'new.jsonl', '--content', 'b', '--json']));
    expect(line).toMatchObject({ status: 'newVersion', problems: [{ code: 'hand-edit-beside' }] });
    expect(await readFile(join(folder, 'b', articleFile()), 'utf8')).toContain('quá trưa');
  });

  test('leaves an article that is here as it stands, and tells what the other says: merge-differs', async () => {
    const folder = await newArchives({ a: [articleLine()], b: [articleLine()] });
    await runKhobao(folder, ['withdraw', id, '--reason', 'Theo yêu cầu', '--content', 'a']);
    const file = join(folder, 'a', articleFile());
    await writeFile(file, (await readFile(file, 'utf8')).replace('2019-05-04', '2019-05-05'));
    const before = await readFile(join(folder, 'b', articleFile()), 'utf8');
    const { code, lines } = await merge(folder, 'a', 'b');
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      {
        input: `a/${articleFile()}`,
        status: 'unchanged',
        file: `b/${articleFile()}`,
        problems: [{ code: 'merge-differs' }],
      },
    ]);
    expect(JSON.stringify(lines)).toMatch(/publishedAt, withdrawn/);
    expect(await readFile(join(folder, 'b', articleFile()), 'utf8')).toBe(before);
  });

  test('copies a WARC under another name where one of its name is here, and points to that', async () => {
    const folder = await newArchives({ a: [articleLine()], b: [ferry] });
    const [warc = ''] = (await readdir(join(folder, 'a/captures'))).filter((name) => name.endsWith('.gz'));
    const [own = ''] = (await readdir(join(folder, 'b/captures'))).filter((name) => name.endsWith('.gz'));
    await cp(join(folder, 'b/captures', own), join(folder, 'b/captures', warc));
    expect((await merge(folder, 'a', 'b')).code).toBe(0);
    const text = await readFile(join(folder, 'b', articleFile()), 'utf8');
    const [, named = ''] = /file: captures\/(.*)/.exec(text) ?? [];
    expect(named).toMatch(new RegExp(`^${warc.slice(0, 16)}-[0-9a-f]{16}\\.warc\\.gz$`));
    expect(await readFile(join(folder, 'b/captures', named))).toEqual(
      await readFile(join(folder, 'a/captures', warc)),
    );
    expect(await check(folder, 'b')).toMatchObject({ code: 0 });
    expect(await merge(folder, 'a', 'b')).toMatchObject({ summary: { unchanged: 1 } });
  });

  test('keeps its own settings, and tells of others: merge-setting-kept', async () => {
    const folder = await newArchives({ a: [articleLine()], b: [ferry] });
    await addFiles(folder, {
      'a/sources/bao-cho.yml': 'name: Báo Chợ\n',
      'a/sources/loi.yml': 'name: [\n',
      'a/synonyms.yml': 'UBND: Ủy ban nhân dân\n',
      'b/synonyms.yml': 'TP: thành phố\n',
      'a/places.yml': await readFile('src/article/places.yml'),
    });
    const own = await readFile(join(folder, 'b/sources/bao-cho.yml'), 'utf8');
    const { code, lines } = await merge(folder, 'a', 'b');
    expect(code).toBe(1);
    expect(lines.slice(0, 3)).toMatchObject([
      { input: 'a/sources/bao-cho.yml', status: 'skipped', problems: [{ code: 'merge-setting-kept' }] },
      { input: 'a/sources/loi.yml', status: 'refused', problems: [{ code: 'yaml-invalid' }] },
      { input: 'a/synonyms.yml', status: 'skipped', problems: [{ code: 'merge-setting-kept' }] },
    ]);
    expect(await readFile(join(folder, 'b/sources/bao-cho.yml'), 'utf8')).toBe(own);
    expect(await readFile(join(folder, 'b/synonyms.yml'), 'utf8')).toBe('TP: thành phố\n');
    expect(await readdir(join(folder, 'b'))).toContain('places.yml');
    expect(await runKhobao(folder, ['undo', '--content', 'b'])).toMatchObject({ code: 0 });
    expect(await readdir(join(folder, 'b'))).not.toContain('places.yml');
  });

  test('takes pictures, with another name where one of theirs is here: image-altered', async () => {
    const folder = await newArchives({ a: [articleLine()], b: [ferry] });
    const file = join(folder, 'a', articleFile());
    await appendFile(file, '\n:::figure{src="images/cho.jpg" alt="Chợ"}\nChợ Vồm.\n:::\n');
    const hash = '0'.repeat(64);
    await addFiles(folder, {
      'a/images/cho.jpg': 'ảnh ở a',
      'b/images/cho.jpg': 'ảnh ở b',
      'a/images/bến.png': 'bến',
      [`a/images/00/${hash}.jpg`]: 'giả',
      'a/images/la.svg': '<svg/>',
    });
    const { lines } = await merge(folder, 'a', 'b');
    expect(lines).toMatchObject([
      { input: `a/images/00/${hash}.jpg`, status: 'refused', problems: [{ code: 'image-altered' }] },
      { input: 'a/images/la.svg', status: 'refused', problems: [{ code: 'form-unsupported' }] },
      { status: 'written', id },
    ]);
    const text = await readFile(join(folder, 'b', articleFile()), 'utf8');
    const [, image = ''] = /src="(images\/cho-[0-9a-f]{8}\.jpg)"/.exec(text) ?? [];
    expect(await readFile(join(folder, 'b', image), 'utf8')).toBe('ảnh ở a');
    expect(await readFile(join(folder, 'b/images/cho.jpg'), 'utf8')).toBe('ảnh ở b');
    expect(
      (await readdir(join(folder, 'b/images'))).filter((name) => /^ben-\w{8}\.png$/.test(name)),
    ).toHaveLength(1);
    expect(problemsIn((await merge(folder, 'a', 'b')).lines)).toEqual(['image-altered', 'form-unsupported']);
  });
});
