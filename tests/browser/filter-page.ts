import type { BrowserContextOptions, Page } from 'playwright-core';
import { addressOf, textsOf, useSearchSite } from './search-site.ts';
import { writeFilterArchive } from './filter-archive-fs.ts';

export const statusOf = async (page: Page): Promise<string> => (await textsOf(page, '[data-status]')).join();

/** The address without its query. */
export const filtersOf = (page: Page): string => addressOf(page).replace('?q=cuộc họp', '');

export const bar = (date: string): string => `[data-chart-bars] [data-date="${date}"]`;

/** The bars with articles, by their names, the chosen ones in brackets. */
export const barsOf = (page: Page): Promise<string[]> =>
  page.$$eval('[data-chart-bars] button[aria-disabled="false"]', (bars) =>
    bars.map((one) => {
      const name = one.getAttribute('aria-label') ?? '';
      return one.getAttribute('aria-pressed') === 'true' ? `[${name}]` : name;
    }),
  );

export const centreOf = async (page: Page, date: string): Promise<{ x: number; y: number }> => {
  await page.locator(bar(date)).scrollIntoViewIfNeeded();
  const box = await page.locator(bar(date)).boundingBox();
  if (box === null) throw new Error(`no bar for ${date}`);
  return { x: box.x + box.width / 2, y: box.y + box.height - 30 };
};

export const focusedDate = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-date') ?? null);

export const facet = (name: string): string => `[data-facet="${name}"]`;

/** Opens a facet of the further file, its values counted. */
export const openFacet = async (page: Page, name: string): Promise<void> => {
  await page.click(`${facet(name)} summary`);
  await page
    .locator(`${facet(name)} li`)
    .first()
    .waitFor();
};

/** A facet's values with their counts, the chosen ones in brackets. */
export const valuesOf = (page: Page, name: string): Promise<string[]> =>
  page.$$eval(`${facet(name)} li`, (items) =>
    items.map((item) => {
      const text = [...item.querySelectorAll('.name, .count')].map((one) => one.textContent).join(' ');
      return item.querySelector('input')?.checked === true ? `[${text}]` : text;
    }),
  );

export const chipsOf = (page: Page): Promise<string[]> => textsOf(page, '[data-chip] > :first-child');

export const years = ['2010: 4 bài', '2012: 6 bài', '2014: 6 bài', '2016: 2 bài'];
export const months = ['tháng 1 năm 2014: 1 bài', 'tháng 3 năm 2014: 2 bài', 'tháng 5 năm 2014: 1 bài'];

/** The site of a test file, and all its twenty articles, narrowed by the rest of an address. */
export const useFilterSite = () => {
  const site = useSearchSite('/', writeFilterArchive);
  const open = (filters = '', options?: BrowserContextOptions): Promise<Page> =>
    site.open(`tim/?q=cuộc họp${filters}`, options);
  return { site, open };
};
