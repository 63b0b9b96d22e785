import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFilterArchive } from './filter-archive-fs.ts';
import {
  addressOf,
  answered,
  axeFaults,
  bringIndex,
  startSearchSite,
  textsOf,
  type SearchSite,
} from './search-site.ts';

let site: SearchSite;

beforeAll(async () => {
  site = await startSearchSite('/', writeFilterArchive);
});

afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
});

type Options = Parameters<SearchSite['open']>[1];

/** All twenty articles, narrowed by the rest of an address. */
const open = (filters = '', options?: Options): Promise<Page> =>
  site.open(`tim/?q=cuộc họp${filters}`, options);

const statusOf = async (page: Page): Promise<string> => (await textsOf(page, '[data-status]')).join();

/** The address without its query. */
const filtersOf = (page: Page): string => addressOf(page).replace('?q=cuộc họp', '');

const bar = (date: string): string => `[data-chart-bars] [data-date="${date}"]`;

/** The bars with articles, by their names, the chosen ones in brackets. */
const barsOf = (page: Page): Promise<string[]> =>
  page.$$eval('[data-chart-bars] button[aria-disabled="false"]', (bars) =>
    bars.map((one) => {
      const name = one.getAttribute('aria-label') ?? '';
      return one.getAttribute('aria-pressed') === 'true' ? `[${name}]` : name;
    }),
  );

const centreOf = async (page: Page, date: string): Promise<{ x: number; y: number }> => {
  await page.locator(bar(date)).scrollIntoViewIfNeeded();
  const box = await page.locator(bar(date)).boundingBox();
  if (box === null) throw new Error(`no bar for ${date}`);
  return { x: box.x + box.width / 2, y: box.y + box.height - 30 };
};

const focusedDate = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-date') ?? null);

const facet = (name: string): string => `[data-facet="${name}"]`;

/** Opens a facet of the further file, its values counted. */
const openFacet = async (page: Page, name: string): Promise<void> => {
  await page.click(`${facet(name)} summary`);
  await page
    .locator(`${facet(name)} li`)
    .first()
    .waitFor();
};

/** A facet's values with their counts, the chosen ones in brackets. */
const valuesOf = (page: Page, name: string): Promise<string[]> =>
  page.$$eval(`${facet(name)} li`, (items) =>
    items.map((item) => {
      const text = [...item.querySelectorAll('.name, .count')].map((one) => one.textContent).join(' ');
      return item.querySelector('input')?.checked === true ? `[${text}]` : text;
    }),
  );

const chipsOf = (page: Page): Promise<string[]> => textsOf(page, '[data-chip] > :first-child');

const years = ['2010: 4 bài', '2012: 6 bài', '2014: 6 bài', '2016: 2 bài'];
const months = ['tháng 1 năm 2014: 1 bài', 'tháng 3 năm 2014: 2 bài', 'tháng 5 năm 2014: 1 bài'];

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

describe('facets', () => {
  test.each([
    ['sources', 'tap-chi-nui', '&nguon=tap-chi-nui', '5 bài', 'Nguồn: Tạp chí Núi'],
    ['sections', 'Thời sự', '&muc=Thời sự', '12 bài', 'Chuyên mục: Thời sự'],
    ['places', 'Huế', '&noi=Huế', '10 bài', 'Địa danh: Huế'],
    ['documents', '35-NQ/TW', '&van-ban=35-NQ/TW', '1 bài', 'Nhắc đến 35-NQ/TW'],
    ['authors', 'Bình Minh', '&tac-gia=Bình Minh', '2 bài', 'Tác giả: Bình Minh'],
  ])('%s: %s is chosen and taken away', async (name, value, address, found, chip) => {
    const page = await open();
    if (name !== 'sources') await openFacet(page, name);
    const before = await valuesOf(page, name);
    await page.check(`${facet(name)} input[value="${value}"]`);
    await answered(page);
    expect(filtersOf(page)).toBe(address);
    expect(await statusOf(page)).toBe(found);
    expect(await chipsOf(page)).toEqual([chip]);
    // Counted as if this filter were not set, so nothing else of it changes.
    expect((await valuesOf(page, name)).map((text) => text.replace(/^\[|\]$/g, ''))).toEqual(before);
    await page.uncheck(`${facet(name)} input[value="${value}"]`);
    await answered(page);
    expect(filtersOf(page)).toBe('');
    expect(await statusOf(page)).toBe('20 bài');
    expect(await chipsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('are ordered by count, and several values of one widen it while another facet narrows', async () => {
    const page = await open();
    expect(await valuesOf(page, 'sources')).toEqual(['Báo Sông 15', 'Tạp chí Núi 5']);
    await openFacet(page, 'sections');
    expect(await valuesOf(page, 'sections')).toEqual(['Thời sự 12', 'Kinh tế & đời sống 8']);
    await openFacet(page, 'authors');
    await page.check(`${facet('authors')} input[value="Bình Minh"]`);
    await answered(page);
    expect(await valuesOf(page, 'sections')).toEqual(['Thời sự 2']);
    await page.check(`${facet('authors')} input[value="An Nhiên"]`);
    await answered(page);
    expect(filtersOf(page)).toBe('&tac-gia=An Nhiên&tac-gia=Bình Minh');
    expect(await statusOf(page)).toBe('10 bài');
    expect(await textsOf(page, `${facet('authors')} [data-facet-set]`)).toEqual(['(2)']);
    await page.context().close();
  });

  test('keep what is chosen in sight, with no article too', async () => {
    const page = await open('&noi=Xóm Gò&noi=Huế');
    expect(await statusOf(page)).toBe('10 bài');
    expect(await valuesOf(page, 'places')).toEqual([
      ...['Hòa Bình 20', '[Huế 10]', 'Đà Nẵng 7', 'Cần Thơ 5', 'Lạng Sơn 4', 'Quảng Ninh 4', 'Nghệ An 3'],
      ...['Sơn La 3', '[Xóm Gò 2]'],
    ]);
    await page.click(bar('2016'));
    await answered(page);
    expect((await valuesOf(page, 'places')).at(-1)).toBe('[Xóm Gò 0]');
    await page.context().close();
  });

  test('know a value that an address spells otherwise', async () => {
    const page = await open('&noi=Hoà bình&van-ban=41/2014/QD-UBND');
    expect(await statusOf(page)).toBe('4 bài');
    expect((await valuesOf(page, 'places'))[0]).toBe('[Hòa Bình 4]');
    expect((await valuesOf(page, 'documents'))[0]).toBe('[41/2014/QĐ-UBND 4]');
    await page.uncheck(`${facet('places')} li:first-child input`);
    await answered(page);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('Hòa Bình');
    expect(filtersOf(page)).toBe('&van-ban=41/2014/QD-UBND');
    await page.context().close();
  });

  test('are narrowed by typing without marks, where they are long, and show more on demand', async () => {
    const page = await open();
    await openFacet(page, 'places');
    expect(await page.isVisible(`${facet('sources')} [data-facet-narrow]`)).toBe(false);
    expect((await valuesOf(page, 'places')).length).toBe(8);
    expect(await textsOf(page, `${facet('places')} [data-facet-more]`)).toEqual(['Xem thêm 2 mục']);

    await page.fill(`${facet('places')} [data-facet-narrow]`, 'DA');
    expect(await valuesOf(page, 'places')).toEqual(['Đà Nẵng 7', 'Đắk Lắk 3']);
    expect(await textsOf(page, `${facet('places')} [data-facet-said]`)).toEqual(['2 mục khớp']);
    await page.check(`${facet('places')} input[value="Đắk Lắk"]`);
    await answered(page);
    await page.fill(`${facet('places')} [data-facet-narrow]`, 'binh hoa');
    expect(await valuesOf(page, 'places')).toEqual(['Hòa Bình 20', '[Đắk Lắk 3]']);
    await page.fill(`${facet('places')} [data-facet-narrow]`, 'không đâu');
    expect(await valuesOf(page, 'places')).toEqual(['[Đắk Lắk 3]']);
    expect(await textsOf(page, `${facet('places')} [data-facet-said]`)).toEqual(['0 mục khớp']);

    await page.fill(`${facet('places')} [data-facet-narrow]`, '');
    await page.click(`${facet('places')} [data-facet-more]`);
    expect((await valuesOf(page, 'places')).length).toBe(10);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('Xóm Gò');
    expect(await page.isVisible(`${facet('places')} [data-facet-more]`)).toBe(false);
    await page.context().close();
  });

  test('have no further file fetched until one is opened, nor while they are folded away', async () => {
    const page = await site.newPage({ viewport: { width: 390, height: 800 } });
    const fields: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/search/fields/')) fields.push(request.url());
    });
    await page.goto(`${site.origin}/tim/?q=cuộc họp`);
    await answered(page);
    await page.click('[data-filter-toggle]');
    expect(await page.isVisible(facet('authors'))).toBe(true);
    expect(fields).toEqual([]);
    await openFacet(page, 'authors');
    expect(fields.length).toBe(1);
    await page.click('[data-filter-done]');
    expect(await page.isVisible('[data-filters]')).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-filter-toggle'))).toBe(true);
    await page.fill('main [data-search-input]', 'cuộc họp bàn');
    await answered(page);
    await page.click('[data-filter-toggle]');
    await answered(page);
    expect(await valuesOf(page, 'authors')).toEqual(['An Nhiên 10', 'Bình Minh 2']);
    await page.context().close();
  });

  test('say so where their file can not be read; results stand, and opening again tries again', async () => {
    const page = await site.newPage();
    await page.route('**/search/fields/*', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${site.origin}/tim/?q=cuộc họp`);
    await answered(page);
    const summary = `${facet('places')} summary`;
    await page.click(summary);
    await page.locator(`${facet('places')} [data-facet-said]:not(:empty)`).waitFor();
    await answered(page);
    expect(await textsOf(page, `${facet('places')} [data-facet-said]`)).toEqual([
      'Chưa đọc được danh sách này. Kết quả tìm vẫn đủ.',
    ]);
    expect(await statusOf(page)).toBe('20 bài');
    await page.unroute('**/search/fields/*');
    await page.click(summary);
    await openFacet(page, 'places');
    expect((await valuesOf(page, 'places'))[0]).toBe('Hòa Bình 20');
    await page.context().close();
  });

  test('without a value in the answer are not shown', async () => {
    const page = await open('&tu=2010&den=2010');
    await openFacet(page, 'sections');
    await answered(page);
    expect(await page.isVisible(facet('documents'))).toBe(false);
    expect(await page.isVisible(facet('places'))).toBe(true);
    await page.fill('main [data-search-input]', 'họp -làng');
    await answered(page);
    expect(await statusOf(page)).toBe('0 bài');
    for (const name of ['sections', 'places', 'documents', 'authors']) {
      expect(await page.isVisible(facet(name))).toBe(false);
    }
    await page.context().close();
  });
});

describe('what is set', () => {
  const set = '&nguon=bao-song&muc=Thời sự&noi=Huế&tac-gia=An Nhiên&tu=2012&den=2014&sap-xep=cu-nhat';
  const chips = [
    'Nguồn: Báo Sông',
    'Chuyên mục: Thời sự',
    'Địa danh: Huế',
    'Tác giả: An Nhiên',
    'Từ 2012 đến hết 2014',
  ];

  const stateOf = async (page: Page): Promise<unknown> => ({
    address: filtersOf(page),
    status: await statusOf(page),
    chips: await chipsOf(page),
    sort: await page.inputValue('[data-sort]'),
    dates: [await page.inputValue('[data-from]'), await page.inputValue('[data-to]')],
    checked: await page.$$eval('[data-filters] input:checked', (boxes) =>
      boxes.map((box) => box.getAttribute('value')),
    ),
    bars: (await barsOf(page)).filter((name) => name.startsWith('[')),
  });

  test('is whole in a shared link, and after a reload', async () => {
    const page = await open(set);
    const shared = await stateOf(page);
    expect(shared).toEqual({
      address: set,
      status: '4 bài',
      chips,
      sort: 'oldest',
      dates: ['2012', '2014'],
      checked: ['bao-song', 'Thời sự', 'Huế', 'An Nhiên'],
      bars: ['[2012: 1 bài]', '[2014: 3 bài]'],
    });
    await page.reload();
    await answered(page);
    expect(await stateOf(page)).toEqual(shared);
    await page.context().close();
  });

  test('comes back by Back, and goes again by Forward, step by step', async () => {
    const page = await open();
    const seen: unknown[] = [await stateOf(page)];
    await page.click(bar('2014'));
    await answered(page);
    seen.push(await stateOf(page));
    await openFacet(page, 'places');
    await page.check(`${facet('places')} input[value="Huế"]`);
    await answered(page);
    seen.push(await stateOf(page));
    for (const at of [1, 0]) {
      await page.goBack();
      await answered(page);
      expect(await stateOf(page)).toEqual(seen[at]);
    }
    for (const at of [1, 2]) {
      await page.goForward();
      await answered(page);
      expect(await stateOf(page)).toEqual(seen[at]);
    }
    await page.context().close();
  });

  test('stands above the results as chips, each of which can be taken away, the focus going on', async () => {
    const page = await open(set);
    expect(await chipsOf(page)).toEqual(chips);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.getByRole('button', { name: 'Bỏ lọc “Địa danh: Huế”' }).click();
    await answered(page);
    expect(filtersOf(page)).toBe(set.replace('&noi=Huế', ''));
    expect(await focused()).toContain('Tác giả: An Nhiên');
    await page.getByRole('button', { name: 'Bỏ lọc “Từ 2012 đến hết 2014”' }).click();
    await answered(page);
    expect(filtersOf(page)).toBe('&nguon=bao-song&muc=Thời sự&tac-gia=An Nhiên&sap-xep=cu-nhat');
    expect(await focused()).toContain('Tác giả: An Nhiên');
    await page.click('[data-chips] [data-clear]');
    await answered(page);
    expect(filtersOf(page)).toBe('&sap-xep=cu-nhat');
    expect(await statusOf(page)).toBe('20 bài');
    expect(await focused()).toBe('20 bài');
    expect(await page.isVisible('[data-chips]')).toBe(false);
    await page.context().close();
  });

  test('is counted where the panel is folded away, on a phone', async () => {
    const page = await open(set, { viewport: { width: 390, height: 800 } });
    expect(await textsOf(page, '[data-filter-toggle]')).toEqual(['Lọc và sắp xếp (5)']);
    expect(await page.isVisible('[data-filters]')).toBe(false);
    expect(await page.isVisible(bar('2012'))).toBe(true);
    await page.context().close();
  });
});

/** Stands in for the real index: each question waits until the test answers it; one without results is for counts. */
const heldIndex = `
  const waiting = new Map();
  const key = ({ query, sources = [], limit }) => query + ' ' + sources.join('+') + (limit === 0 ? ' counts' : '');
  globalThis.answerHeld = (name) => { waiting.get(name)(); waiting.delete(name); };
  globalThis.heldQuestions = () => [...waiting.keys()];
  export const openSearch = async () => ({
    complete: async () => [],
    search: (request) => new Promise((resolve) => {
      const n = request.query.length;
      waiting.set(key(request), () => resolve({
        query: request.query, total: n, tiers: [{ kind: 'exact', total: n }], help: null, unread: [], ms: 0,
        transfer: { requests: 0, bytes: 0 },
        facets: { year: { 2014: n, 2015: 1 }, month: {}, source: { x: n } },
        results: request.limit === 0 ? [] : [{ id: request.query, href: '/bai/x/', title: request.query,
          markedTitle: request.query, titleSupplied: false, source: 'x', publishedAt: null, publishedAtInferred: false,
          tier: 'exact', score: 1, byExpansion: false, excerpt: '' }],
      }));
    }),
  });
`;

test('results never wait for counts, and later counts never give way to earlier ones', async () => {
  const page = await site.newPage();
  await bringIndex(page, heldIndex);
  await page.goto(`${site.origin}/tim/?q=ba&nguon=x`);
  const held = (name: string) =>
    page.waitForFunction((one) => globalThis.heldQuestions?.().includes(one) === true, name);
  const answer = (name: string) => page.evaluate((one) => globalThis.answerHeld?.(one), name);
  const standing = (name: string) => page.locator(`[data-article-id="${name}"]`).waitFor();
  await held('ba x');
  await answer('ba x');
  await standing('ba');
  await held('ba  counts');
  await page.fill('main [data-search-input]', 'năm');
  await held('năm x');
  await answer('năm x');
  await standing('năm');
  await held('năm  counts');
  await answer('năm  counts');
  await page.locator(`${facet('sources')} .count:text-is("3")`).waitFor();
  await answer('ba  counts');
  await answered(page);
  expect(await valuesOf(page, 'sources')).toEqual(['[x 3]']);
  expect(await barsOf(page)).toEqual(['2014: 3 bài', '2015: 1 bài']);
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  test.each([
    ['vi', 1280],
    ['en', 390],
    ['vi', 320],
  ])('%s, %i wide', async (language, width) => {
    const path = `${language === 'en' ? 'en/' : ''}tim/?q=cuộc họp&noi=Huế&noi=Cần Thơ&tu=2010&den=2014`;
    const page = await site.open(path, { colorScheme, bypassCSP: true, viewport: { width, height: 800 } });
    const toggle = page.locator('[data-filter-toggle]');
    if (await toggle.isVisible()) await toggle.click();
    await page
      .locator(`${facet('places')} li`)
      .first()
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    await page.context().close();
  });
});

declare global {
  var answerHeld: ((name: string) => void) | undefined;
  var heldQuestions: (() => string[]) | undefined;
}
