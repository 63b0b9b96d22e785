import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  addressOf,
  answered,
  ask,
  axeFaults,
  bringIndex,
  openStopped,
  shownIn,
  stopClock,
  textsOf,
  useSearchSite,
} from './search-site.ts';
import { boxOf, listOf, offered, type } from './completion-list.ts';

const site = useSearchSite('/');

/** Stands in for the real index: finds nothing, and completes when the test says so. */
const heldIndex = `
  const waiting = new Map();
  globalThis.completeText = (text) => { waiting.get(text)?.([text + ' một', text + ' hai']); };
  globalThis.textsToComplete = () => [...waiting.keys()];
  export const openSearch = async () => ({
    search: async ({ query }) => ({
      query, total: 0, tiers: [], help: null, unread: [], narrow: [], ms: 0, transfer: { requests: 0, bytes: 0 },
      facets: { year: {}, month: {}, source: {}, section: {}, place: {}, document: {}, author: {} }, results: [],
    }),
    complete: (text) => new Promise((resolve) => { waiting.set(text, resolve); }),
    years: () => ({}),
  });
`;

test('later typing wins over completions of an earlier text, and what no longer fits goes at once', async () => {
  const page = await site.newPage();
  await bringIndex(page, heldIndex);
  await page.goto(`${site.origin}/tim/`);
  const asked = (text: string) =>
    page.waitForFunction((one) => globalThis.textsToComplete?.().includes(one) === true, text);
  const complete = (text: string) => page.evaluate((one) => globalThis.completeText?.(one), text);
  await boxOf(page).pressSequentially('ba');
  await asked('ba');
  await page.keyboard.type('n');
  await asked('ban');
  await complete('ban');
  await listOf(page).waitFor();
  await complete('ba');
  expect(await offered(page)).toEqual(['ban một', 'ban hai']);
  await page.keyboard.type(' h');
  expect(await offered(page)).toEqual(['ban hai']);
  await page.keyboard.type('o');
  expect(await listOf(page).isVisible()).toBe(false);
  await page.context().close();
});

test('on a phone an option is large enough for a finger, stays above the keyboard, and is taken by a tap', async () => {
  // A keyboard leaves the page less than half the screen.
  const page = await site.open('tim/', {
    viewport: { width: 390, height: 420 },
    hasTouch: true,
    isMobile: true,
  });
  await type(page, 'cho ph');
  const boxes = await page.$$eval('[data-completions] [role="option"]', (options) =>
    options.map((option) => option.getBoundingClientRect().height),
  );
  expect(Math.min(...boxes)).toBeGreaterThanOrEqual(44);
  expect(boxes.length).toBeLessThan(6);
  expect(await listOf(page).evaluate((list) => list.getBoundingClientRect().bottom <= innerHeight)).toBe(
    true,
  );
  await page.tap('[data-completions] [role="option"]:nth-child(2)');
  await answered(page);
  expect(addressOf(page)).toBe('?q=Chợ phiên năm 2010');
  expect(await listOf(page).isVisible()).toBe(false);
  await page.context().close();
});

describe('how to search', () => {
  test.each([true, false])(
    'is told below the box, with JavaScript (%s) or without',
    async (javaScriptEnabled) => {
      const page = await site.open('en/tim/', { javaScriptEnabled });
      const help = page.locator('.search-help');
      const example = help.getByText('"cầu thứ hai" lũ', { exact: true });
      expect(await example.isVisible()).toBe(false);
      await help.locator('summary').click();
      expect(await example.isVisible()).toBe(true);
      expect(await help.locator('h2').count()).toBe(9);
      await page.context().close();
    },
  );

  test('fits a narrow phone', async () => {
    const page = await site.open('tim/', { viewport: { width: 320, height: 700 }, bypassCSP: true });
    await page.click('.search-help summary');
    expect(await axeFaults(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    await page.context().close();
  });
});

describe('a wait', () => {
  test('is told of when it is long enough to notice, with how much has come', async () => {
    const page = await site.newPage();
    await stopClock(page);
    const held = Promise.withResolvers<undefined>();
    const reached = page.waitForRequest('**/search/shard/**');
    await page.route(/\/search\/(?!index\.json)/, async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(`${site.origin}/tim/?q=ch%E1%BB%A3`);
    await reached;
    const loading = page.locator('[data-loading]');
    await page.clock.runFor(299);
    expect(await loading.isVisible()).toBe(false);
    expect(await textsOf(page, '[data-status]')).toEqual(['']);
    await page.clock.runFor(1);
    expect(await loading.isVisible()).toBe(true);
    expect(await textsOf(page, '[data-status]')).toEqual(['Đang tải chỉ mục tìm kiếm…']);
    await page.locator('[data-loaded]:not(:empty)').waitFor();
    expect((await textsOf(page, '[data-loaded]')).join()).toMatch(/^Đã tải \d\/\d+ kB$/);
    expect(await page.getByRole('progressbar', { name: 'Đang tải chỉ mục tìm kiếm…' }).isVisible()).toBe(
      true,
    );
    // Figures that run are for the eye alone.
    expect(await page.locator('[role="status"] [data-loaded]').count()).toBe(0);
    held.resolve(undefined);
    await page.clock.resume();
    await answered(page);
    expect(await loading.isVisible()).toBe(false);
    expect(await textsOf(page, '[data-status]')).toEqual(['14 bài']);
    await page.context().close();
  });

  test('that ends in a failure leaves the reason alone', async () => {
    const page = await openStopped(site, 'tim/');
    await page.route('**/search/shard/**', (route) => route.abort('connectionfailed'));
    await boxOf(page).fill('chợ');
    await page.clock.resume();
    await page.locator('[data-failure]').waitFor();
    await page.clock.fastForward(5000);
    expect(await page.locator('[data-loading]').isVisible()).toBe(false);
    expect(await boxOf(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.context().close();
  });
});

describe('the focus is kept', () => {
  const focusIsOn = (page: Page, selector: string): Promise<unknown> =>
    page.waitForFunction((one) => document.activeElement?.matches(one), selector);

  test('by the status where a result is gone', async () => {
    const page = await site.open('tim/?q=lũ lụt');
    await ask(page, 'chợ phiên');
    await boxOf(page).press('ArrowDown');
    await focusIsOn(page, '[data-results] a');
    await page.goBack();
    await focusIsOn(page, '[data-status]');
    expect(await shownIn(page)).toContain('exact tap-chi-nui/undated/lu-lut');
    await page.context().close();
  });

  test.each([
    ['the box', false, '[data-search-input]'],
    ['the status, on a phone, whose keyboard would cover the answer', true, '[data-status]'],
  ])('by %s when it is tried again', async (_, hasTouch, selector) => {
    const page = await site.newPage({ hasTouch, isMobile: hasTouch, viewport: { width: 390, height: 700 } });
    await page.route('**/search/table/*', (route) => route.abort('connectionfailed'));
    await page.goto(`${site.origin}/tim/?q=ch%E1%BB%A3`);
    const retry = page.locator('[data-failure] button');
    await retry.focus();
    await page.unroute('**/search/table/*');
    await page.keyboard.press('Enter');
    await page.locator('[data-results] li').first().waitFor();
    await focusIsOn(page, selector);
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing with the list open, %s', (colorScheme) => {
  test.each([1280, 320])('%i wide', async (width) => {
    const page = await site.newPage({ colorScheme, bypassCSP: true, viewport: { width, height: 800 } });
    await page.goto(`${site.origin}/tim/`);
    await type(page, 'cho ph');
    await page.keyboard.press('ArrowDown');
    expect(await axeFaults(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    await page.context().close();
  });
});

declare global {
  var completeText: ((text: string) => void) | undefined;
  var textsToComplete: (() => string[]) | undefined;
}
