import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { headersFor, readHeaderRules } from '../../src/cli/site-headers.ts';
import { buildSite, makeTemporaryFolder } from '../site/build-site-fs.ts';
import { launchBrowser } from './find-browser.ts';
import { writeSearchArchive } from './search-archive-fs.ts';
import { answered, axeFaults, shownIn, textsOf } from './search-site.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

const base = '/kho/';
const article = 'bai/bao-song/2014/dang-uy/';

let folder = '';
let server: FolderServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await writeSearchArchive(join(folder, 'kho'));
  const { code, said } = await buildSite(join(folder, 'kho'), join(folder, 'trang', base), {
    KHOBAO_BASE: base,
  });
  expect(code, said).toBe(0);
  // As a host that sends what the site asks for: its policy holds for workers, too.
  const rules = await readHeaderRules(join(folder, 'trang', base));
  expect(rules.length).toBeGreaterThan(0);
  server = await serveFolder(join(folder, 'trang'), (path) => headersFor(rules, path));
  browser = await launchBrowser();
});

afterAll(async () => {
  expect(faults).toEqual([]);
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const newPage = async (): Promise<void> => {
  context = await browser.newContext({ reducedMotion: 'reduce' });
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security.Policy|Trusted/i.test(message.text())) faults.push(message.text());
  });
};

const goTo = (path: string): Promise<unknown> => page.goto(`${server.origin}${base}${path}`);

/** What is kept, by part: addresses below the base. */
const keptPaths = (part: string): Promise<string[]> =>
  page.evaluate(
    async ([name, root]) => {
      if (!(await caches.has(name))) return [];
      return [...(await (await caches.open(name)).keys())].map(({ url }) => url.slice(root.length));
    },
    [`khobao ${base} ${part}`, `${server.origin}${base}`] as const,
  );

const waitUntilKept = async (part: string, path: string): Promise<void> => {
  await page.waitForFunction(
    async ([name, address]) =>
      (await caches.has(name)) &&
      [...(await (await caches.open(name)).keys())].some(({ url }) => url.startsWith(address)),
    [`khobao ${base} ${part}`, `${server.origin}${base}${path}`] as const,
  );
};

const turnOn = async (): Promise<void> => {
  await goTo('ngoai-mang/');
  await page.click('[data-turn="on"]');
  await page.waitForSelector('[data-turn="off"]:not([hidden])');
};

const stateOf = async (): Promise<string> => (await textsOf(page, '[data-state]')).join('');

const stands = async (): Promise<{ store: string[]; workers: number }> =>
  page.evaluate(async () => ({
    store: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

describe('a reader who asks for nothing', () => {
  test('has nothing kept, whatever they read', async () => {
    await newPage();
    await goTo(article);
    await goTo('tim/?q=chợ phiên');
    await answered(page);
    await goTo('ngoai-mang/');
    await page.waitForSelector('[data-turn="on"]:not([hidden])');
    expect(await stateOf()).toBe('Chưa bật: trình duyệt không giữ gì của kho.');
    expect(await stands()).toEqual({ store: [], workers: 0 });
    await context.close();
  });

  test('is told what to do without JavaScript', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const without = await plain.newPage();
    await without.goto(`${server.origin}${base}en/ngoai-mang/`);
    expect(await textsOf(without, 'noscript')).toEqual([expect.stringContaining('This needs JavaScript')]);
    expect(await without.isVisible('[data-turn="on"]')).toBe(false);
    await plain.close();
  });
});

describe('a reader who asks for it', () => {
  beforeEach(async () => {
    await newPage();
    await turnOn();
    return () => context.close();
  });

  test('reads and searches again without a network what they read and searched with one', async () => {
    await goTo(article);
    await waitUntilKept('pages', article);
    await goTo('tim/?q=chợ phiên');
    await answered(page);
    const shown = await shownIn(page);
    expect(shown.length).toBeGreaterThan(0);
    await waitUntilKept('search', 'search/shard/');
    await goTo('tim/?q="đảng ủy"');
    await answered(page);
    const phrase = await shownIn(page);
    await page.waitForLoadState('networkidle');

    await context.setOffline(true);
    await goTo(article);
    expect(await textsOf(page, 'h1')).toEqual(['Đảng ủy xã bàn việc làm đường']);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Be Vietnam Pro');
    expect(await page.evaluate(() => document.fonts.check('16px "Be Vietnam Pro"'))).toBe(true);
    await goTo('tim/?q=chợ phiên');
    await answered(page);
    expect(await shownIn(page)).toEqual(shown);
    await goTo('tim/?q="đảng ủy"');
    await answered(page);
    expect(await shownIn(page)).toEqual(phrase);
  });

  test('is told of a page that is not kept, in the language of its address', async () => {
    await context.setOffline(true);
    await goTo('bai/tap-chi-nui/2011/cho-phien/');
    expect(await page.isVisible('[data-stand-in]')).toBe(true);
    expect(await page.getAttribute('[data-stand-in] a', 'href')).toContain('tap-chi-nui/2011');
    await goTo('en/nam/2011/');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await textsOf(page, '[data-stand-in] p')).toContain(
      'There is no network now, and the page that you opened is not kept on this device.',
    );
    await goTo('ngoai-mang/');
    expect(await page.isVisible('[data-stand-in]')).toBe(false);
  });

  test('sees how much is kept, and which articles', async () => {
    await goTo(article);
    await waitUntilKept('pages', article);
    await goTo('ngoai-mang/');
    await page.waitForSelector('[data-kept] li');
    expect(await stateOf()).toMatch(/^Đã bật\. Đang giữ \d+ trang, .* là [\d,]+ kB\.$/);
    expect(await textsOf(page, '[data-kept] li')).toEqual(['Đảng ủy xã bàn việc làm đường']);
    expect(await page.getAttribute('[data-kept] a', 'href')).toBe(base + article);
  });

  test('empties it, and goes on keeping', async () => {
    await goTo(article);
    await waitUntilKept('pages', article);
    await goTo('ngoai-mang/');
    await page.waitForSelector('[data-kept] li');
    await page.click('[data-turn="empty"]');
    await page.waitForSelector('[data-kept][hidden]', { state: 'attached' });
    expect(await stateOf()).toContain('Đã xóa.');
    expect(await keptPaths('pages')).toEqual([]);
    expect(await keptPaths('files')).toEqual([]);
    await goTo(article);
    await waitUntilKept('pages', article);
  });

  test('turns it off: all is gone, and nothing is kept any more', async () => {
    await goTo(article);
    await waitUntilKept('pages', article);
    await goTo('ngoai-mang/');
    await page.waitForSelector('[data-kept] li');
    await page.click('[data-turn="off"]');
    await page.waitForSelector('[data-turn="on"]:not([hidden])');
    expect(await stateOf()).toBe('Đã tắt và xóa hết những gì đã giữ.');
    // The worker that this page still has keeps nothing either.
    await page.evaluate((path) => fetch(path), `${base}search/index.json`);
    expect((await stands()).store).toEqual([]);
    await goTo(article);
    expect(await stands()).toEqual({ store: [], workers: 0 });
    await context.setOffline(true);
    await expect(goTo(article)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  });

  test('reads the newer page while there is a network, and later too', async () => {
    const path = 'bai/bao-song/2016/dang-lam/';
    const file = join(folder, 'trang', base, path, 'index.html');
    await goTo(path);
    await waitUntilKept('pages', path);
    await writeFile(file, '<!doctype html><html lang="vi"><title>Mới</title><h1>Trang mới</h1>');
    await goTo(path);
    expect(await textsOf(page, 'h1')).toEqual(['Trang mới']);
    await page.waitForFunction(
      async ([name, address]) => {
        const kept = await (await caches.open(name)).match(address);
        return (await kept?.text())?.includes('Trang mới');
      },
      [`khobao ${base} pages`, `${server.origin}${base}${path}`] as const,
    );
    await rm(file);
    await goTo(path);
    await page.waitForFunction(
      async ([name, address]) => (await (await caches.open(name)).match(address)) === undefined,
      [`khobao ${base} pages`, `${server.origin}${base}${path}`] as const,
    );
  });

  test('keeps no article that was withdrawn, even if they never open it again', async () => {
    const path = 'bai/tap-chi-nui/2005/ban-tin/';
    await goTo(path);
    await waitUntilKept('pages', path);
    await writeFile(join(folder, 'trang', base, 'bai-da-rut.txt'), 'tap-chi-nui/2005/ban-tin\n');
    // A worker that starts anew compares at once; one that goes on, within the hour.
    const session = await context.browser()?.newBrowserCDPSession();
    const targets = (await session?.send('Target.getTargets'))?.targetInfos ?? [];
    for (const { type, targetId } of targets) {
      if (type === 'service_worker') await session?.send('Target.closeTarget', { targetId });
    }
    await goTo(article);
    await page.waitForFunction(
      async ([name, address]) => (await (await caches.open(name)).match(address)) === undefined,
      [`khobao ${base} pages`, `${server.origin}${base}${path}`] as const,
    );
  });
});

test('the page has nothing that axe finds wrong, on or off', async () => {
  const open = await browser.newContext({ bypassCSP: true, serviceWorkers: 'allow' });
  page = await open.newPage();
  await goTo('ngoai-mang/');
  await page.waitForSelector('[data-turn="on"]:not([hidden])');
  expect(await axeFaults(page)).toEqual([]);
  await turnOn();
  expect(await axeFaults(page)).toEqual([]);
  await open.close();
});
