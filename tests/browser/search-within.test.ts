import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addressOf, answered, shownIn, textsOf, useSearchSite } from './search-site.ts';

/** The archive is served below a base, as many hosts do. */
const base = '/kho/';
const site = useSearchSite(base);

const inputOf = (page: Page) => page.locator('main [data-search-input]');

describe('searching within an answer', () => {
  const chips = (page: Page): Promise<string[]> => textsOf(page, '[data-within] li');

  test('lists it, takes a further query, and each chip goes by itself', async () => {
    const page = await site.open('tim/?q=chợ phiên');
    await page.click('[data-within-add]');
    await answered(page);
    expect(addressOf(page)).toBe('?trong=chợ phiên');
    expect(await inputOf(page).inputValue()).toBe('');
    expect(await inputOf(page).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await textsOf(page, '[data-status]')).toEqual(['14 bài']);
    expect((await shownIn(page)).length).toBe(10);
    await page.keyboard.type('2014');
    await answered(page);
    expect(addressOf(page)).toBe('?q=2014&trong=chợ phiên');
    expect(await shownIn(page)).toEqual(['folded bao-song/2014/cho-phien']);
    expect(await page.locator('[data-within-add]').isVisible()).toBe(false);
    expect(await page.title()).toBe('chợ phiên › 2014 – Tìm bài · Kho tìm thử');
    await inputOf(page).fill('báo OR bản');
    await answered(page);
    await page.click('[data-within-add]');
    await answered(page);
    expect(await chips(page)).toEqual(['báo OR bản×', 'chợ phiên×']);
    await page.click('[data-within] li button >> nth=1');
    await answered(page);
    expect(await chips(page)).toEqual(['báo OR bản×']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('báo OR bản×');
    await page.click('[data-within-whole]');
    await page.waitForSelector('[data-prompt]:not([hidden])');
    expect(addressOf(page)).toBe('');
    expect(await page.locator('[data-within]').isVisible()).toBe(false);
    await page.context().close();
  });

  test('Back leads out of it step by step, a shared address into it', async () => {
    const page = await site.open('tim/?q=chợ phiên');
    await page.click('[data-within-add]');
    await answered(page);
    await page.keyboard.type('2014');
    await answered(page);
    const shared = page.url();
    await page.goBack();
    await answered(page);
    expect([addressOf(page), (await shownIn(page)).length]).toEqual(['?trong=chợ phiên', 10]);
    await page.goBack();
    await answered(page);
    expect(addressOf(page)).toBe('?q=chợ phiên');
    expect(await inputOf(page).inputValue()).toBe('chợ phiên');
    expect(await page.locator('[data-within]').isVisible()).toBe(false);
    await page.goto(shared);
    await answered(page);
    expect(await shownIn(page)).toEqual(['folded bao-song/2014/cho-phien']);
    expect(await chips(page)).toEqual(['chợ phiên×']);
    await page.context().close();
  });

  test('finds only what is in it, and says where nothing is', async () => {
    const page = await site.open('tim/?q=lũ lụt&trong=chợ phiên');
    expect(await shownIn(page)).toEqual([]);
    expect(await textsOf(page, '[data-notice] h2')).toEqual([
      'Không có bài nào khớp với “lũ lụt” trong phạm vi đang lọc.',
    ]);
    await page.click('[data-within-whole]');
    await answered(page);
    expect(await shownIn(page)).toEqual(['exact tap-chi-nui/undated/lu-lut']);
    await page.context().close();
  });

  test('keeps the query as it was read', async () => {
    const page = await site.open('tim/?q=chowj phieen');
    expect(await textsOf(page, '[data-reading]')).toHaveLength(1);
    await page.click('[data-within-add]');
    await answered(page);
    expect(addressOf(page)).toBe('?trong=chợ phiên');
    await page.context().close();
  });

  test('is not on offer where the page shows more than the query alone finds', async () => {
    const page = await site.open('tim/?q=chợ phiên&muc-khop=tat-ca');
    expect(await page.locator('[data-within-add]').isVisible()).toBe(false);
    await page.context().close();
  });
});
