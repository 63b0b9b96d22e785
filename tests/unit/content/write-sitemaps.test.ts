import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordSchema } from '../../../src/article/article.ts';
import { writeSitemaps } from '../../../src/content/write-sitemaps-fs.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khobao-sitemaps-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const article = (id: string, publishedAt: string) =>
  recordSchema.parse({ id, title: 'Bài', source: 'x', publishedAt });

const pages = [
  'nam/',
  'bai/x/2001/b/',
  'bai/x/2001/a/',
  'bai/x/2001/a/phien-ban-1/',
  'bai/x/2001/a/ban-chup.wlnk/',
  'bai/x/1999/da-rut/',
  'bai-moi.xml/',
  'en/ngoai-mang/',
  '404/',
  '',
];

test('as many sitemaps are written as their size asks for, the pages in one order', async () => {
  const shown = [article('x/2001/a', '2001-02-03'), article('x/2001/b', '2001')];
  const address = new URL('https://kho.example/kho/');
  await writeSitemaps({ pages, address, shown, former: [] }, folder, 3);
  expect((await readdir(folder)).sort()).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
  const texts = await Promise.all(
    ['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  const told = texts.map((text) =>
    [...text.matchAll(/<loc>https:\/\/kho\.example\/kho\/(.*?)<\/loc>/g)].map(([, path]) => path),
  );
  expect(told).toEqual([
    ['', 'bai/x/2001/a/', 'bai/x/2001/b/'],
    ['nam/'],
    ['sitemap-1.xml', 'sitemap-2.xml'],
  ]);
  expect(texts[2]?.match(/<lastmod>.*?<\/lastmod>/g)).toEqual([
    '<lastmod>2001-02-03T00:00:00+07:00</lastmod>',
  ]);
});

test('an archive without a page has an index without a sitemap', async () => {
  await writeSitemaps({ pages: [], address: new URL('https://kho.example/'), shown: [], former: [] }, folder);
  expect(await readdir(folder)).toEqual(['sitemap.xml']);
});
