import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '../unit/components/search/read-csv.ts';
import {
  addressOf,
  answered,
  axeFaults,
  shownIn,
  startSearchSite,
  textsOf,
  type SearchSite,
} from './search-site.ts';

let site: SearchSite;
/** The archive is served below a base, as many hosts do. */
const base = '/kho/';

beforeAll(async () => {
  site = await startSearchSite(base);
});

afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
});

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const inputOf = (page: Page) => page.locator('main [data-search-input]');

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
