import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleLine, runKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

const page =
  '<html><head><title>x</title><script>alert(1)</script></head><body><h1>Họp chợ</h1><p>Chợ <b>Vồm</b> họp sớm.</p></body></html>';
const inputs = {
  'a.jsonl': `${articleLine()}\n`,
  'b.txt':
    'Chợ Vồm dời về bến mới\n\nTừ tháng này chợ Vồm họp ở bến mới, <script>alert(1)</script> & đông.\n',
  'c.bin': new Uint8Array([0, 1, 2, 0, 255]),
  'd.html': page,
};

describe('khobao import --report', () => {
  test('shows each input, the worst first, with its problems and its text beside the original', async () => {
    const folder = await newFolder(inputs);
    const run = await runKhobao(folder, [
      'import',
      ...Object.keys(inputs),
      '--report',
      'r.html',
      '--lang',
      'vi',
    ]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('Báo cáo: r.html');
    const report = await readFile(join(folder, 'r.html'), 'utf8');
    const order = [...report.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, name]) => name);
    expect(order[0]).toBe('c.bin');
    expect(order.toSorted()).toEqual(['a.jsonl:1', 'b.txt', 'c.bin', 'd.html']);
    expect(report).toContain('file-binary');
    expect(report).toContain('<h3>Bài trong kho</h3>');
    expect(report).toContain('<h3>Chữ trong bản chụp</h3>');
    // What was captured is text in the report, never markup.
    expect(report).not.toContain('<script');
    expect(report).toContain('&#x3C;script>alert(1)');
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('is written for a dry run, too, which writes nothing else', async () => {
    const folder = await newFolder(inputs);
    await runKhobao(folder, ['import', 'b.txt', '--dry-run', '--report', 'r.html']);
    expect((await readdir(folder)).toSorted()).toEqual([...Object.keys(inputs), 'r.html'].toSorted());
    expect(await readFile(join(folder, 'r.html'), 'utf8')).toContain('họp ở bến mới');
  });

  test('that can’t be written is told, and the import goes on', async () => {
    const folder = await newFolder(inputs);
    await mkdir(join(folder, 'r.html'));
    for (const path of ['no/such/folder/r.html', 'r.html']) {
      const run = await runKhobao(folder, ['import', 'a.jsonl', '--report', path, '--lang', 'en']);
      expect(run).toMatchObject({ code: 0 });
      expect(run.stderr).toContain(`The report could not be written to ${path}`);
    }
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
