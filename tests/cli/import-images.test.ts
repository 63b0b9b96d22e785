import { access, readFile, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { checkArchive } from '../../src/archive/check-archive-fs.ts';
import { openContentStore } from '../../src/archive/content-store-fs.ts';
import { openRunLog } from '../../src/archive/run-log-fs.ts';
import { readCaptures } from '../../src/capture/read-captures-fs.ts';
import { hashWarc } from '../../src/capture/read-records-fs.ts';
import { openImport } from '../../src/cli/import-session.ts';
import type { Problem } from '../../src/problem/problem.ts';
import { makeJpeg, readPicture } from '../unit/capture/make-image.ts';
import { marketPage, packed, recordOf, sha256, type RecordParts } from '../unit/capture/make-warc.ts';
import { addFiles, hashFiles, makeFolder, removeFolder, runKhobao } from './run-khobao.ts';

const folders: string[] = [];
const newFolder = async (files: Record<string, string | Uint8Array> = {}): Promise<string> => {
  const folder = await makeFolder(files);
  folders.push(folder);
  return folder;
};
afterAll(() => Promise.all(folders.map(removeFolder)));

const address = 'https://bao-cho.example/2019/phien.html';
const file = 'content/articles/bao-cho-example/2019/phien-cho-thu-1-o-vom.md';
const figure = (image: string, caption = 'Cổng chợ Vồm. Ảnh: AN'): string =>
  `</p><figure>${image}<figcaption>${caption}</figcaption></figure><p>`;
const page = (image: string, caption?: string): string => marketPage(1, figure(image, caption));

/** A picture of the web, in a record. */
const picture = (body: Uint8Array, more: RecordParts = {}): Buffer =>
  recordOf({ url: 'https://bao-cho.example/2019/cho.jpg', contentType: 'image/jpeg', body, ...more });

const nameOf = (bytes: Uint8Array, extension = 'jpg'): string =>
  `images/${sha256(bytes).slice(0, 2)}/${sha256(bytes)}.${extension}`;

interface Imported {
  readonly folder: string;
  readonly article: string;
  readonly codes: string[];
  readonly images: string[];
}

/** Imports files of a folder in this process. */
const importFiles = async (folder: string, names: readonly string[], images = true) => {
  const content = join(folder, 'content');
  const log = openRunLog(content, { act: 'import', at: '2026-01-01T00:00:00Z', by: null });
  const store = await openContentStore(content, undefined, log.onChange);
  const paths = names.map((name) => join(folder, name));
  const session = await openImport({ content, store, source: null, inputs: paths, images, readers: 0 });
  for await (const item of readCaptures(paths)) await session.take(item);
  const { outcomes } = await session.commit();
  await log.end({});
  return outcomes;
};

const importAll = async (
  files: Record<string, string | Uint8Array>,
  names: readonly string[] = Object.keys(files),
  images = true,
): Promise<Imported> => {
  const folder = await newFolder(files);
  const outcomes = await importFiles(folder, names, images);
  const written = Object.keys(await hashFiles(join(folder, 'content')));
  return {
    folder,
    article: await readFile(join(folder, file), 'utf8').catch(() => JSON.stringify(outcomes)),
    codes: outcomes
      .flatMap(({ problems }) => problems.map(({ code }) => code))
      .filter((code) => code.startsWith('image-')),
    images: written.filter((path) => path.startsWith('images/')),
  };
};

const check = async (folder: string): Promise<string[]> => {
  const codes: string[] = [];
  const tell = ({ code }: Problem): void => void codes.push(code);
  await checkArchive(join(folder, 'content'), { hashWarc, parseSynonyms: () => ({ problems: [] }), tell });
  return codes;
};

const printed = (bytes: Uint8Array, alt = ''): string =>
  `:::figure{src="${nameOf(bytes)}" alt${alt === '' ? '' : `="${alt}"`} width="320" height="180"}\nCổng chợ Vồm. Ảnh: :credit[AN]\n:::`;

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

describe('an archive with pictures', async () => {
  const jpeg = await makeJpeg('chợ');
  const warc = (body = page('<img src="cho.jpg">'), more: RecordParts = {}): Buffer =>
    packed(recordOf({ body, ...more }), picture(jpeg));

  test('is not changed by the same import, and is the same wherever it is made', async () => {
    const { folder } = await importAll({ 'a.warc.gz': warc() });
    const before = await hashFiles(join(folder, 'content'));
    expect((await importFiles(folder, ['a.warc.gz']))[0]).toMatchObject({ status: 'unchanged' });
    expect(await hashFiles(join(folder, 'content'))).toEqual(before);
    const other = await importAll({ 'a.warc.gz': warc() });
    const there = await hashFiles(join(other.folder, 'content'));
    for (const path of [file.replace('content/', ''), nameOf(jpeg)]) expect(there[path]).toBe(before[path]);
  });

  test('knows a text without its picture, and with it, as the same', async () => {
    const { folder } = await importAll({ 'a.warc.gz': warc() });
    await addFiles(folder, {
      'b.warc': recordOf({ body: `${page('<img src="cho.jpg">')}<!-- 2 -->`, date: '2020-01-01T00:00:00Z' }),
    });
    expect((await importFiles(folder, ['b.warc']))[0]).toMatchObject({ status: 'duplicate' });
    expect(await readFile(join(folder, file), 'utf8')).toContain(printed(jpeg));
  });

  test('gives a new version its picture, and takes the old one for no hand edit', async () => {
    const { folder } = await importAll({ 'a.warc.gz': warc() });
    const changed = page('<img src="cho.jpg">').replace('họp đến gần trưa', 'họp đến tận chiều');
    // Another charset of the same text: the log no longer knows the file, as in an archive that was copied without it.
    await removeFolder(join(folder, 'content/log'));
    await addFiles(folder, { 'b.warc.gz': warc(changed, { date: '2020-01-01T00:00:00Z' }) });
    const [line] = await importFiles(folder, ['b.warc.gz']);
    expect(line).toMatchObject({ status: 'newVersion', problems: [] });
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toContain(printed(jpeg));
    expect(text).toContain('tận chiều');
  });

  test('lets go of the pictures that a run brought when that is taken back', async () => {
    const { folder } = await importAll({ 'a.warc.gz': warc() });
    const before = await hashFiles(join(folder, 'content'));
    const second = await makeJpeg('phiên sau');
    const url = 'https://bao-cho.example/2019/phien-2.html';
    const body = marketPage(
      2,
      figure('<img src="cho.jpg">') + figure('<img src="sau.jpg">', 'Phiên sau. Ảnh: BÌNH'),
    );
    await addFiles(folder, {
      'b.warc.gz': packed(
        recordOf({ url, body }),
        picture(jpeg),
        picture(second, { url: 'https://bao-cho.example/2019/sau.jpg' }),
      ),
    });
    await importFiles(folder, ['b.warc.gz']);
    await access(join(folder, 'content', nameOf(second)));
    expect(await runKhobao(folder, ['undo'])).toMatchObject({ code: 0 });
    const after = await hashFiles(join(folder, 'content'));
    expect(Object.keys(after).filter((path) => !path.startsWith('log/'))).toEqual(
      Object.keys(before).filter((path) => !path.startsWith('log/')),
    );
  });

  test('tells of pictures that are gone, altered, or in no article', async () => {
    const { folder } = await importAll({ 'a.warc.gz': warc() });
    await addFiles(folder, { 'content/images/la.jpg': jpeg, [`content/${nameOf(jpeg)}`]: 'x' });
    expect((await check(folder)).sort()).toEqual(['image-altered', 'image-unused']);
    await removeFolder(join(folder, 'content/images'));
    expect(await check(folder)).toEqual(['image-file-missing']);
  });
});
