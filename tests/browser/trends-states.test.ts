import { describe, expect, test } from 'vitest';
import { addressOf, axeFaults, bringIndex, textsOf } from './search-site.ts';
import { box, drawn, linesOf, rowsOf, sideways, useTrendsSite } from './trends-answer.ts';

const { site, open } = useTrendsSite();

describe('the address', () => {
  test('holds everything: reload, Back and a shared link restore it', async () => {
    const page = await open('xu-huong/?q=lũ');
    await page.click('[data-add]');
    await page.keyboard.type('dang');
    await page.locator('[data-table] th', { hasText: 'dang' }).waitFor();
    await page.check('[data-unit][value="phan-nghin"]');
    await drawn(page);
    const [before, numbers] = [addressOf(page), await rowsOf(page)];
    expect(before).toBe('?q=lũ&q=dang&don-vi=phan-nghin');
    await page.reload();
    await drawn(page);
    expect(await rowsOf(page)).toEqual(numbers);
    expect(await page.isChecked('[data-unit][value="phan-nghin"]')).toBe(true);
    await page.goBack();
    await page.waitForSelector('[data-unit][value=""]:checked', { state: 'attached' });
    await drawn(page);
    expect(addressOf(page)).toBe('?q=lũ&q=dang');
    await page.goBack();
    await page.locator('[data-table] th', { hasText: 'dang' }).waitFor({ state: 'detached' });
    expect(addressOf(page)).toBe('?q=lũ');
    expect(await page.locator('[data-row]:visible').count()).toBe(1);
    await page.context().close();
  });

  test('is kept when the language changes', async () => {
    const page = await open('xu-huong/?q=lũ&q=dang&tu=2005');
    await page.click('header a[hreflang="en"]');
    await page.waitForURL('**/en/xu-huong/**');
    await drawn(page);
    expect(await textsOf(page, '[data-status]')).toEqual(['2 queries drawn, from 2005 to 2023']);
    await page.context().close();
  });

  test('comes from the search page with its query', async () => {
    const page = await site.open('tim/?q=chợ phiên');
    await page.click('[data-to-trends]');
    await page.waitForURL('**/xu-huong/**');
    await drawn(page);
    expect(addressOf(page)).toBe('?q=chợ phiên');
    expect(await linesOf(page)).toBe(1);
    await page.context().close();
  });
});

/** Stands in for the real index: each question waits until the test answers it with as many articles as it has letters. */
const heldIndex = `
  const waiting = new Map();
  globalThis.answerQuery = (query) => { waiting.get(query)(); };
  globalThis.askedQueries = () => [...waiting.keys()];
  export const openSearch = async () => ({
    years: () => ({ 2001: 9 }),
    search: ({ query }) => new Promise((resolve) => {
      waiting.set(query, () => resolve({ unread: [], facets: { year: { 2001: query.length } } }));
    }),
  });
`;

test('a later answer never gives way to an earlier, however late that comes', async () => {
  const page = await site.newPage();
  await bringIndex(page, heldIndex);
  await page.goto(`${site.origin}/kho/xu-huong/`);
  await drawn(page);
  for (const query of ['một', 'bốn n']) {
    await box(page, 1).fill(query);
    await page.waitForFunction((one) => globalThis.askedQueries?.().includes(one) === true, query);
  }
  await page.evaluate(() => globalThis.answerQuery?.('bốn n'));
  await drawn(page);
  await page.evaluate(() => globalThis.answerQuery?.('một'));
  expect(await rowsOf(page)).toEqual(['2001 5 9']);
  await page.context().close();
});

test('an archive whose articles have no known year says so', async () => {
  const page = await site.newPage();
  const body = `export const openSearch = async () => ({
    years: () => ({ undated: 3 }),
    search: async () => ({ unread: [], facets: { year: { undated: 1 } } }),
  });`;
  await bringIndex(page, body);
  await page.goto(`${site.origin}/kho/xu-huong/?q=lũ`);
  await drawn(page);
  expect(await textsOf(page, '[data-notice]')).toEqual([
    'Kho chưa có bài nào rõ năm đăng, nên chưa có gì để vẽ.',
  ]);
  expect(await page.locator('[data-table] table').count()).toBe(0);
  await page.context().close();
});

describe('without the index', () => {
  test('the page says so, offers the ways to browse, and can be tried again', async () => {
    const page = await site.newPage();
    await page.route('**/kho/search/**', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto(`${site.origin}/kho/xu-huong/?q=lũ`);
    await drawn(page);
    expect(await page.getAttribute('[data-failure]', 'data-failure')).toBe('missing');
    expect(
      await page.$$eval('[data-failure] .browse a', (links) => links.map((a) => a.getAttribute('href'))),
    ).toEqual(['/kho/nam/', '/kho/nguon/']);
    await page.unroute('**/kho/search/**');
    await page.click('[data-failure] button');
    await page.locator('[data-chart] svg').waitFor();
    expect(await page.locator('[data-failure]').count()).toBe(0);
    await page.context().close();
  });

  test('without JavaScript the page says what to do instead', async () => {
    const page = await site.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.origin}/kho/xu-huong/?q=lũ`);
    expect(
      await page.locator('noscript a').evaluateAll((links) => links.map((a) => a.getAttribute('href'))),
    ).toEqual(['/kho/nam/']);
    await page.context().close();
  });
});

const long = 'hội nghị tổng kết công tác phòng chống thiên tai và tìm kiếm cứu nạn của toàn tỉnh trong năm';
/** The page in each of its states. */
const states: [string, string][] = [
  ['nothing asked', 'en/xu-huong/'],
  ['lines', 'xu-huong/?q=chợ phiên&q=dang&q=lũ&q=đảng&q=nước&don-vi=phan-nghin'],
  ['long queries', `xu-huong/?q=chợ phiên&q=${long}&q=${'ộ'.repeat(140)}`],
  ['one year', 'xu-huong/?q=chợ phiên&q=dang&tu=2014&den=2014'],
  ['nothing found', 'en/xu-huong/?q=khongcogi'],
  ['no such years', 'xu-huong/?q=lũ&tu=2050'],
  ['punctuation alone', 'xu-huong/?q=«…»'],
];

describe.each(['light', 'dark'] as const)(
  'axe finds nothing and nothing scrolls sideways, %s',
  (colorScheme) => {
    test.each(states)('%s', async (_, path) => {
      for (const width of [1280, 320]) {
        const page = await open(path, { colorScheme, bypassCSP: true, viewport: { width, height: 800 } });
        expect(await axeFaults(page)).toEqual([]);
        expect(await sideways(page)).toBe(0);
        await page.context().close();
      }
    });
  },
);
