import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { addressOf, answered, textsOf } from './search-site.ts';
import { box, drawn, focusedLabel, linesOf, rowsOf, useTrendsSite } from './trends-answer.ts';

const { site, open } = useTrendsSite();

describe('drawing', () => {
  test('queries are drawn as they are typed, told in numbers, and kept in the address', async () => {
    const page = await open('xu-huong/');
    expect(await page.locator('[data-prompt]').isVisible()).toBe(true);
    await box(page, 1).fill('chợ phiên');
    await drawn(page);
    expect(await textsOf(page, '[data-status]')).toEqual(['Đã vẽ 1 câu tìm, từ năm 2001 đến năm 2023']);
    await page.click('[data-add]');
    expect(await focusedLabel(page)).toBe('Câu tìm 2');
    await page.keyboard.type('dang');
    await drawn(page);
    await page.locator('[data-table] th', { hasText: 'dang' }).waitFor();
    expect(await linesOf(page)).toBe(2);
    expect(await textsOf(page, '[data-table] thead th')).toEqual([
      'Năm',
      'chợ phiên',
      'dang',
      'Cả kho (bài)',
    ]);
    const rows = await rowsOf(page);
    expect(rows.filter((row) => /^(2001|2002|2007|2014|2016|2023|Không)/.test(row))).toEqual([
      '2001 0 0 1',
      '2002 – – 0',
      '2007 0 1 1',
      '2014 1 1 2',
      '2016 1 1 2',
      '2023 1 0 1',
      'Không rõ ngày 0 0 1',
    ]);
    expect(rows).toHaveLength(24);
    expect(await textsOf(page, '[data-row]:not([hidden]) [data-said]')).toEqual(['14 bài', '3 bài']);
    expect(addressOf(page)).toBe('?q=chợ phiên&q=dang');
    expect(await page.title()).toBe('chợ phiên, dang – Xu hướng · Kho tìm thử');
    await page.context().close();
  });

  test('up to five queries, each can be removed', async () => {
    const page = await open('xu-huong/?q=lũ&q=chợ&q=đang&q=gạo&q=đảng');
    expect(await linesOf(page)).toBe(5);
    expect(await page.locator('[data-add]').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Bỏ câu tìm 2' }).click();
    await drawn(page);
    expect(addressOf(page)).toBe('?q=lũ&q=đang&q=gạo&q=đảng');
    expect(await linesOf(page)).toBe(4);
    expect(await focusedLabel(page)).toBe('Câu tìm 2');
    expect(await page.locator('[data-add]').isVisible()).toBe(true);
    await page.context().close();
  });

  test('a year without an article breaks the lines, and articles without a date are told beside them', async () => {
    const page = await open('xu-huong/?q=lũ');
    const path = (await page.getAttribute('[data-chart] path.stroke', 'd')) ?? '';
    expect(path.match(/M/g)).toHaveLength(1);
    // 2001, 2005 and 2007 stand alone between years without articles: they are points, and so is every other year.
    expect(await page.locator('[data-chart] .dot').count()).toBe(17);
    expect(await page.locator('[data-gaps]').isVisible()).toBe(true);
    expect(await textsOf(page, '[data-undated]')).toEqual([
      'Không vẽ được vì không rõ ngày đăng: “lũ” 1 bài.',
    ]);
    await page.click('[data-undated] a');
    await answered(page);
    expect(await textsOf(page, '[data-status]')).toEqual(['1 bài']);
    await page.context().close();
  });

  test('per thousand articles of the year', async () => {
    const page = await open('xu-huong/?q=chợ phiên&q=dang');
    await page.check('[data-unit][value="phan-nghin"]');
    await drawn(page);
    expect((await rowsOf(page)).filter((row) => /^(2002|2007|2014)/.test(row))).toEqual([
      '2002 – – 0',
      '2007 0 1.000 1',
      '2014 500 500 2',
    ]);
    expect(addressOf(page)).toBe('?q=chợ phiên&q=dang&don-vi=phan-nghin');
    expect(await textsOf(page, '[data-chart] .axes text[text-anchor="end"]')).toContain('1.000');
    await page.context().close();
  });

  test('years bound the chart, and one that is none says so', async () => {
    const page = await open('xu-huong/?q=chợ phiên');
    await page.fill('[data-from]', 'nay');
    await page.press('[data-from]', 'Tab');
    expect(await textsOf(page, '[data-year-error]')).toEqual(['Không hiểu “nay” là năm nào, nên chưa dùng.']);
    await page.fill('[data-from]', '2012');
    await page.fill('[data-to]', '2014');
    await page.press('[data-to]', 'Tab');
    await page.locator('[data-table] tbody tr').nth(4).waitFor({ state: 'detached' });
    expect(await rowsOf(page)).toEqual(['2012 1 1', '2013 1 1', '2014 1 2', 'Không rõ ngày 0 1']);
    expect(addressOf(page)).toBe('?q=chợ phiên&tu=2012&den=2014');
    await page.context().close();
  });

  test('one year alone is drawn as columns', async () => {
    const page = await open('xu-huong/?q=chợ phiên&q=dang&tu=2014&den=2014');
    expect(await page.locator('[data-chart] path.column[d^="M"]').count()).toBe(2);
    expect(await textsOf(page, '[data-chart] text.number')).toEqual(['1', '1']);
    await page.context().close();
  });

  test('years without any article offer all years again', async () => {
    const page = await open('xu-huong/?q=lũ&tu=2050');
    expect(await textsOf(page, '[data-notice] p')).toContain('Kho không có bài nào trong khoảng năm này.');
    await page.getByRole('button', { name: 'Lấy mọi năm' }).click();
    await page.locator('[data-chart] svg').waitFor();
    expect(addressOf(page)).toBe('?q=lũ');
    await page.context().close();
  });

  test('a query that finds nothing says so, and leads to the wider search', async () => {
    const page = await open('xu-huong/?q=lũ&q=chợ làng đảng');
    expect(await textsOf(page, '[data-row] >> nth=1')).toEqual([
      'Không có bài nào. Tìm rộng hơn ở trang tìm bài',
    ]);
    expect(await linesOf(page)).toBe(2);
    await page.click('[data-row] >> nth=1 >> a');
    await answered(page);
    expect(addressOf(page)).toBe('?q=chợ làng đảng');
    await page.context().close();
    const nothing = await open('xu-huong/?q=khongcogi');
    expect(await textsOf(nothing, '[data-status]')).toEqual(['Không có bài nào']);
    expect(await nothing.locator('[data-chart] svg').count()).toBe(0);
    await nothing.context().close();
  });
});

describe('numbers', () => {
  test.each([
    'dang',
    'đang',
    'chợ phiên OR đảng',
    'chợ phiên -gạo',
    'nguồn:bao-song',
    'lũ',
    'viec lam duong',
  ])('of %j lead to as many articles', async (query) => {
    const page = await open(`xu-huong/?q=${encodeURIComponent(query)}`);
    const counted = await page.$$eval('[data-table] td:nth-child(2) a', (links) =>
      links.map((link) => [link.textContent, link.getAttribute('href') ?? ''] as const),
    );
    expect(counted.length).toBeGreaterThan(0);
    const listed: string[] = [];
    for (const [, href] of counted) {
      await page.goto(site.origin + href);
      await answered(page);
      listed.push((await textsOf(page, '[data-status]'))[0] ?? '');
    }
    expect(listed).toEqual(counted.map(([n]) => `${n} bài`));
    await page.context().close();
  });

  test('are downloaded as CSV, in both units', async () => {
    const page = await open('xu-huong/?q="chợ phiên"&q=-chợ&tu=2013&den=2014');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-download]')]);
    expect(file.suggestedFilename()).toBe('xu-huong-cho-phien-cho.csv');
    expect((await readFile(await file.path(), 'utf8')).split('\r\n')).toEqual([
      '\ufeffNăm,Cả kho (bài),"""chợ phiên""","""chợ phiên"" (trên 1.000 bài)",\'-chợ,\'-chợ (trên 1.000 bài)',
      '2013,1,1,1000,0,0',
      '2014,2,1,500,1,500',
      'Không rõ ngày,1,0,0,1,1000',
      '',
    ]);
    await page.context().close();
  });
});

describe('the keyboard', () => {
  test('goes along the years and between the lines, and Enter opens the articles', async () => {
    const page = await open('xu-huong/?q=chợ phiên&q=dang');
    expect(await page.locator('[data-chart] .dot[tabindex="0"]').count()).toBe(1);
    await page.locator('[data-chart] .dot[tabindex="0"]').focus();
    expect(await focusedLabel(page)).toBe('“chợ phiên”, năm 2023: 1 bài');
    await page.keyboard.press('Home');
    expect(await focusedLabel(page)).toBe('“chợ phiên”, năm 2001: 0 bài');
    await page.keyboard.press('ArrowRight');
    expect(await focusedLabel(page)).toBe('“chợ phiên”, năm 2005: 0 bài');
    await page.keyboard.press('ArrowRight');
    expect(await focusedLabel(page)).toBe('“chợ phiên”, năm 2007: 0 bài');
    await page.keyboard.press('ArrowUp');
    expect(await focusedLabel(page)).toBe('“dang”, năm 2007: 1 bài');
    expect(await textsOf(page, '.chart-tip :is(h3, .value)')).toEqual(['Năm 2007, số bài', '0', '1', '1']);
    await page.keyboard.press('Escape');
    expect(await page.locator('.chart-tip').isVisible()).toBe(false);
    await page.setViewportSize({ width: 700, height: 700 });
    await page.locator('[data-chart] > svg[width="644"]').waitFor();
    expect(await focusedLabel(page)).toBe('“dang”, năm 2007: 1 bài');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tim/**');
    await answered(page);
    expect(await textsOf(page, '[data-results] h3')).toEqual(['Chuyện chữ đậm']);
    await page.context().close();
  });

  test('a pointer shows the numbers of a year, a finger its links too', async () => {
    const page = await open('xu-huong/?q=chợ phiên&q=dang', {
      viewport: { width: 390, height: 800 },
      hasTouch: true,
      isMobile: true,
    });
    const dot = page.locator('[data-chart] .dot[data-line="1"][data-year="2016"]');
    await dot.hover({ force: true });
    expect(await textsOf(page, '.chart-tip h3')).toEqual(['Năm 2016, số bài']);
    expect(await page.locator('.chart-tip a').count()).toBe(0);
    await dot.tap({ force: true });
    expect(await textsOf(page, '.chart-tip h3')).toEqual(['Năm 2016, số bài']);
    await page.locator('.chart-tip a').last().tap();
    await page.waitForURL('**/tim/**');
    expect(addressOf(page)).toBe('?q=dang&tu=2016&den=2016&muc-khop=nguyen-cau');
    await page.context().close();
  });
});
