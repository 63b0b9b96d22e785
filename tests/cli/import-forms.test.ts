import { gzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, hashFiles, jsonLines, runKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';

const newFolder = useFolders();

const table = [
  'ma;tua;than;gio;nguoi;duong',
  '1;Giá gạo nhích lên;"<p>Sáng thứ bảy, gạo tẻ bán mười hai nghìn một cân.</p><p>Lúa về chậm.</p>";04/05/2019 08:30;Lê An - Trần Bình;gia-gao',
  '2;"Hở;Thuyền về muộn.;05/05/2019 08:30;;',
  '3;Bến mới;Đò dọc về bến mới.;06/05/2019 08:30;;ben-moi',
  '',
].join('\r\n');

const fields = `title: tua
body: than
publishedAt: { from: gio, date: dd/mm/yyyy hh:mm }
authors: { from: nguoi, separator: ' - ' }
url: { from: duong, prefix: 'https://bao-cho.example/', suffix: .html }
source: { constant: bao-cho }
`;

describe('khobao import', () => {
  test('takes a table under the names of a field map, packed, and tells the rows that it can not read', async () => {
    const folder = await newFolder({ 'bai.csv.gz': gzipSync(table), 'fields.yml': fields });
    const run = await runKhobao(folder, ['import', 'bai.csv.gz', '--fields', 'fields.yml', '--json']);
    const lines = jsonLines(run);
    expect(run.code).toBe(1);
    expect(lines).toMatchObject([
      { record: 2, status: 'written', id: 'bao-cho/2019/gia-gao-nhich-len' },
      { record: 3, status: 'refused', id: null, problems: [{ code: 'csv-quotes-broken', line: 3 }] },
      { record: 4, status: 'written', id: 'bao-cho/2019/ben-moi' },
      { captures: 3, written: 2, refused: 1 },
    ]);
    const file = join(folder, 'content/articles/bao-cho/2019/gia-gao-nhich-len.md');
    expect(await readFile(file, 'utf8')).toMatch(
      /url: https:\/\/bao-cho.example\/gia-gao.html\npublishedAt: 2019-05-04T08:30:00\+07:00\nauthors:\n {2}- Lê An\n {2}- Trần Bình\n[^]*một cân\.\n\nLúa về chậm\./,
    );
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
    const before = await hashFiles(join(folder, 'content/articles'));
    const again = jsonLines(
      await runKhobao(folder, ['import', 'bai.csv.gz', '--fields', 'fields.yml', '--json']),
    );
    expect(again.map(({ status }) => status)).toEqual(['unchanged', 'refused', 'unchanged', undefined]);
    expect(await hashFiles(join(folder, 'content/articles'))).toEqual(before);
  });

  test('reads a row again as it was read, so that what a librarian mended outlives a new version', async () => {
    const folder = await newFolder({ 'a.csv': table, 'fields.yml': fields });
    await runKhobao(folder, ['import', 'a.csv', '--fields', 'fields.yml']);
    const file = join(folder, 'content/articles/bao-cho/2019/ben-moi.md');
    const text = await readFile(file, 'utf8');
    await addFiles(folder, {
      'content/articles/bao-cho/2019/ben-moi.md': text.replace(
        'title: Bến mới',
        'title: Bến mới'.concat(' ở Vồm'),
      ),
      'b.csv': table.replace('Đò dọc về bến mới.', 'Đò dọc về bến mới từ hôm qua.'),
    });
    const run = await runKhobao(folder, ['import', 'b.csv', '--fields', 'fields.yml', '--json']);
    expect(jsonLines(run)[2]).toMatchObject({ status: 'newVersion', problems: [{ code: 'hand-edit-kept' }] });
    expect(await readFile(file, 'utf8')).toMatch(/title: Bến mới ở Vồm\n[^]*từ hôm qua\./);
  });

  test('refuses a table whose columns nobody names, once; a map that is none, with its line', async () => {
    const folder = await newFolder({
      'a.csv': table,
      'bad.yml': 'title: tua\nbody: { from: than, as: pdf }\n',
      'odd.yml': 'title: tua\ntext: than\n',
    });
    const run = await runKhobao(folder, ['import', 'a.csv', '--json']);
    expect(jsonLines(run)).toMatchObject([
      { record: null, status: 'refused', problems: [{ code: 'columns-unknown', line: 1 }] },
      { captures: 1, refused: 1 },
    ]);
    for (const [map, place, code] of [
      ['bad.yml', 'bad.yml:2', 'record-field-invalid'],
      ['odd.yml', 'odd.yml:2', 'record-field-unknown'],
      ['none.yml', 'none.yml', 'file-missing'],
    ] as const) {
      const faulty = await runKhobao(folder, ['import', 'a.csv', '--fields', map, '--lang', 'en']);
      expect(faulty.code).toBe(1);
      expect(faulty.stderr).toContain(place);
      expect(faulty.stderr).toContain(code);
    }
  });

  test('tells that another map does nothing to rows that are there', async () => {
    const folder = await newFolder({
      'a.csv': 'title,than,loi\nBến mới,Đò dọc về bến mới.,Bến cũ cát bồi.\n',
      'a.yml': 'body: than\nurl: null\n',
      'b.yml': 'body: loi\nurl: null\n',
    });
    await runKhobao(folder, ['import', 'a.csv', '--fields', 'a.yml']);
    const same = await runKhobao(folder, ['import', 'a.csv', '--fields', 'a.yml', '--json']);
    expect(jsonLines(same)[0]).toMatchObject({ status: 'unchanged', problems: [] });
    const other = await runKhobao(folder, ['import', 'a.csv', '--fields', 'b.yml', '--json']);
    expect(jsonLines(other)[0]).toMatchObject({ status: 'unchanged', problems: [{ code: 'option-unused' }] });
  });

  test('takes MHTML with the address and the date that it tells; the capture is the whole file', async () => {
    const page = `<title>Đò dọc</title><h1>Đò dọc về bến mới</h1><p>${'Từ tháng này đò dọc về bến mới ở đầu làng, bà con đi chợ đỡ một quãng đường. '.repeat(4)}</p><p>Mỗi ngày có sáu chuyến, chuyến đầu chạy từ năm giờ sáng.</p>`;
    const mhtml = [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://bao-cho.example/do-doc.html',
      'Date: Sat, 4 May 2019 01:30:00 GMT',
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(page).toString('base64'),
      '--b--',
    ].join('\r\n');
    const folder = await newFolder({ 'trang.mhtml': mhtml });
    const [line] = jsonLines(await runKhobao(folder, ['import', 'trang.mhtml', '--json']));
    expect(line).toMatchObject({ status: 'written' });
    const shown = jsonLines(await runKhobao(folder, ['show', String(line?.id), '--json']))[0];
    expect(shown).toMatchObject({
      title: 'Đò dọc về bến mới',
      url: 'https://bao-cho.example/do-doc.html',
      captures: [
        {
          capturedAt: '2019-05-04T08:30:00+07:00',
          mediaType: 'multipart/related',
          bytes: Buffer.byteLength(mhtml),
        },
      ],
    });
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
  });

  test('names the first of what is skipped, and tells how many more there are', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `luu/trang_files/${name}.css`);
    const folder = await newFolder({
      'luu/bai.txt':
        'Bến mới ở đầu làng\n\nTừ tháng này đò dọc về bến mới ở đầu làng, bà con đi chợ đỡ một quãng.',
      'luu/trang.html': '<h1>Bến mới</h1>',
      'luu/kho.css': 'p { color: red }',
      ...Object.fromEntries(names.map((name) => [name, 'p { color: red }'])),
    });
    const { stdout } = await runKhobao(folder, ['import', 'luu', '--lang', 'en']);
    expect(stdout).toContain(`with its page): ${names.slice(0, 5).join(', ')} and 2 more (`);
    expect(stdout).toContain('Skipped, as no capture of a page: luu/kho.css.\n');
    const few = await runKhobao(folder, ['import', 'luu', '--json']);
    expect(few.stdout).not.toMatch(/Skipped|with its page/);
  });

  test('takes a page whose file was cut, and tells so', async () => {
    const text = `Bến mới ở đầu làng\n\n${'Từ tháng này đò dọc về bến mới ở đầu làng, bà con đi chợ đỡ một quãng. '.repeat(3)}Về chợ`;
    const folder = await newFolder({ 'bai.txt': Buffer.from(text).subarray(0, -1) });
    const [line] = jsonLines(await runKhobao(folder, ['import', 'bai.txt', '--json']));
    expect(line).toMatchObject({ status: 'written' });
    expect(JSON.stringify(line?.problems)).toContain('payload-cut');
    const article = await readFile(join(folder, String(line?.file)), 'utf8');
    expect(article).toContain('quãng. Về ch\n');
    expect(article).not.toContain('\ufffd');
  });

  test('does not say that a row has no date where it is the date that is wrong', async () => {
    const folder = await newFolder({
      'a.csv': 'Tiêu đề,Nội dung,Ngày đăng\nBến mới,Đò dọc về bến mới ở đầu làng.,31-02-2012\n',
    });
    const [line] = jsonLines(await runKhobao(folder, ['import', 'a.csv', '--json']));
    expect(JSON.stringify(line?.problems)).toMatch(/date-invalid.*Ngày đăng/);
    expect(JSON.stringify(line?.problems)).not.toContain('date-unknown');
  });

  test('takes a page that a browser saved with its folder, and passes over the folder', async () => {
    const folder = await newFolder({
      'luu/trang.html': `<!-- saved from url=(0036)https://bao-cho.example/ben-moi.html -->\n<h1>Bến mới ở đầu làng</h1><p>${'Từ tháng này đò dọc về bến mới ở đầu làng, bà con đi chợ đỡ một quãng đường. '.repeat(4)}</p><p>Mỗi ngày có sáu chuyến, chuyến đầu chạy từ năm giờ sáng.</p>`,
      'luu/trang_files/quang-cao.html': '<p>Quảng cáo</p>',
    });
    const lines = jsonLines(await runKhobao(folder, ['import', 'luu', '--json']));
    expect(lines).toMatchObject([
      { input: 'luu/trang.html', status: 'written' },
      { input: 'luu/trang_files/quang-cao.html', status: 'skipped' },
      { written: 1, skipped: 1 },
    ]);
    const shown = jsonLines(await runKhobao(folder, ['show', String(lines[0]?.id), '--json']))[0];
    expect(shown).toMatchObject({ url: 'https://bao-cho.example/ben-moi.html' });
  });

  test('takes the entries of a feed that have a text, and says what to do about the others', async () => {
    const entry = (title: string, text: string): string =>
      `<item><title>${title}</title><link>https://bao-cho.example/${String(title.length)}</link><pubDate>Sat, 04 May 2019 08:30:00 +0700</pubDate>${text}</item>`;
    const whole =
      '<content:encoded><![CDATA[<p>Đò dọc về bến mới từ sáng hôm qua.</p><p>Bến rộng.</p>]]></content:encoded>';
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Báo Chợ</title>\n${entry('Bến mới', whole)}\n${entry('Mục tin', '')}\n</channel></rss>`;
    const folder = await newFolder({
      'tin.xml': feed,
      'sitemap.xml.gz': gzipSync(
        '<urlset><url><loc>https://bao-cho.example/1</loc></url><url><loc>https://bao-cho.example/2</loc></url></urlset>',
      ),
    });
    const lines = jsonLines(await runKhobao(folder, ['import', 'tin.xml', 'sitemap.xml.gz', '--json']));
    expect(lines).toMatchObject([
      { record: 2, status: 'written', id: 'bao-cho-example/2019/ben-moi' },
      { record: 3, status: 'refused', problems: [{ code: 'text-missing', line: 3 }] },
      { record: null, status: 'refused', problems: [{ code: 'list-of-addresses' }] },
      { written: 1, refused: 2 },
    ]);
    const again = jsonLines(await runKhobao(folder, ['import', 'tin.xml', '--json']));
    expect(again[0]).toMatchObject({ status: 'unchanged' });
    expect(await runKhobao(folder, ['check'])).toMatchObject({ code: 0 });
  });
});
