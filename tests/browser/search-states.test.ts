import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { answered, ask, axeFaults, useSearchSite } from './search-site.ts';

const site = useSearchSite('/kho/');

/** The page in each of its states. */
const states: [string, string, (page: Page) => Promise<void>][] = [
  ['nothing asked', 'tim/', () => Promise.resolve()],
  ['answers', 'tim/?q=chợ phiên', () => Promise.resolve()],
  ['answers by date', 'en/tim/?q=đang&sap-xep=moi-nhat', () => Promise.resolve()],
  [
    'filters open',
    'tim/?q=chợ phiên&tu=2014&den=2014',
    async (page) => {
      const toggle = page.locator('[data-filter-toggle]');
      if (await toggle.isVisible()) await toggle.click();
    },
  ],
  [
    'a date that is none',
    'tim/?q=chợ phiên',
    async (page) => {
      const toggle = page.locator('[data-filter-toggle]');
      if (await toggle.isVisible()) await toggle.click();
      await page.fill('[data-to]', '2014-13');
      await page.press('[data-to]', 'Enter');
    },
  ],
  ['nothing found', 'en/tim/?q=khongdau&nguon=bao-song', () => Promise.resolve()],
  [
    'no index',
    'tim/',
    async (page) => {
      await page.route('**/kho/search/**', (route) => route.fulfill({ status: 404, body: '' }));
      await ask(page, 'chợ');
    },
  ],
  ['markup and a word of 300 letters', 'tim/?q=gạo', () => Promise.resolve()],
  [
    'matches in an article',
    'bai/tap-chi-nui/undated/lu-lut/?q=lũ lụt',
    (page) => page.click('[data-mark-next]'),
  ],
];

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  test.each(states)('%s', async (_, path, reach) => {
    for (const width of [1280, 320]) {
      const page = await site.newPage({ colorScheme, bypassCSP: true, viewport: { width, height: 800 } });
      await page.goto(`${site.origin}/kho/${path}`);
      if (path.includes('tim/')) await answered(page);
      await reach(page);
      expect(await axeFaults(page)).toEqual([]);
      const sideways = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await sideways()).toBe(0);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      if (width > 320) expect(await sideways()).toBe(0);
      await page.context().close();
    }
  });
});
