import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeJpeg, readPicture } from '../unit/capture/make-image.ts';
import { marketPage, packed, recordOf } from '../unit/capture/make-warc.ts';
import { hashFiles, runKhobao } from './run-khobao.ts';
import { useFolders } from './use-folders.ts';
import { check, file, nameOf, page, picture, printed, useImport } from './imported-pictures.ts';

const newFolder = useFolders();
const importAll = useImport();

describe('pictures of pages in WARCs', async () => {
  const jpeg = await makeJpeg('chợ');
  const html = page('<img src="cho.jpg" alt="Cổng chợ">');

  test.each([
    ['behind the page', { 'a.warc.gz': packed(recordOf({ body: html }), picture(jpeg)) }],
    ['before the page', { 'a.warc': Buffer.concat([picture(jpeg), recordOf({ body: html })]) }],
    [
      'in a WARC that comes later',
      { 'a.warc.gz': packed(recordOf({ body: html })), 'b.warc': picture(jpeg) },
    ],
    [
      'in a WARC that came before',
      { 'a.warc.gz': packed(picture(jpeg)), 'b.warc': recordOf({ body: html }) },
    ],
    [
      'in a WACZ',
      {
        'a.wacz': zipSync({
          'archive/data.warc.gz': [packed(recordOf({ body: html }), picture(jpeg)), { level: 0 }],
        }),
      },
    ],
    [
      'by a revisit of another address',
      {
        'a.warc': Buffer.concat([
          recordOf({ body: html }),
          picture(new Uint8Array(), {
            type: 'revisit',
            fields: {
              'WARC-Refers-To-Target-URI': 'https://anh.bao-cho.example/1.jpg',
              'WARC-Refers-To-Date': '2019-05-04T00:00:00Z',
            },
          }),
          picture(jpeg, { url: 'https://anh.bao-cho.example/1.jpg', date: '2019-05-04T00:00:00Z' }),
        ]),
      },
    ],
  ])('%s', async (_, files) => {
    const { folder, article, codes, images } = await importAll(files);
    expect(article).toContain(printed(jpeg, 'Cổng chợ'));
    expect(codes).toEqual([]);
    expect(images).toEqual([nameOf(jpeg)]);
    const captures = await readdir(join(folder, 'content/captures'));
    expect(captures.filter((name) => !name.endsWith('.cdxj')).length).toBe(Object.keys(files).length);
    expect(await check(folder)).toEqual([]);
  });

  test('at the instant nearest to the page', async () => {
    const other = await makeJpeg('khác');
    const { article } = await importAll({
      'a.warc': Buffer.concat([
        picture(other, { date: '2012-01-01T00:00:00Z' }),
        recordOf({ body: html }),
        picture(jpeg, { date: '2019-05-06T00:00:00Z' }),
        picture(other, { date: '2024-01-01T00:00:00Z' }),
      ]),
    });
    expect(article).toContain(nameOf(jpeg));
  });

  test.each([
    ['data-src', '<img src="/dot.gif" data-src="/2019/cho.jpg">'],
    ['srcset', '<img src="dot.gif" srcset="nho.jpg 320w, cho.jpg 1280w">'],
    ['a picture with sources', '<picture><source srcset="khac.avif"><img src="cho.jpg"></picture>'],
    ['an address of http', '<img src="http://bao-cho.example/2019/cho.jpg#x">'],
    [
      'noscript',
      '<img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><noscript><img src="cho.jpg"></noscript>',
    ],
  ])('named by %s', async (_, image) => {
    const dot = await readPicture('dot.gif');
    const records = [
      recordOf({ body: page(image) }),
      picture(jpeg),
      picture(dot, { url: 'https://bao-cho.example/dot.gif', contentType: 'image/gif' }),
    ];
    const { article, codes } = await importAll({ 'a.warc': Buffer.concat(records) });
    expect(article).toContain(nameOf(jpeg));
    expect(codes).toEqual([]);
  });

  test('relative to the base of the page', async () => {
    const body = page('<img src="cho.jpg">').replace('<head>', '<head><base href="/anh/">');
    const { article } = await importAll({
      'a.warc': Buffer.concat([
        recordOf({ body }),
        picture(jpeg, { url: 'https://bao-cho.example/anh/cho.jpg' }),
      ]),
    });
    expect(article).toContain(nameOf(jpeg));
  });

  test('without a caption stand in the text by themselves, ornaments and doors left out', async () => {
    const dot = await readPicture('dot.gif');
    const body = marketPage(
      1,
      '</p><p><img src="cho.jpg"></p><p><img src="dot.gif"></p><p><a href="https://qc.example/"><img src="cho.jpg"></a>',
    );
    const { article, codes } = await importAll({
      'a.warc': Buffer.concat([
        recordOf({ body }),
        picture(jpeg),
        picture(dot, { url: 'https://bao-cho.example/2019/dot.gif' }),
      ]),
    });
    expect(article.match(/:::figure\{/g)).toHaveLength(1);
    expect(article).toContain(`:::figure{src="${nameOf(jpeg)}" alt width="320" height="180"}\n:::\n`);
    expect(codes).toEqual([]);
  });
});

describe('pictures that are not taken', async () => {
  const jpeg = await makeJpeg('chợ');
  const png = await readPicture('hill.png');
  const bomb = png.slice();
  new DataView(bomb.buffer).setUint32(16, 60_000);
  new DataView(bomb.buffer).setUint32(20, 60_000);
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><script>1</script></svg>',
  );

  test.each([
    ['missing', 'image-missing', null],
    ['of one pixel', 'image-missing', await readPicture('dot.gif')],
    ['SVG under the name of a JPEG', 'image-form', svg],
    ['an error page', 'image-form', Buffer.from('<html><body>404</body></html>')],
    ['cut short', 'image-cut', jpeg.subarray(0, 1500)],
    ['of too many pixels', 'image-too-large', bomb],
  ])('%s: the caption stands, and one note tells it', async (_, code, bytes) => {
    const html = page('<img src="cho.jpg" alt="Cổng chợ">');
    const records = [recordOf({ body: html }), ...(bytes === null ? [] : [picture(bytes)])];
    const { article, codes, images } = await importAll({ 'a.warc': Buffer.concat(records) });
    expect(article).toContain(':::figure{alt="Cổng chợ"}\nCổng chợ Vồm. Ảnh: :credit[AN]\n:::');
    expect(codes).toEqual([code]);
    expect(images).toEqual([]);
  });

  test('a figure without picture and caption is left out', async () => {
    const { article, codes } = await importAll({
      'a.warc': recordOf({ body: marketPage(1, '</p><figure><img src="cho.jpg"></figure><p>') }),
    });
    expect(article).not.toContain(':::figure');
    expect(codes).toEqual(['image-missing']);
  });

  test('with --no-images they stay in the captures alone', async () => {
    const warc = packed(recordOf({ body: page('<img src="cho.jpg">') }), picture(jpeg));
    const folder = await newFolder({ 'a.warc.gz': warc });
    expect(await runKhobao(folder, ['import', 'a.warc.gz', '--no-images'])).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, file), 'utf8')).toContain(':::figure\nCổng chợ Vồm.');
    const names = Object.keys(await hashFiles(join(folder, 'content')));
    expect(names.filter((name) => name.startsWith('images/'))).toEqual([]);
    const kept = names.find((name) => name.endsWith('.warc.gz')) ?? '';
    expect(await readFile(join(folder, 'content', kept))).toEqual(warc);
  });
});
