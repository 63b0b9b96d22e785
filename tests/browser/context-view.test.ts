import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addressOf, answered, axeFaults, shownIn, textsOf, useSearchSite } from './search-site.ts';

/** The archive is served below a base, as many hosts do. */
const base = '/kho/';
const site = useSearchSite(base);

/** The lines of words in context: left, match, right, as they are shown. */
const contextLines = (page: Page): Promise<string[]> =>
  page.$$eval('[data-context] tbody tr', (rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('.left, .match, .right')].map(({ textContent }) => textContent).join('|'),
    ),
  );

describe('words in context', () => {
  test('are the matches of the results with the words beside them, each leading to its article', async () => {
    const page = await site.open('tim/?q=lũ lụt');
    await page.click('[data-view="context"]');
    await page.waitForSelector('[data-context]');
    expect(await contextLines(page)).toEqual([
      'Nhớ trận |lũ lụt|',
      'Trận |lũ lụt| ấy, nhà nào cũng ngập.',
      '|Lũ lụt| năm Thìn',
      '|Lũ lụt| qua làng. Ảnh: LỤT LỘI',
      'Hết |lũ, lụt| cũng qua; lũ lụt thành chuyện kể.',
      'Hết lũ, lụt cũng qua; |lũ lụt| thành chuyện kể.',
    ]);
    expect(await textsOf(page, '[data-context] caption')).toEqual(['6 chỗ khớp trong 1 bài đang hiện']);
    expect(await page.getByRole('columnheader').allTextContents()).toEqual([
      'Bên trái',
      'Chỗ khớp',
      'Bên phải',
      'Bài',
    ]);
    expect(await page.getByRole('row').count()).toBe(7);
    expect(addressOf(page)).toBe('?q=lũ lụt&xem=ngu-canh');
    const link = page.locator('[data-context] tbody a').first();
    expect(await link.textContent()).toBe('Nhớ trận lũ lụt');
    await link.click();
    await page.waitForURL('**/bai/tap-chi-nui/undated/lu-lut/?q=*');
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    await page.goBack();
    await page.waitForSelector('[data-context]');
    await page.context().close();
  });

  test('are ordered by either side, the words next to the match first, and the address keeps it', async () => {
    const page = await site.open('tim/?q=lũ lụt&xem=ngu-canh');
    expect(await page.locator('[data-line-order]').isVisible()).toBe(true);
    await page.selectOption('[data-line-order]', 'right');
    await page.waitForSelector('th.right[aria-sort="ascending"]');
    expect((await contextLines(page)).map((line) => line.split('|')[2])).toEqual([
      '',
      ' ấy, nhà nào cũng ngập.',
      ' cũng qua; lũ lụt thành chuyện kể.',
      ' năm Thìn',
      ' qua làng. Ảnh: LỤT LỘI',
      ' thành chuyện kể.',
    ]);
    await page.selectOption('[data-line-order]', 'left');
    await page.waitForSelector('th.left[aria-sort="ascending"]');
    const leftOf = async () => (await contextLines(page)).map((line) => line.split('|')[0]);
    const sorted = await leftOf();
    expect(sorted).toEqual(['', '', 'Hết ', 'Hết lũ, lụt cũng qua; ', 'Trận ', 'Nhớ trận ']);
    expect(addressOf(page)).toBe('?q=lũ lụt&xem=ngu-canh&xep=trai');
    await page.reload();
    await answered(page);
    expect(await leftOf()).toEqual(sorted);
    expect(await page.inputValue('[data-line-order]')).toBe('left');
    await page.goBack();
    await page.waitForSelector('th.right[aria-sort="ascending"]');
    await page.goBack();
    await page.waitForSelector('[data-context]:not(:has([aria-sort]))');
    await page.context().close();
  });

  test('come by ten articles; more leads to the first that is new', async () => {
    const page = await site.open('tim/?q=chợ phiên&xem=ngu-canh');
    const before = (await contextLines(page)).length;
    const eleventh = page.locator('tr[data-at="10"] a').first();
    await page.click('[data-more]');
    await eleventh.waitFor();
    expect((await contextLines(page)).length).toBeGreaterThan(before);
    const focused = await page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('data-at'));
    expect(focused).toBe('10');
    expect(addressOf(page)).toBe('?q=chợ phiên&so=20&xem=ngu-canh');
    await page.click('[data-view="list"]');
    await page.waitForSelector('[data-results] li');
    expect((await shownIn(page)).length).toBe(14);
    await page.context().close();
  });

  test('fit a phone of 320 pixels in both schemes, with no fault that axe finds', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await site.open('tim/?q=lũ lụt&xem=ngu-canh&trong=nước', {
        viewport: { width: 320, height: 640 },
        colorScheme,
        bypassCSP: true,
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      const [left, right] = await page.$$eval('tr[data-at] :is(.left, .right)', (cells) =>
        cells.slice(0, 2).map((cell) => Math.round(cell.getBoundingClientRect().width)),
      );
      expect(Math.abs((left ?? 0) - (right ?? 99))).toBeLessThanOrEqual(1);
      expect(await page.getByRole('row').count()).toBe(7);
      expect(await axeFaults(page)).toEqual([]);
      await page.context().close();
    }
  });

  test('say so where nothing is matched in a text', async () => {
    const page = await site.open('tim/?trong=chợ phiên&xem=ngu-canh');
    expect(await textsOf(page, '[data-context-none]')).toEqual([
      'Các bài đang hiện không có chỗ khớp nào để đặt vào ngữ cảnh.',
    ]);
    await page.context().close();
  });
});
