import { describe, expect, test } from 'vitest';
import { answered, textsOf } from './search-site.ts';
import {
  bar,
  barsOf,
  centreOf,
  chipsOf,
  filtersOf,
  focusedDate,
  months,
  statusOf,
  useFilterSite,
  years,
} from './filter-page.ts';

const { open } = useFilterSite();

describe('the chart', () => {
  test('shows the years without gaps, and filters by the bar that is clicked: first by year, then by month', async () => {
    const page = await open();
    expect(await textsOf(page, '[data-chart-caption]')).toEqual([
      'Số bài theo năm, 2010–2016; nhiều nhất 6 bài',
    ]);
    expect(await page.locator('[data-chart-bars] button').count()).toBe(7);
    expect(await barsOf(page)).toEqual(years);

    await page.click(bar('2014'));
    await answered(page);
    expect(await statusOf(page)).toBe('6 bài');
    expect(filtersOf(page)).toBe('&tu=2014&den=2014');
    expect(await textsOf(page, '[data-chart-caption]')).toEqual([
      'Số bài theo tháng, năm 2014; nhiều nhất 2 bài',
    ]);
    expect(await page.locator('[data-chart-bars] button').count()).toBe(12);
    expect(await textsOf(page, '[data-chart-note]')).toEqual(['Không rõ tháng: 1']);

    await page.click(bar('2014-03'));
    await answered(page);
    // Two of March, and the one that may be of March.
    expect(await statusOf(page)).toBe('3 bài');
    expect(filtersOf(page)).toBe('&tu=2014-03&den=2014-03');
    expect(await barsOf(page)).toEqual([
      months[0],
      '[tháng 3 năm 2014: 2 bài]',
      months[2],
      'tháng 12 năm 2014: 1 bài',
    ]);
    expect(await chipsOf(page)).toEqual(['Thời gian: tháng 3 năm 2014']);

    await page.click(bar('2014-03'));
    await answered(page);
    expect(filtersOf(page)).toBe('&tu=2014&den=2014');
    await page.click('[data-chart-all]');
    await answered(page);
    expect(filtersOf(page)).toBe('');
    expect(await barsOf(page)).toEqual(years);
    await page.context().close();
  });

  test('does nothing where a bar without articles is clicked', async () => {
    const page = await open();
    await page.click(bar('2011'), { force: true });
    expect(filtersOf(page)).toBe('');
    await page.context().close();
  });

  test.each([
    ['2010', '2012', '10 bài'],
    ['2016', '2013', '8 bài'],
  ])('takes the range that is dragged from %s to %s', async (one, other, found) => {
    const page = await open();
    const [from, to] = [await centreOf(page, one), await centreOf(page, other)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y - 60, { steps: 5 });
    expect(filtersOf(page)).toBe('');
    expect(await textsOf(page, '[data-chart-told]')).toEqual([
      `${one < other ? one : other} đến ${one < other ? other : one}: ${found}`,
    ]);
    await page.mouse.up();
    await answered(page);
    expect(await statusOf(page)).toBe(found);
    expect(filtersOf(page)).toBe(one < other ? `&tu=${one}&den=${other}` : `&tu=${other}&den=${one}`);
    const chosen = (await barsOf(page)).filter((name) => name.startsWith('['));
    expect(chosen.length).toBe(2);
    await page.context().close();
  });

  test('takes a tap, and the range that a finger draws', async () => {
    const page = await open('', { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
    const touch = await page.context().newCDPSession(page);
    const [from, to] = [await centreOf(page, '2010'), await centreOf(page, '2012')];
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y: from.y }],
      });
    await send('touchStart', from.x);
    for (let x = from.x; x < to.x; x += 6) await send('touchMove', x);
    await send('touchMove', to.x);
    await send('touchEnd', to.x);
    await page.locator('[data-chip]').waitFor();
    await answered(page);
    expect(filtersOf(page)).toBe('&tu=2010&den=2012');
    const { x, y } = await centreOf(page, '2014');
    await page.touchscreen.tap(x, y);
    await page.waitForURL('**tu=2014**');
    await answered(page);
    expect(await statusOf(page)).toBe('6 bài');
    await page.context().close();
  });

  test('is led through by arrows, past what is empty; Enter takes a bar, and the focus stays in the chart', async () => {
    const page = await open();
    await page.focus(bar('2010'));
    await page.keyboard.press('ArrowRight');
    expect(await focusedDate(page)).toBe('2012');
    await page.keyboard.press('End');
    expect(await focusedDate(page)).toBe('2016');
    await page.keyboard.press('ArrowRight');
    expect(await focusedDate(page)).toBe('2016');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await textsOf(page, '[data-chart-told]')).toEqual(['2012: 6 bài']);
    await page.keyboard.press('Enter');
    await answered(page);
    expect(filtersOf(page)).toBe('&tu=2012&den=2012');
    expect(await focusedDate(page)).toBe('2012-02');
    await page.context().close();
  });

  test('takes a range by Shift and arrows when Shift is let go, says it, and Escape gives it up', async () => {
    const page = await open();
    await page.focus(bar('2012'));
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await page.keyboard.up('Shift');
    expect(filtersOf(page)).toBe('');
    expect((await barsOf(page)).filter((name) => name.startsWith('['))).toEqual([]);

    await page.focus(bar('2012'));
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await textsOf(page, '[data-chart-said]')).toEqual(['2012 đến 2016: 14 bài']);
    await page.keyboard.up('Shift');
    await answered(page);
    expect(filtersOf(page)).toBe('&tu=2012&den=2016');
    expect(await statusOf(page)).toBe('14 bài');
    expect(await focusedDate(page)).toBe('2016');
    await page.context().close();
  });

  test('has the articles without a date on offer, alone', async () => {
    const page = await open('&tu=2014');
    const undated = page.locator('[data-chart-undated]');
    expect(await undated.textContent()).toBe('Không rõ ngày: 2');
    await undated.click();
    await answered(page);
    expect(filtersOf(page)).toBe('&khong-ngay=1');
    expect(await statusOf(page)).toBe('2 bài');
    expect(await undated.getAttribute('aria-pressed')).toBe('true');
    expect(await chipsOf(page)).toEqual(['Không rõ ngày']);
    expect(await page.inputValue('[data-from]')).toBe('');
    expect(await barsOf(page)).toEqual(years);
    await undated.click();
    await answered(page);
    expect(filtersOf(page)).toBe('');
    await page.context().close();
  });
});

describe('dates as they are typed', () => {
  test.each([
    ['[data-from]', '', '2014', '&tu=2014', '8 bài'],
    ['[data-from]', '', '3/2014', '&tu=2014-03', '7 bài'],
    ['[data-to]', '', '31/5/2014', '&den=2014-05-31', '15 bài'],
    ['[data-to]', '&tu=2014', '2012', '&tu=2012&den=2014', '12 bài'],
    ['[data-from]', '&khong-ngay=1', '2016', '&tu=2016', '2 bài'],
    ['[data-from]', '&tu=2014', '', '', '20 bài'],
  ])('in %s, after %j, %j asks for %j', async (field, before, typed, after, found) => {
    const page = await open(before);
    await page.fill(field, typed);
    await page.press(field, 'Enter');
    await answered(page);
    expect(filtersOf(page)).toBe(after);
    expect(await statusOf(page)).toBe(found);
    await page.context().close();
  });

  test('are told where they are none, and leave the filter as it is', async () => {
    const page = await open('&tu=2014');
    await page.fill('[data-to]', '30/2/2015');
    await page.press('[data-to]', 'Enter');
    expect(await textsOf(page, '[data-date-error]')).toEqual([
      'Không hiểu “30/2/2015” là ngày nào, nên chưa lọc theo đó.',
    ]);
    expect(filtersOf(page)).toBe('&tu=2014');
    await page.context().close();
  });
});
