import { expect, test } from 'vitest';
import { answered, textsOf, useSearchSite } from './search-site.ts';

const site = useSearchSite('/kho/');

test('an article opened from a result has the matches marked, in list items and captions too', async () => {
  const page = await site.open('tim/?q=lũ lụt');
  await page.click('[data-results] h3 a');
  await page.waitForURL('**/kho/bai/**');
  expect(await textsOf(page, '[data-article-text] mark, mark[data-article-text]')).toEqual([
    'lũ lụt',
    'lũ lụt',
    'Lũ lụt',
    'Lũ lụt',
    'lũ, lụt',
    'lũ lụt',
  ]);
  expect(await textsOf(page, '[data-mark-place]')).toEqual(['6 chỗ khớp']);
  await page.goBack();
  await answered(page);
  await page.context().close();
});

test('the bar leads from one match to the next, around the end, and drops the marks', async () => {
  const page = await site.newPage({ viewport: { width: 390, height: 600 } });
  await page.goto(`${site.origin}/kho/bai/tap-chi-nui/undated/lu-lut/?q=lũ lụt`);
  const text = await page.locator('main').innerText();
  const place = page.locator('[data-mark-place]');
  await page.click('[data-mark-next]');
  expect(await place.textContent()).toBe('1 / 6');
  expect(await textsOf(page, '[data-mark-around]')).toEqual(['Nhớ trận lũ lụt']);
  await page.click('[data-mark-previous]');
  expect(await place.textContent()).toBe('6 / 6');
  expect(await page.locator('mark[aria-current]').textContent()).toBe('lũ lụt');
  await page.waitForFunction(() => {
    const { top = -1, bottom = Infinity } =
      document.querySelector('mark[aria-current]')?.getBoundingClientRect() ?? {};
    return top >= 0 && bottom <= innerHeight;
  });
  await page.click('[data-mark-next]');
  expect(await place.textContent()).toBe('1 / 6');
  await page.click('[data-mark-drop]');
  expect(await page.locator('mark').count()).toBe(0);
  expect(await page.locator('[data-mark-bar]').isVisible()).toBe(false);
  expect(page.url()).toBe(`${site.origin}/kho/bai/tap-chi-nui/undated/lu-lut/`);
  expect(text).toContain((await page.locator('main h1').innerText()).trim());
  await page.context().close();
});

test('a match through emphasis and a link is one place, and dropping it leaves the text as it was', async () => {
  const page = await site.newPage();
  const address = `${site.origin}/kho/bai/bao-song/2007/dam-nhat/`;
  await page.goto(address);
  const before = await page.locator('[data-article-text]').last().innerHTML();
  await page.goto(`${address}?q=nước dâng cao`);
  expect(await textsOf(page, '[data-mark-place]')).toEqual(['2 chỗ khớp']);
  await page.click('[data-mark-next]');
  expect((await page.locator('mark[aria-current]').allTextContents()).join('')).toBe('Nước dâng cao');
  await page.focus('[data-mark-next]');
  await page.keyboard.press('Escape');
  expect(await page.locator('[data-mark-bar]').isVisible()).toBe(false);
  // Reading goes on where the match stood.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    'Nước dâng cao quá mái, rồi nước dâng cao nữa.',
  );
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('cao');
  expect(await page.locator('[data-article-text]').last().innerHTML()).toBe(before);
  await page.context().close();
});

test.each(['', '?q=', '?q=không+có', '?q=%3Cscript%3E', '?q=...'])(
  'nothing is marked for %j',
  async (query) => {
    const page = await site.newPage();
    await page.goto(`${site.origin}/kho/bai/bao-song/2014/dang-uy/${query}`);
    await page.waitForLoadState();
    expect(await page.locator('mark').count()).toBe(0);
    expect(await page.locator('[data-mark-bar]').isVisible()).toBe(false);
    await page.context().close();
  },
);

test('a match without marks is marked by the keys of its tier', async () => {
  const page = await site.open('tim/?q=đang');
  await page.click('[data-article-id="bao-song/2014/dang-uy"] h3 a');
  await page.waitForURL('**/kho/bai/**');
  expect(await textsOf(page, 'mark')).toEqual(['Đảng', 'Đảng']);
  await page.context().close();
});
