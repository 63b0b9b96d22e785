import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { jsonLines, runKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

const page = `<html><head><title>Bến đò Vạn Phúc vào mùa</title><link rel="canonical" href="https://bao-thu.example/ben-do.html">
<meta property="article:published_time" content="2017-09-12T08:30:00+07:00"></head><body><h1>Bến đò Vạn Phúc vào mùa</h1><div class="noidung">
<p>Sáng sớm, bến đò Vạn Phúc đã tấp nập người qua lại, ghe chở trái cây từ các cồn nối nhau cập bến.</p><p class="moi">Mời bạn đọc theo dõi tiếp ở số báo sau, ra ngày thứ năm.</p>
<p>Bà con cho biết năm nay nước về muộn, nhưng giá trái cây giữ được mức cao nên ai cũng phấn khởi.</p><p align="right">Lê An</p></div></body></html>`;

const source = 'name: Báo Thử\nhosts:\n  - bao-thu.example\nrules:\n  cut:\n    - p.moi\n';

describe('khobao import --explain', () => {
  test('tells for machines where each field was found and what was cut, and writes nothing', async () => {
    const folder = await newFolder({ 'a.html': page, 'content/sources/bao-thu.yml': source });
    const run = await runKhobao(folder, ['import', '--explain', 'a.html', '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const [line, ...more] = jsonLines(run);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ input: 'a.html', record: null, status: 'explained', problems: [] });
    expect(line?.taken).toEqual(
      expect.arrayContaining([
        { field: 'publishedAt', by: 'meta', text: '2017-09-12T08:30:00+07:00' },
        { field: 'authors', by: 'foot-of-text', text: 'Lê An' },
        {
          field: 'body',
          by: 'running-text',
          text: expect.stringMatching(/^Sáng sớm[^]*phấn khởi\.$/) as string,
        },
      ]),
    );
    expect(line?.cut).toEqual([
      { rule: 'source-rule', text: 'Mời bạn đọc theo dõi tiếp ở số báo sau, ra ngày thứ năm.' },
      { rule: 'byline', text: 'Lê An' },
    ]);
    expect(await readdir(`${folder}/content`)).toEqual(['sources']);
  });

  test('tells people in their language', async () => {
    const folder = await newFolder({ 'a.html': page });
    const inVietnamese = await runKhobao(folder, ['import', '--explain', 'a.html', '--lang', 'vi']);
    expect(inVietnamese.stdout).toContain('Tác giả: Lê An [cuối bài]');
    expect(inVietnamese.stderr).toContain('Chỉ giải thích, chưa ghi gì.');
    const inEnglish = await runKhobao(folder, ['import', '--explain', 'a.html', '--lang', 'en']);
    expect(inEnglish.stdout).toContain('Authors: Lê An [foot of the text]');
    expect(inEnglish.stdout).toContain('Left out of the text:');
  });

  test('tells which source it would be, and by what sign', async () => {
    const row = 'Tên báo,Tiêu đề,Nội dung,URL\nSông Trẻ,Tin chợ,Chợ họp sớm.,https://bao-thu.example/1\n';
    const folder = await newFolder({
      'a.html': page,
      'a.csv': row,
      'content/sources/bao-thu.yml': source,
    });
    const explain = (...args: string[]) =>
      runKhobao(folder, ['import', '--explain', '--lang', 'en', ...args]);
    expect((await explain('a.html')).stdout).toContain('Source: bao-thu [its address is on a host of');
    expect((await explain('a.csv')).stdout).toContain('Source: song-tre [the source’s own column or field]');
    expect((await explain('a.csv', '--source', 'bao-x')).stdout).toContain(
      'Source: bao-x [as --source says]',
    );
    const [line] = jsonLines(await explain('a.csv', '--json'));
    expect(line?.taken).toContainEqual({ field: 'source', by: 'field', text: 'song-tre' });
  });

  test('tells why a page is refused', async () => {
    const folder = await newFolder({ 'a.html': '<html><body><h1>Không tìm thấy trang</h1></body></html>' });
    const run = await runKhobao(folder, ['import', '--explain', 'a.html', '--json']);
    expect(run.code).toBe(1);
    expect(jsonLines(run)[0]).toMatchObject({
      status: 'refused',
      taken: [],
      problems: [{ code: 'not-an-article' }],
    });
  });

  test('names the line of a rule that it can not read', async () => {
    const folder = await newFolder({
      'a.html': page,
      'content/sources/bao-thu.yml': source.replace('p.moi', '"p > b"'),
    });
    const run = await runKhobao(folder, ['import', '--explain', 'a.html', '--lang', 'en']);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('content/sources/bao-thu.yml:6');
  });

  test('and so does a plain import, which goes on', async () => {
    const folder = await newFolder({
      'a.html': page,
      'content/sources/bao-thu.yml': source.replace('p.moi', '"p > b"'),
    });
    const run = await runKhobao(folder, ['import', '--lang', 'en', 'a.html']);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('content/sources/bao-thu.yml:6');
  });

  test('takes one file only', async () => {
    const folder = await newFolder({ 'a.html': page, 'b/c.html': page });
    expect((await runKhobao(folder, ['import', '--explain', 'b'])).code).toBe(2);
    expect((await runKhobao(folder, ['import', '--explain', 'a.html', 'b/c.html'])).code).toBe(2);
  });
});
