import { spawn } from 'node:child_process';
import { readFile, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, articleLine, hashFiles, jsonLines, lineId as id, runKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

const file = `content/articles/${id}.md`;

describe('khobao import', () => {
  test('writes an article, its capture, its source and the settings, and says so', async () => {
    const folder = await newFolder({ 'a.jsonl': `${articleLine()}\n` });
    const run = await runKhobao(folder, ['import', 'a.jsonl', '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const [line, summary] = jsonLines(run);
    expect(line).toMatchObject({ input: 'a.jsonl', record: 1, status: 'written', id, file });
    expect(line?.problems).toMatchObject([{ code: 'source-new', severity: 'note' }]);
    expect(summary).toEqual({
      summary: true,
      captures: 1,
      written: 1,
      unchanged: 0,
      newVersion: 0,
      duplicate: 0,
      refused: 0,
      skipped: 0,
      created: 'content',
    });
    expect(Object.keys(await hashFiles(join(folder, 'content')))).toEqual([
      'archive.yml',
      `articles/${id}.md`,
      expect.stringMatching(/^captures\/[0-9a-f]{16}\.cdxj$/),
      expect.stringMatching(/^captures\/[0-9a-f]{16}\.warc\.gz$/),
      expect.stringMatching(/^log\/000001-\d{4}-\d{2}-\d{2}-import\.jsonl$/),
      'sources/bao-cho.yml',
    ]);
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
  });

  test('changes no byte the second time, whatever the time of the file, and says unchanged', async () => {
    const folder = await newFolder({
      'a.jsonl': `${articleLine()}\n`,
      'b.txt': 'Chợ Vồm dời về bến mới\n\nTừ tháng này chợ Vồm họp ở bến mới.\n',
    });
    await runKhobao(folder, ['import', 'a.jsonl', 'b.txt']);
    const before = await hashFiles(folder);
    await utimes(join(folder, 'b.txt'), 1e9, 1e9);
    const run = await runKhobao(folder, ['import', 'a.jsonl', 'b.txt', '--json']);
    expect(run.code).toBe(0);
    expect(jsonLines(run).map(({ status }) => status)).toEqual(['unchanged', 'unchanged', undefined]);
    expect(await hashFiles(folder)).toEqual(before);
  });

  test('files each row under the source that it states, though all have addresses on one site', async () => {
    const row = (name: string, n: number): string =>
      `${name},Tin số ${String(n)},Bà con ra chợ ${String(n)} từ sớm.,https://gom-tin.example/${String(n)}\n`;
    const names = ['Sông Trẻ', 'Thanh Hà', 'Báo Chợ Vồm', 'sông trẻ', ''];
    const folder = await newFolder({
      'content/sources/gom-tin.yml': 'name: Gom Tin\nhosts:\n  - gom-tin.example\n',
      'a.csv': `Tên báo,Tiêu đề,Nội dung,URL\n${names.map(row).join('')}`,
      'b.jsonl': articleLine({ source: 'Thanh Hà', url: 'https://gom-tin.example/9', title: 'Tin số 9' }),
    });
    const run = await runKhobao(folder, ['import', 'a.csv', 'b.jsonl', '--json']);
    const sources = jsonLines(run).map(({ id: one }) => String(one).split('/')[0]);
    expect(sources.slice(0, -1)).toEqual([
      'song-tre',
      'thanh-ha',
      'bao-cho-vom',
      'song-tre',
      'gom-tin',
      'thanh-ha',
    ]);
    const stub = await readFile(join(folder, 'content/sources/song-tre.yml'), 'utf8');
    expect(stub).toBe('name: "Sông Trẻ"\nkind: other\n');
    const again = await runKhobao(folder, ['import', 'a.csv', 'b.jsonl', '--source', 'bao-khac', '--json']);
    expect(jsonLines(again)[0]).toMatchObject({ status: 'unchanged', problems: [{ code: 'option-unused' }] });
  });

  test('says that it began an archive, and begins none among other things: content-not-archive', async () => {
    const text = 'Chợ Vồm dời về bến mới\n\nTừ tháng này chợ Vồm họp ở bến mới.\n';
    const folder = await newFolder({ 'a.txt': text, 'thu/thu.txt': 'Thư', 'trong/.an': '' });
    const refused = await runKhobao(folder, ['import', 'a.txt', '--content', 'thu', '--json']);
    expect(refused.code).toBe(1);
    expect(jsonLines(refused)).toMatchObject([{ code: 'content-not-archive', file: 'thu' }]);
    expect(Object.keys(await hashFiles(join(folder, 'thu')))).toEqual(['thu.txt']);
    for (const content of ['moi', 'trong']) {
      const dry = await runKhobao(folder, ['import', 'a.txt', '--content', content, '--dry-run']);
      expect(dry.stdout).not.toContain('Đã lập');
      const first = await runKhobao(folder, ['import', 'a.txt', '--content', content]);
      expect(first).toMatchObject({ code: 0 });
      expect(first.stdout).toMatch(new RegExp(`^Đã lập kho mới ở ${content}\\.$`, 'm'));
      expect(first.stderr).toContain('source-unknown');
      const second = await runKhobao(folder, ['import', 'a.txt', '--content', content]);
      expect(second.stdout).not.toContain('Đã lập');
    }
  });

  test('gives the same bytes for the same input in another folder, but for the log', async () => {
    const files = {
      'a.jsonl': `${articleLine()}\n${articleLine({ url: null, title: 'Bến mới', body: ['Bến.'] })}\n`,
    };
    const [one, two] = [await newFolder(files), await newFolder(files)];
    for (const folder of [one, two]) {
      await utimes(join(folder, 'a.jsonl'), 1e9, 1e9);
      await runKhobao(folder, ['import', 'a.jsonl']);
    }
    const hashes = async (folder: string) => {
      const entries = Object.entries(await hashFiles(folder));
      return entries.filter(([path]) => !path.startsWith('content/log/'));
    };
    expect(await hashes(two)).toEqual(await hashes(one));
  });

  test('says that an option does nothing for a capture that is there: option-unused', async () => {
    const folder = await newFolder({ 'a.txt': 'Chợ Vồm\n\nChợ Vồm họp sáng nay.\n' });
    await runKhobao(folder, ['import', 'a.txt']);
    expect(await readFile(join(folder, 'content/sources/unknown.yml'), 'utf8')).toContain('Không rõ nguồn');
    for (const args of [
      ['--source', 'bao-x'],
      ['--charset', 'windows-1252'],
    ]) {
      const [line] = jsonLines(await runKhobao(folder, ['import', 'a.txt', '--json', ...args]));
      expect(line).toMatchObject({ status: 'unchanged', problems: [{ code: 'option-unused' }] });
    }
    const [line] = jsonLines(await runKhobao(folder, ['import', 'a.txt', '--json', '--charset', 'utf-8']));
    expect(line).toMatchObject({ status: 'unchanged', problems: [] });
  });

  test('writes nothing in a dry run, and tells what it would do', async () => {
    const folder = await newFolder({ 'a.jsonl': articleLine() });
    const run = await runKhobao(folder, ['import', 'a.jsonl', '--dry-run', '--json']);
    expect(jsonLines(run)[0]).toMatchObject({ status: 'written', id, file });
    expect(Object.keys(await hashFiles(folder))).toEqual(['a.jsonl']);
  });

  test('takes the source from --source, what a line states, a known host name, its host, or unknown', async () => {
    const folder = await newFolder({
      'content/sources/bao-song.yml': 'name: Báo Sông\nhosts:\n  - baosong.example\n',
      'a.jsonl': [
        articleLine({ title: 'Một', source: null, url: 'https://www.baosong.example/1' }),
        articleLine({ title: 'Hai', source: 'Báo Đồng', url: null }),
        articleLine({ title: 'Ba', source: null, url: 'https://tin.huyen.example/3' }),
        articleLine({ title: 'Bốn', source: null, url: null }),
      ].join('\n'),
    });
    const ids = async (args: readonly string[]) =>
      jsonLines(await runKhobao(folder, ['import', 'a.jsonl', '--dry-run', '--json', ...args]))
        .slice(0, 4)
        .map((line) => line.id);
    expect(await ids([])).toEqual([
      'bao-song/2019/mot',
      'bao-dong/2019/hai',
      'tin-huyen-example/2019/ba',
      'unknown/2019/bon',
    ]);
    expect(await ids(['--source', 'bao-x'])).toEqual([
      'bao-x/2019/mot',
      'bao-x/2019/hai',
      'bao-x/2019/ba',
      'bao-x/2019/bon',
    ]);
  });

  test('refuses what is no article, leaves it where it was, and imports everything else', async () => {
    const folder = await newFolder({
      'in/empty.txt': '',
      'in/binary.txt': Uint8Array.from({ length: 512 }, (_, i) => (i * 7) % 256),
      'in/good.jsonl': `${articleLine()}\n${articleLine({ publishedAt: '2019-02-31', title: 'Ngày lạ', body: ['Lạ.'] })}\n`,
      'in/folder.txt/inside.txt': 'Đò ngang trở lại\n\nĐò ngang bến Vồm chạy lại từ sáng nay.\n',
    });
    await symlink(join(folder, 'nowhere.txt'), join(folder, 'in/dangling.txt'));
    const run = await runKhobao(folder, ['import', 'in', 'missing.txt', '--json']);
    expect(run.code).toBe(1);
    const statuses = Object.fromEntries(
      jsonLines(run).map(({ input, record, status, problems }) => [
        `${String(input)}:${String(record)}`,
        [status, ...((problems ?? []) as { code: string }[]).map(({ code }) => code)],
      ]),
    );
    expect(statuses).toMatchObject({
      'in/binary.txt:null': ['refused', 'file-binary'],
      'in/dangling.txt:null': ['refused', 'file-missing'],
      'in/empty.txt:null': ['refused', 'file-empty'],
      'in/folder.txt/inside.txt:null': ['written', 'source-unknown', 'date-unknown'],
      'in/good.jsonl:1': ['written', 'source-new'],
      'missing.txt:null': ['refused', 'file-missing'],
    });
    expect(statuses['in/good.jsonl:2']).toContain('date-invalid');
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
  });

  test('tells a person what stands, in both languages', async () => {
    const folder = await newFolder({ 'a.jsonl': articleLine(), 'empty.txt': '' });
    const english = await runKhobao(folder, ['import', 'a.jsonl', 'empty.txt', '--lang', 'en']);
    expect(english.stdout).toContain('1 written, 1 refused, nothing else changed.');
    expect(english.stderr).toContain('empty.txt  error  file-empty');
    const vietnamese = await runKhobao(folder, ['import', 'a.jsonl', 'empty.txt']);
    expect(vietnamese.stdout).toContain(
      '1 bản chụp đã có từ trước, 1 bị từ chối, ngoài ra không có gì thay đổi.',
    );
  });

  test('refuses to write through a link that leads out of the content folder', async () => {
    const folder = await newFolder({ 'a.jsonl': articleLine(), 'outside/kept.txt': 'giữ' });
    await addFiles(folder, { 'content/sources/bao-cho.yml': 'name: Báo Chợ\n' });
    await symlink(join(folder, 'outside'), join(folder, 'content/articles'));
    const run = await runKhobao(folder, ['import', 'a.jsonl', '--json']);
    expect(run.code).toBe(1);
    expect(jsonLines(run)[0]).toMatchObject({ status: 'refused', problems: [{ code: 'path-outside' }] });
    expect(Object.keys(await hashFiles(join(folder, 'outside')))).toEqual(['kept.txt']);
  });

  test('lets one run at a time write, and clears away what a dead one left', async () => {
    const folder = await newFolder({ 'a.jsonl': articleLine() });
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()', 'khobao']);
    await addFiles(folder, {
      'content/.khobao.lock': `${String(other.pid)}\n`,
      'content/articles/x/.khobao-1-ab.tmp': 'nửa',
    });
    const locked = await runKhobao(folder, ['import', 'a.jsonl', '--json']);
    expect(locked.code).toBe(1);
    expect(jsonLines(locked)).toMatchObject([{ code: 'archive-locked' }]);
    const ended = new Promise((settle) => other.once('exit', settle));
    other.kill('SIGKILL');
    await ended;
    expect(await runKhobao(folder, ['import', 'a.jsonl'])).toMatchObject({ code: 0 });
    expect(Object.keys(await hashFiles(folder)).filter((path) => path.includes('.khobao'))).toEqual([]);
  });
});
