import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, makeTemporaryFolder } from '../site/build-site-fs.ts';
import { writeManyArticles } from '../site/many-articles-fs.ts';
import { launchBrowser } from './find-browser.ts';
import { serveFolder, type FolderServer } from './serve-folder.ts';

let folder = '';
let server: FolderServer;
let browser: Browser;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await writeManyArticles(join(folder, 'kho'));
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

const phone = { viewport: { width: 390, height: 844 } };

const open = async (path: string, options: BrowserContextOptions = {}, now?: string): Promise<Page> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  if (now !== undefined) await page.clock.setFixedTime(now);
  await page.goto(server.origin + path);
  return page;
};

/** A page of each way in, and of what is at its end. */
const ways = [
  ['home', '/'],
  ['a year', '/nam/2014/'],
  ['a month’s second page', '/en/nam/2014/11/trang-2/'],
  ['a source', '/nguon/tap-chi-nui/'],
  ['a document', '/en/van-ban/41-1994-qd-ubnd/'],
  ['bylines', '/tac-gia/'],
  ['the A to Z', '/a-z/'],
  ['a letter', '/en/a-z/t/trang-2/'],
  ['the days of the year', '/ngay/'],
  ['a month through the years', '/en/ngay/11/'],
] as const;

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  test.each(ways)('%s, on a phone, with its menu open', async (_, path) => {
    const page = await open(path, { ...phone, colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
    await page.evaluate(axe.source);
    const faults = async (): Promise<string[]> =>
      (await page.evaluate<AxeResults>('axe.run()')).violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
      );
    expect(await faults()).toEqual([]);
    await page.click('.menu-button');
    expect(await faults()).toEqual([]);
    await page.context().close();
  });
});

test.each(ways)('%s never scrolls sideways at 320 pixels, and nothing to press is small', async (_, path) => {
  const page = await open(path, { viewport: { width: 320, height: 640 } });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
  const small = await page.$$eval('main a, main button, header a, header button', (targets) =>
    targets
      .filter((target) => target.checkVisibility() && !target.classList.contains('skip'))
      .map((target) => ({ box: target.getBoundingClientRect(), told: target.outerHTML.slice(0, 120) }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ told }) => told),
  );
  expect(small).toEqual([]);
  await page.context().close();
});

describe.each([true, false])('the menu of a phone, with JavaScript: %s', (javaScriptEnabled) => {
  test('is one row until it is asked for, by finger or key, and goes with Escape', async () => {
    const page = await open('/nam/', { ...phone, javaScriptEnabled });
    const ways = page.getByRole('navigation', { name: 'Các lối vào kho' });
    expect(await ways.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Danh mục' }).click();
    expect(await ways.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await ways.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Danh mục' }).press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toMatch(/Năm/);
    await page.getByRole('link', { name: 'Nguồn', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/nguon/');
    await page.context().close();
  });
});

test('opening the menu moves nothing, and its ways are as large as a finger', async () => {
  const page = await open('/nam/', phone);
  const top = () => page.locator('h1').evaluate((heading) => heading.getBoundingClientRect().top);
  const before = await top();
  await page.click('.menu-button');
  expect(await top()).toBe(before);
  const heights = await page.$$eval('.ways a, .ways button, .menu-button', (targets) =>
    targets.map((target) => target.getBoundingClientRect().height),
  );
  expect(heights.length).toBe(11);
  expect(heights.filter((height) => height < 44)).toEqual([]);
  await page.getByRole('button', { name: 'Đóng' }).click();
  expect(await page.locator('.ways').isVisible()).toBe(false);
  await page.context().close();
});

test('on a phone the first result of a search is within the first screen', async () => {
  const page = await open('/tim/?q=cuộc họp', phone);
  const first = page.locator('[data-results] a').first();
  await first.waitFor();
  const box = await first.boundingBox();
  expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(844);
  await page.context().close();
});

test('without JavaScript a reader comes from the calendar to a day’s articles', async () => {
  const page = await open('/', { javaScriptEnabled: false });
  await page.getByRole('link', { name: 'Năm 2014: 251 bài' }).click();
  await page.getByRole('link', { name: 'Ngày 3: 120 bài' }).click();
  expect(new URL(page.url()).hash).toBe('#ngay-03');
  expect(await page.locator(':target').textContent()).toBe('thứ Hai, ngày 3');
  await page.goto(`${server.origin}/`);
  await page.getByRole('link', { name: 'Mở lịch 366 ngày' }).click();
  await page.getByRole('link', { name: 'Ngày 22 tháng 11: 31 bài' }).click();
  expect(await page.locator(':target').textContent()).toBe('Ngày 22 tháng 11');
  await page.context().close();
});

describe('on this day', () => {
  const picks = async (path: string, now: string): Promise<string[]> => {
    const page = await open(path, {}, now);
    await page.locator('[data-this-day] li').first().waitFor();
    const told = await page.$$eval('[data-this-day] :is(.day, .year, p a)', (parts) =>
      parts.map(({ textContent }) => textContent),
    );
    await page.context().close();
    return told;
  };

  test.each([
    ['/', '2026-11-21T17:00:00Z', ['Hôm nay, 22 tháng 11', '2025', '2015', '2005', '1995', 'Xem cả 31 bài']],
    [
      '/en/',
      '2026-11-22T16:59:00Z',
      ['Today, 22 November', '2025', '2015', '2005', '1995', 'See all 31 articles'],
    ],
    [
      '/',
      '2026-11-22T17:00:00Z',
      ['Ngày gần nhất có bài: 3 tháng 11', '2014', '2014', '2014', '2014', 'Xem cả 120 bài'],
    ],
  ] as const)('%s at %s, by the clock of Vietnam: %j', async (path, now, told) => {
    expect(await picks(path, now)).toEqual(told);
  });

  test('without its file the page keeps saying where the calendar is', async () => {
    const page = await (await browser.newContext()).newPage();
    const said: string[] = [];
    page.on('pageerror', (error) => said.push(error.message));
    await page.route('**/ngay-nay.json', (route) => route.abort());
    await page.goto(`${server.origin}/`, { waitUntil: 'networkidle' });
    expect(await page.locator('[data-this-day]').innerText()).toContain('Chọn một ngày');
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('leads to the day’s list', async () => {
    const page = await open('/en/', {}, '2026-11-22T05:00:00Z');
    await page.getByRole('link', { name: 'See all 31 articles' }).click();
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/en/ngay/11/trang-2/#ngay-22');
    await page.context().close();
  });
});

test('the home page does not move while it loads', async () => {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = { total: 0 };
    Object.assign(window, { shifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.total += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${server.origin}/`, { waitUntil: 'networkidle' });
  expect(await page.evaluate('window.shifts.total')).toBeLessThan(0.01);
  await context.close();
});
