import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, makeTemporaryFolder } from '../site/build-site-fs.ts';
import { makeSnapshot } from '../site/make-snapshot.ts';
import { writeTinyArchive } from '../site/tiny-archive-fs.ts';
import { launchBrowser } from './find-browser.ts';
import { serveFolder, type FolderServer } from './serve-folder.ts';

const snapshot = makeSnapshot('2026-10-01', {
  previous: { date: '2026-09-01', sha256: 'd'.repeat(64) },
  changes: { added: ['bao-x/2022/cho-phien-vung-cao', 'cong-y/2020/chu-dai'], removed: ['cong-y/2001/mat'] },
});

let folder = '';
let server: FolderServer;
let browser: Browser;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await writeTinyArchive(join(folder, 'kho'));
  await mkdir(join(folder, 'kho/snapshots'));
  await writeFile(join(folder, 'kho/snapshots/2026-10-01.json'), JSON.stringify(snapshot));
  const { code, said } = await buildSite(join(folder, 'kho'), join(folder, 'trang'));
  expect(code, said).toBe(0);
  server = await serveFolder(join(folder, 'trang'));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A page of each kind. */
const kinds = [
  ['home', '/'],
  ['home in English', '/en/'],
  ['an article', '/bai/bao-x/2022/cho-phien-vung-cao/'],
  ['an article with a supplied title', '/bai/bao-x/2022/khong-co-tieu-de/'],
  ['a hostile article', '/bai/bao-x/2023/doc-hai/'],
  ['an article with a title of 600 characters and a word of 300', '/bai/cong-y/2020/chu-dai/'],
  ['an article in English', '/bai/cong-y/undated/khong-ro-ngay/'],
  ['an article of two versions', '/bai/bao-x/2021/ban-moi/'],
  ['a former version', '/bai/bao-x/2021/ban-moi/phien-ban-1/'],
  ['a withdrawal', '/bai/bao-x/2019/bai-da-rut/'],
  ['sources', '/nguon/'],
  ['a source', '/nguon/bao-x/'],
  ['years', '/nam/'],
  ['a year', '/nam/2022/'],
  ['a month', '/en/nam/2022/02/'],
  ['documents', '/van-ban/'],
  ['a document', '/van-ban/12-2021-qd-ubnd/'],
  ['authors', '/en/tac-gia/'],
  ['undated articles', '/khong-ro-ngay/'],
  ['withdrawn articles', '/da-rut/'],
  ['snapshots', '/phat-hanh/'],
  ['a snapshot', '/en/phat-hanh/2026-10-01/'],
  ['about', '/gioi-thieu/'],
  ['a missing page', '/khong-co/'],
] as const;

const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(server.origin + path);
  return page;
};

const faultsOf = (results: AxeResults): string[] =>
  results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  test.each(kinds)('%s', async (_, path) => {
    // axe comes into the page as a script, which the page's own policy forbids.
    const page = await open(path, { colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
    await page.evaluate(axe.source);
    const results = await page.evaluate<AxeResults>('axe.run()');
    expect(faultsOf(results)).toEqual([]);
    await page.context().close();
  });
});

describe('at 320 pixels, and at 640 with letters twice their size', () => {
  test.each(kinds)('%s never scrolls sideways', async (_, path) => {
    const page = await open(path, { viewport: { width: 320, height: 640 } });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await overflow()).toBe(0);
    await page.context().close();
  });
});

test('no page asks anything of another origin, breaks its own policy or runs what an article says', async () => {
  const context = await browser.newContext();
  const said: string[] = [];
  for (const [, path] of kinds) {
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) said.push(`${path} asks ${request.url()}`);
    });
    page.on('console', (message) => {
      if (path !== '/khong-co/') said.push(`${path} says ${message.text()}`);
    });
    page.on('pageerror', (error) => said.push(`${path} throws ${error.message}`));
    page.on('dialog', (dialog) => {
      said.push(`${path} alerts ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(server.origin + path, { waitUntil: 'load' });
    await page.close();
  }
  expect(said).toEqual([]);
  await context.close();
});

test('without JavaScript a reader comes from the chart of years to an article and its document', async () => {
  const page = await open('/', { javaScriptEnabled: false });
  await page.getByRole('link', { name: 'Năm 2022: 2 bài' }).click();
  await page.getByRole('link', { name: 'Tháng 2: 2 bài' }).click();
  await page.getByRole('link', { name: 'Chợ phiên vùng cao' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Chợ phiên vùng cao');
  await page.getByRole('link', { name: '12/2021/QĐ-UBND' }).click();
  expect(await page.getByRole('link', { name: '[Về một con đường]' }).count()).toBe(1);
  await page.getByRole('link', { name: 'English' }).click();
  expect(new URL(page.url()).pathname).toBe('/en/van-ban/12-2021-qd-ubnd/');
  await page.context().close();
});

test('the first stop of the keyboard leads past the header', async () => {
  const page = await open('/nam/2022/');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('Đến nội dung chính');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung');
  await page.context().close();
});

test('both faces come from the archive itself, with their Vietnamese letters', async () => {
  const page = await open('/bai/bao-x/2022/cho-phien-vung-cao/');
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
  });
  expect(new Set(loaded.map((family) => family.replaceAll('"', '')))).toEqual(
    new Set(['Literata', 'Be Vietnam Pro']),
  );
  expect(loaded.length).toBe(8);
  await page.context().close();
});

test('a line of text holds 60 to 75 characters', async () => {
  const page = await open('/bai/bao-x/2022/cho-phien-vung-cao/', { viewport: { width: 1280, height: 800 } });
  const perLine = await page.evaluate(() => {
    const paragraph = document.querySelector('.text p');
    if (!(paragraph instanceof HTMLElement)) return 0;
    const sentence = 'Chợ họp mỗi tuần một phiên, người bản trên xuống, người bản dưới lên. ';
    paragraph.textContent = sentence.repeat(20);
    const lineHeightPx = parseFloat(getComputedStyle(paragraph).lineHeight);
    return (sentence.length * 20) / Math.round(paragraph.clientHeight / lineHeightPx);
  });
  expect(perLine).toBeGreaterThanOrEqual(60);
  expect(perLine).toBeLessThanOrEqual(75);
  await page.context().close();
});
