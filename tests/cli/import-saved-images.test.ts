import { access, readFile, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeJpeg } from '../unit/capture/make-image.ts';
import { sha256 } from '../unit/capture/make-warc.ts';
import { useFolders } from './use-folders.ts';
import { address, check, importFiles, page, printed, useImport } from './imported-pictures.ts';

const newFolder = useFolders();
const importAll = useImport();

describe('pictures of saved pages', async () => {
  const jpeg = await makeJpeg('chợ');
  const mark = `<!-- saved from url=(0038)${address} -->`;
  const saved = (image: string): string => page(image).replace('<html', `${mark}<html`);

  const recordsIn = async (folder: string): Promise<string> => {
    const names = await readdir(join(folder, 'content/captures'));
    return readFile(
      join(folder, 'content/captures', names.find((name) => name.endsWith('.cdxj')) ?? ''),
      'utf8',
    );
  };

  test('lie in the folder beside the page, and are kept beside it in the capture', async () => {
    const { folder, article, codes } = await importAll(
      { 'luu/bai.html': saved('<img src="./bai_t%E1%BB%87p/ch%E1%BB%A3.jpg">'), 'luu/bai_tệp/chợ.jpg': jpeg },
      ['luu'],
    );
    expect(article).toContain(printed(jpeg));
    expect(codes).toEqual([]);
    const index = await recordsIn(folder);
    expect(index).toContain('"mime":"image/jpeg"');
    expect(index).toContain(`sha256:${sha256(jpeg)}`);
    expect(index).toContain('https://bao-cho.example/2019/bai_t%E1%BB%87p/ch%E1%BB%A3.jpg');
    expect(await check(folder)).toEqual([]);
  });

  test('named alone, and with --no-images kept all the same', async () => {
    const files = { 'bai.htm': saved('<img src="bai_files\\cho.jpg">'), 'bai_files/cho.jpg': jpeg };
    expect((await importAll(files, ['bai.htm'])).article).toContain(printed(jpeg));
    const { folder, article, images } = await importAll(files, ['bai.htm'], false);
    expect(article).not.toContain('src=');
    expect(images).toEqual([]);
    expect(await recordsIn(folder)).toContain('"mime":"image/jpeg"');
  });

  test.each([
    '../ngoai.jpg',
    '..%2Fngoai.jpg',
    '../../etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    'bai_files/noi.jpg',
    'bai_files/..\\..\\ngoai.jpg',
    'bai_files/thu-muc.jpg',
  ])('never outside the folder that was named: %s', async (src) => {
    const folder = await newFolder({
      'luu/bai.html': saved(`<img src="${src}">`),
      'luu/bai_files/thu-muc.jpg/x': 'x',
      'ngoai.jpg': jpeg,
    });
    await symlink(join(folder, 'ngoai.jpg'), join(folder, 'luu/bai_files/noi.jpg'));
    const [outcome] = await importFiles(folder, ['luu/bai.html']);
    expect(outcome?.problems.map(({ code }) => code)).toContain('image-missing');
    await expect(access(join(folder, 'content/images'))).rejects.toThrow();
    expect(await recordsIn(folder)).not.toContain('image/jpeg');
  });

  const mhtml = (src: string, head: string): string =>
    [
      `Snapshot-Content-Location: ${address}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: 8bit',
      `Content-Location: ${address}`,
      '',
      page(`<img src="${src}">`),
      '--b1',
      'Content-Type: image/jpeg',
      'Content-Transfer-Encoding: base64',
      head,
      '',
      Buffer.from(jpeg).toString('base64').replace(/.{76}/g, '$&\r\n'),
      '--b1--',
      '',
    ].join('\r\n');

  test.each([
    ['MHTML, by its address', mhtml('cho.jpg', 'Content-Location: https://bao-cho.example/2019/cho.jpg')],
    ['MHTML, by its id', mhtml('cid:anh-1@mhtml', 'Content-ID: <anh-1@mhtml>')],
  ])('in %s', async (_, text) => {
    const { article, codes } = await importAll({ 'bai.mhtml': text });
    expect(article).toContain(printed(jpeg));
    expect(codes).toEqual([]);
  });

  test('in the page itself', async () => {
    const data = `data:image/png;base64,${Buffer.from(jpeg).toString('base64')}`;
    const { article } = await importAll({ 'bai.html': saved(`<img src="${data}">`) });
    expect(article).toContain(printed(jpeg));
  });
});
