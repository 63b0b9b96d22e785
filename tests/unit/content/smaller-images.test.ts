import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleSchema, type Article } from '../../../src/article/article.ts';
import { copyImages } from '../../../src/content/copy-images-fs.ts';
import { readImageSize } from '../../../src/content/read-images-fs.ts';
import { smallerImages } from '../../../src/content/smaller-images.ts';

const hash = 'ab'.padEnd(64, '0');

test.each([
  [`images/ab/${hash}.jpg`, 2000, [800, 1280]],
  [`images/ab/${hash}.png`, 1600, [800, 1280]],
  [`images/ab/${hash}.webp`, 1000, [800]],
  [`images/ab/${hash}.jpg`, 900, []],
  [`images/ab/${hash}.gif`, 2000, []],
  ['images/cho.jpg', 2000, []],
])('%s, %i pixels wide, is made in widths of %j', (src, width, widths) => {
  expect(smallerImages(src, width).map((one) => one.width)).toEqual(widths);
});

test('a smaller picture stands beside the picture', () => {
  expect(smallerImages(`images/ab/${hash}.jpg`, 1000)).toEqual([
    { src: `images/ab/${hash}-800.jpg`, width: 800 },
  ]);
});

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A picture in grey that does not pack well. */
const toPng = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  let noise = 1;
  for (let i = 0; i < rows.length; i += 1) {
    noise = (noise * 48_271) % 2_147_483_647;
    rows[i] = i % (width + 1) === 0 ? 0 : noise & 255;
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const nameOf = (bytes: Uint8Array): string => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return `images/${sha256.slice(0, 2)}/${sha256}.png`;
};

const articleWith = (...srcs: string[]): Article =>
  articleSchema.parse({
    id: 'bao-x/2022/a',
    source: 'bao-x',
    title: 'Chợ',
    body: srcs.map((src) => ({ type: 'figure', image: { src, alt: '' }, text: '', credit: null })),
  });

const told: string[] = [];
const logger = Object.fromEntries(
  ['info', 'warn', 'error', 'debug'].map((level) => [level, (line: string) => told.push(line)]),
) as unknown as Parameters<typeof copyImages>[3]['logger'];
const setting = {
  config: { service: { entrypoint: '', config: {} } } as unknown as Parameters<
    typeof copyImages
  >[3]['config'],
  logger,
};

let folder = '';
const [large, small] = [toPng(1600, 40), toPng(500, 40)];

const put = async (file: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), bytes);
};

const namesIn = async (out: string): Promise<string[]> =>
  (await readdir(join(folder, out), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, out).length + 1))
    .sort();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khobao-images-'));
  for (const bytes of [large, small]) await put(join('kho', nameOf(bytes)), bytes);
  await put('kho/images/cho.png', large);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const atWidth = (width: number): string => nameOf(large).replace('.png', `-${String(width)}.png`);

test('large pictures are copied with their smaller sizes, each once', async () => {
  const article = articleWith(
    nameOf(large),
    nameOf(small),
    'images/cho.png',
    'images/mat.png',
    nameOf(large),
  );
  await copyImages([article, article], join(folder, 'kho'), join(folder, 'mot'), setting);
  expect(await namesIn('mot')).toEqual(
    [nameOf(large), nameOf(small), 'images/cho.png', atWidth(800), atWidth(1280)].sort(),
  );
  expect(await readImageSize(join(folder, 'mot'), atWidth(800))).toMatchObject({ width: 800, height: 20 });
  expect((await readFile(join(folder, 'mot', atWidth(800)))).length).toBeLessThan(large.length);
});

test('what a site before had is taken over', async () => {
  await put(join('truoc', atWidth(800)), Buffer.from('as it was'));
  await copyImages(
    [articleWith(nameOf(large))],
    join(folder, 'kho'),
    join(folder, 'hai'),
    setting,
    join(folder, 'truoc'),
  );
  expect(await readFile(join(folder, 'hai', atWidth(800)), 'utf8')).toBe('as it was');
  expect(await namesIn('hai')).toEqual([nameOf(large), atWidth(800), atWidth(1280)].sort());
});

test('a picture that can not be made smaller stands there as it is', async () => {
  const broken = Buffer.from(large.subarray(0, 33));
  await put(join('kho', nameOf(broken)), broken);
  await copyImages([articleWith(nameOf(broken))], join(folder, 'kho'), join(folder, 'ba'), setting);
  for (const name of await namesIn('ba')) {
    expect((await readFile(join(folder, 'ba', name))).length).toBeGreaterThan(0);
  }
  expect((await namesIn('ba')).length).toBe(3);
});
