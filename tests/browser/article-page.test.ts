import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleSchema } from '../../src/article/article.ts';
import { printArticle } from '../../src/article/print-article.ts';
import { releasedCapturePath } from '../../src/article/snapshot-record.ts';
import { printWarcRecord } from '../../src/capture/write-warc.ts';
import { buildSite, makeTemporaryFolder } from '../site/build-site-fs.ts';
import { makeSnapshotHead } from '../site/make-snapshot.ts';
import { writeTinyArchive } from '../site/tiny-archive-fs.ts';
import { launchBrowser } from './find-browser.ts';
import { serveFolder, type FolderServer } from './serve-folder.ts';

const payload = new TextEncoder().encode('<!doctype html><p>Chợ phiên họp từ lúc trời chưa sáng.</p>');
const sha256 = createHash('sha256').update(payload).digest('hex');
const hashes = { same: sha256, different: 'd'.repeat(64), unread: 'e'.repeat(64), missing: 'f'.repeat(64) };

const id = 'bao-x/2022/nhieu-ban-chup';
const path = `/bai/${id}/`;
const article = articleSchema.parse({
  id,
  title: 'Bài nhiều bản chụp',
  titleSupplied: true,
  source: 'bao-x',
  publishedAt: '2022-03-01',
  citedDocuments: ['12/2021/QĐ-UBND'],
  captures: Object.values(hashes).map((hash, i) => ({
    sha256: hash,
    capturedAt: `2022-03-0${i + 2}T09:00:00+07:00`,
    url: null,
    mediaType: 'text/html',
    bytes: payload.length,
    file: 'captures/a.warc.gz',
    offset: i,
  })),
  body: ['Một', 'Hai', 'Ba'].flatMap((head) => [
    { type: 'heading' as const, level: 2 as const, text: `Mục ${head}` },
    { type: 'paragraph' as const, text: `Đoạn này theo 12/2021/QĐ-UBND. ${'Chợ họp đông. '.repeat(60)}` },
  ]),
});

let folder = '';
let warc: Uint8Array;
let server: FolderServer;
let browser: Browser;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  const [content, site] = [join(folder, 'kho'), join(folder, 'trang')];
  await writeTinyArchive(content);
  await writeFile(join(content, `articles/${id}.md`), printArticle(article));
  await writeFile(join(folder, 'head.json'), JSON.stringify(makeSnapshotHead('2026-11-22')));
  const { code, said } = await buildSite(content, site, { KHOBAO_SNAPSHOT: join(folder, 'head.json') });
  expect(code, said).toBe(0);
  warc = await printWarcRecord({
    input: 'a.html',
    record: null,
    bytes: payload,
    sha256,
    capturedAt: '2022-03-02T09:00:00+07:00',
    capturedAtInferred: false,
    url: null,
    mediaType: 'text/html',
    charset: null,
  });
  const put = async (hash: string, bytes: Uint8Array): Promise<void> => {
    const file = join(site, releasedCapturePath(hash));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  };
  await put(hashes.same, warc);
  await put(hashes.different, warc);
  await put(hashes.unread, warc.subarray(0, 100));
  server = await serveFolder(site);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const open = async (at: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(server.origin + at);
  return page;
};

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const mayCopy = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('a capture is checked in the browser', () => {
  test.each([
    ['same', 'Khớp: nội dung bản chụp có đúng dấu SHA-256 đã ghi.'],
    ['different', `KHÔNG khớp: nội dung bản chụp đã khác với dấu đã ghi. Dấu tính được: ${sha256}`],
    ['unread', 'Tải được tệp nhưng không đọc được: tệp hỏng, hoặc không phải là bản chụp.'],
    ['missing', 'Không tải được bản chụp. Có thể mạng đang đứt, hoặc máy chủ không còn giữ tệp này.'],
  ] as const)('%s', async (kind, words) => {
    const page = await open(path);
    await page.route(`**/${hashes.missing}.warc.gz`, (route) => route.fulfill({ status: 404 }));
    const check = page.locator(`[data-check="${hashes[kind]}"]`);
    await check.locator('summary').click();
    await check.locator('[data-check-now]').click();
    const status = check.locator('[data-outcome]:not([data-outcome="running"])');
    await status.waitFor();
    expect(await status.textContent()).toBe(words);
    expect(await check.locator('[data-check-now]').getAttribute('aria-disabled')).toBe(null);
    await page.context().close();
  });

  test.each(['application/gzip', 'application/warc'])(
    'whether a host gives it as it lies or unpacked, %s',
    async (type) => {
      const page = await open(path);
      const body = Buffer.from(type === 'application/gzip' ? warc : gunzipSync(warc));
      await page.route(`**/${sha256}.warc.gz`, (route) => route.fulfill({ contentType: type, body }));
      const check = page.locator(`[data-check="${sha256}"]`);
      await check.locator('summary').click();
      await check.locator('[data-check-now]').click();
      await check.locator('[data-outcome="same"]').waitFor();
      await page.context().close();
    },
  );

  test('without JavaScript by a command, which the page tells', async () => {
    const page = await open(path, { javaScriptEnabled: false });
    const check = page.locator(`[data-check="${sha256}"]`);
    await check.locator('summary').click();
    expect(await check.locator('button').isVisible()).toBe(false);
    expect(await check.locator('pre').textContent()).toBe(
      `gzip -dc ${sha256}.warc.gz | tail -c ${payload.length + 4} | head -c ${payload.length} | sha256sum`,
    );
    await page.context().close();
  });
});

describe('a citation is copied', () => {
  const citeOf = async (page: Page) => {
    const cite = page.locator('[data-cite]');
    await cite.locator('summary').click();
    await cite.locator('[data-copy]').nth(2).click();
    await cite.locator('[data-copy-status]:not(:empty)').waitFor();
    return cite;
  };

  test('to the clipboard', async () => {
    const page = await open(path, mayCopy);
    const cite = await citeOf(page);
    expect(await cite.locator('[data-copy-status]').textContent()).toBe('Đã chép.');
    expect(await clipboard(page)).toBe(await cite.locator('pre').nth(2).textContent());
    expect(await clipboard(page)).toMatch(/^@article\{/);
    await page.context().close();
  });

  test('or selected, where the browser does not allow it', async () => {
    const page = await open(path);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    const cite = await citeOf(page);
    expect(await cite.locator('[data-copy-status]').textContent()).toContain('Ctrl+C');
    expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^@article\{/);
    await page.context().close();
  });
});

test('a paragraph’s link copies its address without the query, by keyboard', async () => {
  const page = await open(`${path}?q=chợ`, mayCopy);
  await page.locator('#doan-2 .to-paragraph').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-paragraph-status]:not(:empty)').waitFor();
  expect(await clipboard(page)).toBe(`${server.origin}${path}#doan-2`);
  await page.context().close();
});

test('a search marks words, linked documents too, and nothing that is not the article’s', async () => {
  const page = await open(`${path}?q="12/2021/QĐ-UBND"`);
  expect(await page.locator('[data-article-text] .document mark').count()).toBe(3);
  await page.goto(`${server.origin}${path}?q=thủ thư`);
  expect(await page.locator('mark').count()).toBe(0);
  await page.context().close();
});

test('the size of the text is kept for other articles, and can be taken back', async () => {
  const page = await open(path);
  const sizePx = (): Promise<number> =>
    page
      .locator('.text p')
      .first()
      .evaluate((paragraph) => parseFloat(getComputedStyle(paragraph).fontSize));
  const medium = await sizePx();
  await page.getByRole('radio', { name: 'lớn' }).check();
  const large = await sizePx();
  expect(large).toBeGreaterThan(medium);
  await page.goto(`${server.origin}/bai/cong-y/1998/nam-xua/`);
  expect(await page.getByRole('radio', { name: 'lớn' }).isChecked()).toBe(true);
  expect(await sizePx()).toBe(large);
  await page.getByRole('radio', { name: 'vừa' }).check();
  expect(await sizePx()).toBe(medium);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.context().close();
});

test('brackets tell their reason to pointer and keyboard, until Escape', async () => {
  const page = await open(path);
  const reason = page.getByRole('tooltip');
  expect(await reason.isVisible()).toBe(false);
  await page.locator('h1').hover();
  expect(await reason.isVisible()).toBe(true);
  await page.mouse.move(0, 0);
  await page.locator('h1 [tabindex]').focus();
  expect(await reason.textContent()).toContain('do thủ thư đặt');
  expect(await reason.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await reason.isVisible()).toBe(false);
  await page.context().close();
});

test.each([
  ['light', path],
  ['dark', path],
  ['light', '/bai/bao-x/2021/ban-moi/'],
  ['dark', '/bai/bao-x/2021/ban-moi/'],
] as const)('axe finds nothing with all opened, %s, %s', async (colorScheme, at) => {
  const page = await open(at, { colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
  for (const details of await page.locator('main details').all()) {
    await details.evaluate((element) => {
      element.setAttribute('open', '');
    });
  }
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  expect(violations.flatMap(({ id: rule, nodes }) => nodes.map(({ html }) => `${rule}: ${html}`))).toEqual(
    [],
  );
  await page.context().close();
});

test('three cross-heads make a table of contents that leads to them', async () => {
  const page = await open(path);
  const contents = page.getByRole('navigation', { name: 'Trong bài' });
  expect(await contents.getByRole('link').allTextContents()).toEqual(['Mục Một', 'Mục Hai', 'Mục Ba']);
  await contents.getByRole('link', { name: 'Mục Ba' }).click();
  expect(await page.evaluate(() => document.querySelector(':target')?.textContent)).toBe('Mục Ba');
  await page.context().close();
});

test.each([390, 1280])('no script moves anything as it comes, %i wide', async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  await context.route('**/*.woff2', (route) => route.abort());
  await context.addInitScript(() => {
    new PerformanceObserver((list) => {
      const shifts = list.getEntries() as (PerformanceEntry & { readonly value: number })[];
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      document.documentElement.dataset.shift = String(
        Number(document.documentElement.dataset.shift ?? 0) + sum,
      );
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const page = await context.newPage();
  await page.goto(server.origin + path, { waitUntil: 'networkidle' });
  await page.locator('[data-text-sizes]:not([hidden])').waitFor();
  expect(Number((await page.locator('html').getAttribute('data-shift')) ?? 0)).toBe(0);
  await context.close();
});
