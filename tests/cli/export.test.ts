import { cp, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { exportFormats } from '../../src/cli/export.ts';
import { addFiles, articleLine, jsonLines, runKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

let folder = '';
const newFolder = useFolders();
const ids = async (content: string): Promise<string[]> =>
  (await readdir(join(content, 'articles'), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.replace(/\.md$/, ''))
    .sort();

/** What the files of an article and of its former versions say, captures apart. */
const read = async (content: string, id: string): Promise<object[]> => {
  const former = await readdir(join(content, 'versions', id)).catch(() => []);
  const paths = [`articles/${id}.md`, ...former.sort().map((name) => `versions/${id}/${name}`)];
  const articles = [];
  for (const path of paths) {
    const { article } = parseArticle(await readFile(join(content, path), 'utf8'));
    expect(article?.captures).not.toEqual([]);
    articles.push({ ...article, captures: [] });
  }
  return articles;
};

const secret = 'Bài này đã được rút theo yêu cầu của bạn đọc.';
const lines = [
  articleLine(),
  articleLine({ url: null, title: 'Giá gạo ở chợ Vồm nhích lên', body: ['Bài khác, cùng tên.'] }),
  articleLine({
    url: 'https://bao-cho.example/2020/a.html',
    title: '=1+1; "hai", <ba> & ]]>',
    authors: ['A;B'],
  }),
  articleLine({ url: 'https://bao-cho.example/2020/b.html', title: 'Bài phải rút', body: [secret] }),
  articleLine({ url: 'https://bao-cho.example/2020/c.html', title: 'Bản đầu', body: ['Một.'] }),
  articleLine({ url: 'https://bao-cho.example/2020/c.html', title: 'Bản sau', body: ['Hai.'] }),
  articleLine({
    url: 'https://bao-le.example/2020/d.html',
    source: 'Báo Lẻ',
    title: 'Không ngày',
    publishedAt: null,
  }),
];

beforeAll(async () => {
  folder = await newFolder({ 'a.jsonl': lines.join('\n') });
  await runKhobao(folder, ['import', 'a.jsonl']);
  const withdrawn = (await ids(join(folder, 'content'))).find((id) => id.includes('bai-phai-rut')) ?? '';
  await runKhobao(folder, ['withdraw', withdrawn, '--reason', 'Theo yêu cầu']);
});

describe.each(['jsonl', 'csv'])('khobao export %s', (format) => {
  test('imported again, gives the same articles under the same ids, former versions too', async () => {
    const run = await runKhobao(folder, ['export', format, '--to', `out.${format}`, '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(jsonLines(run)).toEqual([{ format, to: `out.${format}`, articles: 5, withdrawn: 1, leftOut: 0 }]);
    const again = await runKhobao(folder, [
      'import',
      `out.${format}`,
      '--content',
      `again-${format}`,
      '--json',
    ]);
    expect(again.code).toBe(0);
    expect(jsonLines(again).at(-1)).toMatchObject({ captures: 5, written: 5 });
    const exported = (await ids(join(folder, 'content'))).filter((id) => !id.includes('bai-phai-rut'));
    expect(await ids(join(folder, `again-${format}`))).toEqual(exported);
    for (const id of exported) {
      expect(await read(join(folder, `again-${format}`), id)).toEqual(
        await read(join(folder, 'content'), id),
      );
    }
    expect(await runKhobao(folder, ['check', '--content', `again-${format}`])).toMatchObject({ code: 0 });
    const source = await readFile(join(folder, `again-${format}`, 'sources/bao-le.yml'), 'utf8');
    expect(source).toContain('name: "Báo Lẻ"');
    const twice = await runKhobao(folder, [
      'import',
      `out.${format}`,
      '--content',
      `again-${format}`,
      '--json',
    ]);
    expect(jsonLines(twice).at(-1)).toMatchObject({ written: 0, unchanged: 5 });
  });
});

describe('khobao export', () => {
  test.each(exportFormats.filter((format) => format !== 'bagit'))(
    '%s has nothing of a withdrawn article, and the same bytes from another folder',
    async (format) => {
      const to = `same.${format}`;
      expect(await runKhobao(folder, ['export', format, '--to', to])).toMatchObject({ code: 0 });
      const bytes = await readFile(join(folder, to));
      for (const text of [secret, 'Bài phải rút']) expect(bytes.includes(text)).toBe(false);
      const other = await newFolder();
      await cp(join(folder, 'content'), join(other, 'kho'), { recursive: true });
      const environment = { TZ: 'America/New_York', LANG: 'en_US.UTF-8' };
      await runKhobao(other, ['export', format, '--content', 'kho', '--to', to], environment);
      expect((await readFile(join(other, to))).equals(bytes)).toBe(true);
    },
  );

  test('takes the place of a former export and of nothing else', async () => {
    const here = await newFolder({ 'letter.txt': 'Thư', 'empty.csv': '', 'folder/a.txt': 'a' });
    await cp(join(folder, 'content'), join(here, 'content'), { recursive: true });
    for (const to of ['letter.txt', 'folder', 'content', 'content/archive.yml']) {
      const run = await runKhobao(here, ['export', 'csv', '--to', to, '--json']);
      expect(run.code).toBe(1);
      expect(jsonLines(run)).toMatchObject([{ code: 'export-target-foreign' }]);
    }
    expect(await readFile(join(here, 'letter.txt'), 'utf8')).toBe('Thư');
    expect(await runKhobao(here, ['export', 'csv', '--to', 'empty.csv'])).toMatchObject({ code: 0 });
    expect(await runKhobao(here, ['export', 'jsonl', '--to', 'empty.csv'])).toMatchObject({ code: 0 });
    expect(await readFile(join(here, 'empty.csv'), 'utf8')).toMatch(/^\{"khobao":1,/);
    await symlink('empty.csv', join(here, 'link.csv'));
    expect(await runKhobao(here, ['export', 'csv', '--to', 'link.csv'])).toMatchObject({ code: 0 });
    expect(await readFile(join(here, 'empty.csv'), 'utf8')).toMatch(/^\ufeffkhobao,/);
    expect((await readdir(here)).sort()).toEqual([
      'content',
      'empty.csv',
      'folder',
      'letter.txt',
      'link.csv',
    ]);
  });

  test('bagit gives a bag of the whole archive, which takes the place of a former one', async () => {
    for (const run of [1, 2]) {
      const made = await runKhobao(folder, ['export', 'bagit', '--to', 'bag', '--json']);
      expect([run, made]).toMatchObject([run, { code: 0, stderr: '' }]);
    }
    expect(await runKhobao(folder, ['verify', 'bag'])).toMatchObject({ code: 0 });
    const withdrawn = (await ids(join(folder, 'bag/data/content'))).filter((id) =>
      id.includes('bai-phai-rut'),
    );
    expect(withdrawn).toHaveLength(1);
    const told = await runKhobao(folder, ['export', 'bagit', '--to', 'bag', '--lang', 'vi']);
    expect(told.stdout).toContain('Trong đó có cả bài đã rút: 1.');
    const info = join(folder, 'bag/bag-info.txt');
    await writeFile(info, (await readFile(info, 'utf8')).replace(' (khobao export)', ''));
    expect(await runKhobao(folder, ['export', 'bagit', '--to', 'bag'])).toMatchObject({ code: 1 });
  });

  test('leaves out what can not be read, tells of it, and writes nothing where it can not write', async () => {
    const here = await newFolder();
    await cp(join(folder, 'content'), join(here, 'content'), { recursive: true });
    await addFiles(join(here, 'content'), { 'articles/bao-cho/2020/hong.md': '---\nid: [\n---\n' });
    const run = await runKhobao(here, ['export', 'jsonl', '--to', 'a.jsonl', '--json']);
    expect(run.code).toBe(1);
    expect(jsonLines(run)).toMatchObject([{ code: 'yaml-invalid' }, { articles: 5, leftOut: 1 }]);
    await writeFile(join(here, 'file'), '');
    const failed = await runKhobao(here, ['export', 'jsonl', '--to', 'none/a.jsonl', '--json']);
    expect(failed.code).toBe(1);
    expect(jsonLines(failed).map(({ code }) => code)).toContain('write-failed');
  });

  test.each([
    [['export', 'pdf', '--to', 'a'], 'pdf'],
    [['export', '__proto__', '--to', 'a'], '__proto__'],
    [['export', 'csv'], '--to'],
    [['export'], 'FORMAT'],
  ])('tells of wrong usage: %j', async (args, told) => {
    const run = await runKhobao(folder, args);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(told);
  });
});
