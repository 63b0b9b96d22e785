import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../unit/components/search/read-csv.ts';
import { axeFaults, textsOf, useSearchSite } from './search-site.ts';

/** The archive is served below a base, as many hosts do. */
const base = '/kho/';
const site = useSearchSite(base);

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('the citation list', () => {
  const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

  test('is copied at once where all results are loaded, with what was supplied in brackets', async () => {
    const page = await site.open('tim/?q=lũ', clipboard);
    await page.click('[data-cite]');
    await page.waitForFunction(() =>
      document.querySelector('[data-tool-status]')?.textContent.startsWith('Đã chép 2 trích dẫn'),
    );
    const at = `${site.origin}${base}bai/tap-chi-nui`;
    expect((await copied(page)).split('\n')).toEqual(
      expect.arrayContaining([
        `[Bản tin không tên], Tạp chí Núi, [2005], ${at}/2005/ban-tin/`,
        `“Nhớ trận lũ lụt”, Tạp chí Núi, [không rõ ngày], ${at}/undated/lu-lut/`,
        '',
      ]),
    );
    await page.context().close();
  });

  test.each([
    ['shown', 10],
    ['all', 14],
  ])('of the %s is copied where that is chosen: %i lines', async (choice, lines) => {
    const page = await site.open('tim/?q=chợ phiên', clipboard);
    await page.click('[data-cite]');
    expect(await textsOf(page, '[data-cite-choice] button')).toEqual([
      'Chép 10 bài đang hiện',
      'Chép cả 14 bài',
      'Thôi',
    ]);
    await page.click(`[data-cite-${choice}]`);
    await page.waitForFunction(
      (n) => document.querySelector('[data-tool-status]')?.textContent === `Đã chép ${String(n)} trích dẫn.`,
      lines,
    );
    expect((await copied(page)).trimEnd().split('\n')).toHaveLength(lines);
    expect(await page.locator('[data-cite-dialog]').isVisible()).toBe(false);
    await page.context().close();
  });

  test('is on offer to be copied by hand where the clipboard is refused', async () => {
    const page = await site.open('tim/?q=35-NQ/TW');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.click('[data-cite]');
    const list = page.locator('[data-cite-refused] textarea');
    await list.waitFor();
    const citation = `“Đảng ủy xã bàn việc làm đường”, Báo Sông, 20/5/2014, ${site.origin}${base}bai/bao-song/2014/dang-uy/\n`;
    expect(await list.inputValue()).toBe(citation);
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('Đảng ủy xã');
    await page.keyboard.press('Escape');
    expect(await list.isVisible()).toBe(false);
    await page.context().close();
  });

  test('asks in a dialog that fits a phone, in which axe finds no fault, and which leads back to its button', async () => {
    const page = await site.open('tim/?q=chợ phiên', {
      viewport: { width: 320, height: 640 },
      bypassCSP: true,
    });
    const toggle = page.getByRole('button', { name: 'Công cụ' });
    expect(await page.locator('[data-tools]').isVisible()).toBe(false);
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    await toggle.click();
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    await page.click('[data-cite]');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await axeFaults(page)).toEqual([]);
    await page.click('[data-cite-choice] [data-cite-close]');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-cite'))).toBe(true);
    await page.context().close();
  });
});

describe('the table', () => {
  const download = async (page: Page): Promise<{ name: string; text: string; rows: string[][] }> => {
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('[data-csv]')]);
    const text = await readFile(await saved.path(), 'utf8');
    return { name: saved.suggestedFilename(), text, rows: readCsv(text) };
  };

  test('has every result, not only those shown, and what the index knows of each', async () => {
    const page = await site.open('tim/?q=chợ phiên&sap-xep=cu-nhat');
    const { name, text, rows } = await download(page);
    expect(name).toBe('tim-cho-phien.csv');
    expect(text.startsWith('\ufefftier,title,')).toBe(true);
    expect(rows).toHaveLength(15);
    expect(rows[1]).toEqual([
      'exact',
      'Chợ phiên năm 2010',
      'false',
      '2010-03-01',
      'false',
      'bao-song',
      'Báo Sông',
      '',
      '',
      '',
      '',
      `${site.origin}${base}bai/bao-song/2010/cho-phien/`,
      'Sáng sớm, người các bản xuống họp chợ phiên ven sông. Mưa tạnh, gà gáy.',
    ]);
    expect(await textsOf(page, '[data-tool-status]')).toEqual([
      'Đã lập bảng 14 bài và giao cho trình duyệt tải về.',
    ]);
    await page.context().close();
  });

  test('keeps hostile titles whole, and what one searches within is in its name', async () => {
    const page = await site.open('tim/?q=gạo&trong=muối');
    const { name, rows } = await download(page);
    expect(name).toBe('tim-muoi-gao.csv');
    expect(rows.map((row) => row[1])).toEqual(['title', 'Giá <b>gạo</b> & "muối" [[tăng]]']);
    await page.context().close();
  });

  test('says so when the index can no longer be read', async () => {
    const page = await site.open('tim/?q=chợ phiên');
    await page.route('**/search/**', (route) => route.abort());
    await page.click('[data-csv]');
    await page.waitForFunction(() =>
      document.querySelector('[data-tool-status]')?.textContent.startsWith('Không đọc được chỉ mục'),
    );
    expect(await page.locator('[data-tool-progress]').isVisible()).toBe(false);
    await page.context().close();
  });

  test('can be stopped while it is gathered', async () => {
    const page = await site.open('tim/?q=chợ phiên');
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
    await page.route('**/search/**', async (route) => {
      await released;
      await route.continue();
    });
    await page.click('[data-csv]');
    await page.click('[data-tool-cancel]');
    release(undefined);
    await page.waitForFunction(
      () => document.querySelector('[data-tool-status]')?.textContent === 'Đã dừng, chưa lấy gì.',
    );
    expect(await page.locator('[data-tool-progress]').isVisible()).toBe(false);
    await page.context().close();
  });
});
