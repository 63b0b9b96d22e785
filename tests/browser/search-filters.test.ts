import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { answered, axeFaults, bringIndex, textsOf } from './search-site.ts';
import {
  bar,
  barsOf,
  chipsOf,
  facet,
  filtersOf,
  openFacet,
  statusOf,
  useFilterSite,
  valuesOf,
} from './filter-page.ts';

const { site, open } = useFilterSite();

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
        query: request.query, total: n, tiers: [{ kind: 'exact', total: n }], help: null, unread: [], narrow: [], ms: 0,
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
