import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addressOf, answered, ask, shownIn, textsOf, useSearchSite } from './search-site.ts';

const site = useSearchSite('/');

const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

describe('a long answer', () => {
  test('comes by ten; more adds the rest and leads to the first of them', async () => {
    const page = await site.open('tim/?q=chợ phiên');
    expect(await textsOf(page, '[data-status]')).toEqual(['14 bài']);
    expect((await shownIn(page)).length).toBe(10);
    expect(await textsOf(page, '[data-shown]')).toEqual(['Đang hiện 10 trong 14 bài']);
    const eleventh = page.locator('[data-results] li').nth(10).locator('h3');
    await page.click('[data-more]');
    await eleventh.waitFor();
    expect((await shownIn(page)).length).toBe(14);
    expect(await focusedText(page)).toBe(await eleventh.textContent());
    expect(addressOf(page)).toBe('?q=chợ phiên&so=20');
    expect(await page.locator('[data-more]').isVisible()).toBe(false);
    await page.context().close();
  });

  test('is sorted by date across its tiers', async () => {
    const page = await site.open('tim/?q=đang');
    await page.selectOption('[data-sort]', 'oldest');
    await page.waitForSelector('li:first-of-type[data-tier="folded"]');
    await answered(page);
    expect(await shownIn(page)).toEqual([
      'folded bao-song/2007/dam-nhat',
      'folded bao-song/2014/dang-uy',
      'exact bao-song/2016/dang-lam',
    ]);
    expect(addressOf(page)).toBe('?q=đang&sap-xep=cu-nhat');
    await page.goto(`${site.origin}/tim/?q=chợ+phiên&sap-xep=moi-nhat`);
    await answered(page);
    expect((await shownIn(page)).slice(0, 2)).toEqual([
      'exact tap-chi-nui/2023/cho-phien',
      'exact bao-song/2022/cho-phien',
    ]);
    await page.context().close();
  });

  test('is narrowed by source and by year, with counts that the other filter narrows', async () => {
    const page = await site.open('tim/?q=chợ phiên');
    expect(await textsOf(page, '[data-facet="sources"] li')).toEqual(['Báo Sông7', 'Tạp chí Núi7']);
    await page.check('[data-facet="sources"] input[value="bao-song"]');
    await answered(page);
    expect(await textsOf(page, '[data-status]')).toEqual(['7 bài']);
    expect(await textsOf(page, '[data-facet="sources"] li')).toEqual(['Báo Sông7', 'Tạp chí Núi7']);
    await page.click('[data-date-chart] [data-date="2014"]');
    await answered(page);
    expect(await shownIn(page)).toEqual(['exact bao-song/2014/cho-phien']);
    expect(addressOf(page)).toBe('?q=chợ phiên&nguon=bao-song&tu=2014&den=2014');
    expect(await textsOf(page, '[data-facet="sources"] li')).toEqual(['Báo Sông1']);
    await page.click('[data-chips] [data-clear]');
    await answered(page);
    expect(await textsOf(page, '[data-status]')).toEqual(['14 bài']);
    await page.context().close();
  });

  test('is narrowed by dates as they are typed, and a date that is none says so', async () => {
    const page = await site.open('tim/?q=chợ phiên');
    await page.fill('[data-from]', 'hôm qua');
    await page.press('[data-from]', 'Enter');
    expect(await textsOf(page, '[data-date-error]')).toEqual([
      'Không hiểu “hôm qua” là ngày nào, nên chưa lọc theo đó.',
    ]);
    expect(addressOf(page)).toBe('?q=chợ phiên');
    await page.fill('[data-from]', '2020-02');
    await page.press('[data-from]', 'Enter');
    await answered(page);
    expect(await textsOf(page, '[data-status]')).toEqual(['4 bài']);
    await page.context().close();
  });
});

describe('the address holds the state', () => {
  test('Back from an article restores query, filters, length and scroll place', async () => {
    const page = await site.open('tim/?q=chợ phiên&tu=2010&so=20', { viewport: { width: 390, height: 500 } });
    expect((await shownIn(page)).length).toBe(14);
    const link = page.locator('[data-results] li').nth(12).locator('a');
    await link.scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    expect(place).toBeGreaterThan(500);
    await link.click();
    await page.waitForURL('**/bai/**');
    await page.goBack();
    await answered(page);
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 4, place);
    expect(await page.inputValue('main [data-search-input]')).toBe('chợ phiên');
    expect(await page.inputValue('[data-from]')).toBe('2010');
    expect((await shownIn(page)).length).toBe(14);
    await page.context().close();
  });

  test('Back and Forward go through queries and filters, not through letters', async () => {
    const page = await site.open('tim/');
    await page.locator('main [data-search-input]').pressSequentially('lũ lụt', { delay: 20 });
    await answered(page);
    await ask(page, 'chợ phiên');
    await page.check('[data-facet="sources"] input[value="tap-chi-nui"]');
    await answered(page);
    const said: string[] = [addressOf(page)];
    for (const step of ['goBack', 'goBack', 'goForward'] as const) {
      await page[step]();
      await answered(page);
      said.push(
        `${await page.inputValue('main [data-search-input]')} ${String((await shownIn(page)).length)}`,
      );
    }
    expect(said).toEqual(['?q=chợ phiên&nguon=tap-chi-nui', 'chợ phiên 10', 'lũ lụt 1', 'chợ phiên 10']);
    await page.context().close();
  });
});

describe('by keyboard', () => {
  test('arrows lead into the results, through them and back to the box', async () => {
    const page = await site.open('tim/?q=chợ phiên');
    await page.focus('main [data-search-input]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toBe(await page.locator('[data-results] h3').nth(1).textContent());
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await page.context().close();
  });

  test('a filter keeps its focus while the answer changes', async () => {
    const page = await site.open('tim/?q=chợ phiên');
    await page.focus('[data-facet="sources"] input[value="tap-chi-nui"]');
    await page.keyboard.press('Space');
    await answered(page);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('tap-chi-nui');
    await page.context().close();
  });
});

test('a wider search is on offer while a tier is closed, and opens it', async () => {
  const page = await site.open('tim/?q=chợ phiên');
  expect(await textsOf(page, '[data-wider] li')).toEqual([
    'Khớp câu tìm nếu không kể dấu; bài có trọn cụm đứng trước.',
    'Chữ nào cũng có trong bài, nhưng có thể cách xa nhau.',
  ]);
  await page.click('[data-wider] button');
  await answered(page);
  expect(addressOf(page)).toBe('?q=chợ phiên&muc-khop=tat-ca');
  expect(await page.locator('[data-wider] button').count()).toBe(0);
  await page.waitForFunction(() => document.activeElement?.matches('[data-status]'));
  await page.context().close();
});
