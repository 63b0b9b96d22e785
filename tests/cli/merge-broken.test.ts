import { readFile, readdir, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, articleLine, hashFiles, runKhobao } from './run-khobao.ts';
import { articleFile, check, ferry, merge, problemsIn, useArchives } from './merged-archives.ts';

const newArchives = useArchives();

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
