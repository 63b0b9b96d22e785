import { execFile } from 'node:child_process';
import { readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { makeSnapshot } from '../site/make-snapshot.ts';
import { addFiles, articleLine, hashFiles, jsonLines, runKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

const record = (id: string, more = ''): string =>
  `---\nid: ${id}\ntitle: Giá gạo\nsource: bao-cho\n${more}---\n\nGạo mười hai nghìn.\n`;

/** Code, line and file of each problem that `check` tells of an archive. */
const check = async (files: Record<string, string>, change?: (content: string) => Promise<unknown>) => {
  const folder = await newFolder({ 'content/sources/bao-cho.yml': 'name: Báo Chợ\n', ...files });
  await change?.(join(folder, 'content'));
  const run = await runKhobao(folder, ['check', '--json']);
  const lines = jsonLines(run);
  const summary = lines.pop();
  return {
    code: run.code,
    summary,
    problems: lines.map(({ code, file, line }) => `${String(code)} ${String(file)}:${String(line)}`).sort(),
  };
};

const imported = async (): Promise<{ folder: string; warc: string; id: string }> => {
  const folder = await newFolder({
    'a.jsonl': `${articleLine()}\n${articleLine({ url: null, title: 'Bến', body: ['Bến.'] })}`,
  });
  const lines = jsonLines(await runKhobao(folder, ['import', 'a.jsonl', '--json']));
  const file = await readFile(join(folder, String(lines[1]?.file)), 'utf8');
  const [, warc = ''] = /file: (captures\/\S+)/.exec(file) ?? [];
  return { folder, warc: join(folder, 'content', warc), id: String(lines[1]?.id) };
};

const codesOf = async (folder: string): Promise<unknown[]> =>
  jsonLines(await runKhobao(folder, ['check', '--json'])).map(({ code }) => code);

describe('khobao check', () => {
  const file = 'content/articles/bao-cho/2009/gia-gao.md';
  const id = 'bao-cho/2009/gia-gao';

  test('finds nothing wrong with a sound archive', async () => {
    const found = await check({ [file]: record(id) });
    expect(found).toEqual({
      code: 0,
      summary: { summary: true, articles: 1, errors: 0, warnings: 0, notes: 0 },
      problems: [],
    });
  });

  test.each<{ what: string; files: Record<string, string>; problems: string[] }>([
    {
      what: 'a date that is none',
      files: { [file]: record(id, 'publishedAt: 2009-02-31\n') },
      problems: [`date-invalid ${file}:5`],
    },
    {
      what: 'a record whose source has no file',
      files: { [file]: record(id).replace('source: bao-cho', 'source: bao-khac') },
      problems: [`source-missing ${file}:4`],
    },
    {
      what: 'an id that another file has',
      files: { [file]: record(id), 'content/articles/bao-cho/2009/gia-lua.md': record(id) },
      problems: ['id-duplicate content/articles/bao-cho/2009/gia-lua.md:2'],
    },
    {
      what: 'an id that belongs elsewhere, and one that is taken there',
      files: {
        'content/articles/bao-cho/2009/a.md': record(id),
        'content/articles/bao-cho/2009/b.md': record(id),
      },
      problems: [
        'id-duplicate content/articles/bao-cho/2009/b.md:2',
        'id-path-mismatch content/articles/bao-cho/2009/a.md:2',
      ],
    },
    {
      what: 'a file without a record',
      files: { [file]: 'Giá gạo\n' },
      problems: [`front-matter-missing ${file}:1`],
    },
    {
      what: 'settings and sources that are not as they should be',
      files: {
        'content/synonyms.yml': 'UBND: Ủy ban nhân dân\nHĐND: 5\n',
        'content/archive.yml': 'name: Kho\nsite: khobao\n',
        'content/sources/bao-cho.yml': 'name: Báo Chợ\nkind: báo\n',
        'content/sources/Báo.yml': 'name: [\n',
      },
      problems: [
        'record-field-invalid content/archive.yml:2',
        'record-field-invalid content/sources/bao-cho.yml:2',
        'record-field-invalid content/synonyms.yml:2',
        'source-id-invalid content/sources/Báo.yml:undefined',
        'yaml-invalid content/sources/Báo.yml:2',
      ],
    },
    {
      what: 'former versions of no article, of another, and with a gap',
      files: {
        [file]: record(id),
        'content/versions/bao-cho/2009/mat/1.md': record('bao-cho/2009/mat'),
        'content/versions/bao-cho/2009/gia-gao/1.md': record('bao-cho/2009/khac'),
        'content/versions/bao-cho/2009/gia-gao/3.md': record(id),
      },
      problems: [
        'id-path-mismatch content/versions/bao-cho/2009/gia-gao/1.md:2',
        'version-misplaced content/versions/bao-cho/2009/gia-gao/3.md:undefined',
        'version-misplaced content/versions/bao-cho/2009/mat/1.md:undefined',
      ],
    },
    {
      what: 'snapshots that are no JSON, not whole, or named after another day',
      files: {
        'content/archive.yml': 'name: Kho\n',
        'content/snapshots/2026-10-01.json': JSON.stringify(makeSnapshot('2026-10-01')),
        'content/snapshots/2026-10-02.json': JSON.stringify(makeSnapshot('2026-10-01')),
        'content/snapshots/2026-10-03.json': '{"format":1,',
        'content/snapshots/ban-chep.json': '{}',
      },
      problems: [
        'snapshot-invalid content/snapshots/2026-10-02.json:undefined',
        'snapshot-invalid content/snapshots/2026-10-03.json:undefined',
        'snapshot-invalid content/snapshots/ban-chep.json:undefined',
      ],
    },
  ])('tells $what', async ({ files, problems }) => {
    const found = await check(files);
    expect(found.problems).toEqual(problems);
    expect(found.code).toBe(problems.every((problem) => problem.startsWith('version-')) ? 0 : 1);
  });

  test('tells files that can not be read, and links that lead away', async () => {
    const found = await check({ [file]: record(id) }, async (content) => {
      await promisify(execFile)('mkfifo', [join(content, 'articles/bao-cho/2009/pipe.md')]);
      await symlink('/', join(content, 'articles/bao-cho/2010'));
      await symlink('nowhere.md', join(content, 'articles/bao-cho/2009/dangling.md'));
    });
    expect(found.problems).toEqual([
      'file-unreadable content/articles/bao-cho/2009/dangling.md:undefined',
      'file-unreadable content/articles/bao-cho/2009/pipe.md:undefined',
      'path-outside content/articles/bao-cho/2010:undefined',
    ]);
    expect(found.code).toBe(1);
  });

  test('tells captures that are missing, cut short, altered or changed for others', async () => {
    const { folder, warc } = await imported();
    const bytes = await readFile(warc);
    expect(await codesOf(folder)).toEqual([undefined]);
    const altered = Buffer.from(bytes);
    for (const at of [40, bytes.length - 60]) altered[at] = (altered[at] ?? 0) ^ 0xff;
    await writeFile(warc, altered);
    expect(await codesOf(folder)).toEqual(['capture-altered', 'capture-altered', undefined]);
    await writeFile(warc, bytes);
    await truncate(warc, bytes.length - 20);
    expect(await codesOf(folder)).toEqual(['capture-missing', undefined]);
    await rm(warc);
    expect(await codesOf(folder)).toEqual(['capture-missing', 'capture-missing', undefined]);

    const other = await imported();
    await addFiles(other.folder, {
      'b.jsonl': articleLine({ title: 'Khác', body: ['Khác hẳn.'], url: null }),
    });
    const lines = jsonLines(await runKhobao(other.folder, ['import', 'b.jsonl', '--json']));
    const text = await readFile(join(other.folder, String(lines[0]?.file)), 'utf8');
    const [, stranger = ''] = /file: (captures\/\S+)/.exec(text) ?? [];
    await writeFile(other.warc, await readFile(join(other.folder, 'content', stranger)));
    expect(await codesOf(other.folder)).toContain('capture-altered');
  });

  test('says that there is no archive: content-missing', async () => {
    const folder = await newFolder();
    const run = await runKhobao(folder, ['check', '--content', 'nowhere', '--json']);
    expect(run.code).toBe(1);
    expect(jsonLines(run).map(({ code }) => code)).toEqual(['content-missing', undefined]);
  });

  test('says that a folder is no archive, as build and publish do: content-not-archive', async () => {
    const folder = await newFolder({ 'thu/sources/thu.txt': 'Thư', 'kho/articles/thu.txt': 'Thư' });
    const run = await runKhobao(folder, ['check', '--content', 'thu', '--json']);
    expect(run.code).toBe(1);
    expect(jsonLines(run)).toMatchObject([
      { code: 'content-not-archive', severity: 'error', file: 'thu' },
      { summary: true, articles: 0, errors: 1 },
    ]);
    for (const args of [['build'], ['publish', '--to', 'ra'], ['undo']]) {
      const other = await runKhobao(folder, [...args, '--content', 'thu', '--json']);
      expect(other.code).toBe(1);
      expect(jsonLines(other)).toMatchObject([{ code: 'content-not-archive' }]);
    }
    expect((await runKhobao(folder, ['check', '--content', 'kho'])).code).toBe(0);
    expect(Object.keys(await hashFiles(folder))).toEqual(['kho/articles/thu.txt', 'thu/sources/thu.txt']);
  });
});

describe('khobao show', () => {
  test('shows an article to a person and to a machine, and tells one that is missing: article-missing', async () => {
    const { folder, id } = await imported();
    const person = await runKhobao(folder, ['show', id]);
    expect(person.code).toBe(0);
    expect(person.stdout).toContain('Bến\n\n');
    expect(person.stdout).toMatch(/^Nguồn +bao-cho$/m);
    expect(person.stdout).toMatch(/^Ngày đăng +04\/05\/2019$/m);
    expect(person.stdout).toMatch(/chụp lúc \d\d\/\d\d\/\d{4}, \d\d:\d\d, theo giờ của tệp/);
    await addFiles(folder, { 'content/sources/bao-cho.yml': 'name: Báo Chợ\n' });
    expect((await runKhobao(folder, ['show', id])).stdout).toMatch(/^Nguồn +Báo Chợ \(bao-cho\)$/m);
    const [machine] = jsonLines(await runKhobao(folder, ['show', id, '--json']));
    expect(machine).toMatchObject({ id, title: 'Bến', versions: 1, status: 'published', language: 'vi' });
    for (const wrong of ['bao-cho/2019/khong-co', '../../a', 'x']) {
      const missing = await runKhobao(folder, ['show', wrong, '--json']);
      expect(missing.code).toBe(1);
      expect(jsonLines(missing)).toMatchObject([{ code: 'article-missing' }]);
    }
  });
});
