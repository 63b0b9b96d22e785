import {
  appendFile,
  cp,
  readFile,
  readdir,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
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
afterAll(() => Promise.all(folders.map(removeFolder)));

const id = 'bao-cho/2019/gia-gao-o-cho-vom-nhich-len';
const articleFile = (of: string = id): string => `articles/${of}.md`;
const ferry = articleLine({ url: 'https://bao-cho.example/do', title: 'Đò ngang', body: ['Đò vắng khách.'] });
const ferryId = 'bao-cho/2019/do-ngang';

/** A folder with archives of these names, each of the articles in its lines. */
const newArchives = async (archives: Readonly<Record<string, readonly string[]>>): Promise<string> => {
  const folder = await makeFolder(
    Object.fromEntries(
      Object.entries(archives).flatMap(([name, lines]) =>
        lines.length === 0 ? [] : [[`${name}.jsonl`, lines.join('\n')]],
      ),
    ),
  );
  folders.push(folder);
  for (const [name, lines] of Object.entries(archives)) {
    if (lines.length === 0) continue;
    expect(await runKhobao(folder, ['import', `${name}.jsonl`, '--content', name])).toMatchObject({
      code: 0,
    });
  }
  return folder;
};

const merge = async (folder: string, other: string, content: string, ...more: string[]) => {
  const run = await runKhobao(folder, ['import', other, '--content', content, '--json', ...more], {
    LANG: 'en',
  });
  const lines = jsonLines(run);
  return { code: run.code, stderr: run.stderr, lines: lines.slice(0, -1), summary: lines.at(-1) };
};

const check = (folder: string, content: string) => runKhobao(folder, ['check', '--content', content]);

const hashArchive = async (folder: string, content: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(await hashFiles(join(folder, content))).filter(([path]) => !path.startsWith('log/')),
  );

const problemsIn = (lines: readonly Record<string, unknown>[]): unknown[] =>
  lines.flatMap(({ problems }) => (problems as { code: string }[]).map(({ code }) => code));

/** The ids of an archive, and the text of each article below its record. */
const textsIn = async (folder: string, content: string): Promise<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const path of Object.keys(await hashFiles(join(folder, content)))) {
    if (!/^(articles|versions)\//.test(path)) continue;
    texts[path] = (await readFile(join(folder, content, path), 'utf8')).replace(/ +file: .*\n/g, '');
  }
  return texts;
};

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
    const before = await hashArchive(folder, 'b');

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
    const [ofA, ofB] = [await hashArchive(folder, 'a'), await hashArchive(folder, 'b')];
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
    expect(await hashArchive(folder, 'b')).toEqual(before);
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

describe('an archive that is broken, or means harm', () => {
  const record = (fields: Readonly<Record<string, unknown>>): string =>
    `---\n${Object.entries({ id: 'bao-cho/2019/x', title: 'Chợ', source: 'bao-cho', ...fields })
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
      .join('')}---\n\nChợ họp.\n`;
  const capture = {
    sha256: 'a'.repeat(64),
    capturedAt: '2019-05-04T00:00:00Z',
    mediaType: 'text/html',
    bytes: 3,
    offset: 0,
  };

  test('is told file by file, and the rest of it comes in', async () => {
    const folder = await newArchives({
      a: [articleLine(), ferry],
      b: [articleLine({ title: 'Bến', url: 'https://bao-cho.example/ben' })],
    });
    const secret = join(folder, 'secret.md');
    await writeFile(secret, record({}));
    await addFiles(folder, {
      'a/articles/bao-cho/2019/above.md': record({ id: '../../../tmp/x' }),
      'a/articles/bao-cho/2019/deep.md': `${record({ id: 'bao-cho/2019/deep' })}${'>'.repeat(100_000)}\n`,
      'a/articles/bao-cho/2019/elsewhere.md': record({
        id: 'bao-cho/2019/elsewhere',
        captures: [{ ...capture, file: 'captures/../../secret.warc' }],
      }),
      'a/articles/bao-cho/2019/huge.md': `---\n${'a: b\n'.repeat(120_000)}---\n`,
      'a/articles/bao-cho/2019/missing.md': record({
        id: 'bao-cho/2019/missing',
        captures: [{ ...capture, file: 'captures/none.warc.gz' }],
      }),
      'a/articles/bao-cho/2019/moved.md': record({}),
      'a/articles/bao-cho/2019/nest.md': `---\na: ${'['.repeat(20_000)}\n---\n`,
      'a/versions/bao-cho/2019/orphan/1.md': record({}),
    });
    await symlink(secret, join(folder, 'a/articles/bao-cho/2019/out.md'));
    const { code, lines, summary } = await merge(folder, 'a', 'b');
    expect(code).toBe(1);
    const codes = Object.fromEntries(
      lines.map(({ input, problems }) => [String(input).replace(/^.*\//, ''), problemsIn([{ problems }])[0]]),
    );
    expect(codes).toEqual({
      'above.md': 'id-invalid',
      'deep.md': 'markdown-too-deep',
      'do-ngang.md': undefined,
      'elsewhere.md': 'record-field-invalid',
      'gia-gao-o-cho-vom-nhich-len.md': undefined,
      'huge.md': 'file-too-large',
      'missing.md': 'capture-missing',
      'moved.md': 'id-path-mismatch',
      'nest.md': 'yaml-invalid',
      'out.md': 'path-outside',
      '1.md': 'version-misplaced',
    });
    expect(summary).toMatchObject({ written: 2, refused: 9 });
    expect(await check(folder, 'b')).toMatchObject({ code: 0 });
  });

  test('with a WARC that was cut, altered or lies outside loses only what was in it', async () => {
    const folder = await newArchives({
      a: [articleLine()],
      b: [articleLine({ title: 'Bến', url: 'https://bao-cho.example/ben' })],
    });
    await addFiles(folder, { 'c.jsonl': ferry });
    await runKhobao(folder, ['import', 'c.jsonl', '--content', 'a']);
    const text = await readFile(join(folder, 'a', articleFile()), 'utf8');
    const [, warc = ''] = /file: (captures\/.*)/.exec(text) ?? [];
    await truncate(join(folder, 'a', warc), 200);
    const cut = await merge(folder, 'a', 'b', '--dry-run');
    expect(cut.code).toBe(1);
    expect(problemsIn(cut.lines)).toEqual(['warc-altered', 'capture-missing']);
    expect(cut.summary).toMatchObject({ written: 1, refused: 1 });
    await rm(join(folder, 'a', warc));
    await symlink('/dev/zero', join(folder, 'a', warc));
    const outside = await merge(folder, 'a', 'b');
    expect(problemsIn(outside.lines)).toEqual(['path-outside', 'capture-missing']);
    expect(outside.summary).toMatchObject({ written: 1 });
    expect(await check(folder, 'b')).toMatchObject({ code: 0 });
  });

  test('with other instants of the same captures brings their WARC, and no second article', async () => {
    const folder = await newArchives({ a: [articleLine()] });
    await utimes(join(folder, 'a.jsonl'), 1_000_000_000, 1_000_000_000);
    await runKhobao(folder, ['import', 'a.jsonl', '--content', 'b']);
    expect(await merge(folder, 'a', 'b')).toMatchObject({ code: 0, summary: { unchanged: 1, written: 0 } });
    expect((await readdir(join(folder, 'b/captures'))).filter((name) => name.endsWith('.gz'))).toHaveLength(
      2,
    );
    expect(await check(folder, 'b')).toMatchObject({ code: 0 });
    const all = await hashFiles(join(folder, 'b'));
    await merge(folder, 'a', 'b');
    expect(await hashFiles(join(folder, 'b'))).toEqual(all);
  });
});
