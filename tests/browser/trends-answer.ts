import type { BrowserContextOptions, Page } from 'playwright-core';
import { useSearchSite } from './search-site.ts';

/** Waits until what was asked last stands. */
export const drawn = async (page: Page): Promise<void> => {
  await page.waitForSelector('[data-answer][aria-busy="false"]', { state: 'attached' });
};

export const box = (page: Page, n: number) => page.locator('[data-row] input').nth(n - 1);

/** The table's rows, cells joined: `2014 1 2`. */
export const rowsOf = (page: Page): Promise<string[]> =>
  page.$$eval('[data-table] tbody tr', (rows) =>
    rows.map((row) => [...row.children].map(({ textContent }) => textContent).join(' ')),
  );

export const linesOf = (page: Page): Promise<number> =>
  page.locator('[data-chart] path.stroke[d^="M"]').count();

export const focusedLabel = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The site of a test file, and its page of trends at an address, drawn. */
export const useTrendsSite = () => {
  const site = useSearchSite('/kho/');
  const open = async (path: string, options?: BrowserContextOptions): Promise<Page> => {
    const page = await site.newPage(options);
    await page.goto(`${site.origin}/kho/${path}`);
    await drawn(page);
    return page;
  };
  return { site, open };
};
