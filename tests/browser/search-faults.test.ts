import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { answered, ask, bringIndex, shownIn, textsOf, useSearchSite } from './search-site.ts';

const site = useSearchSite('/kho/');

const goTo = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${site.origin}/kho/${path}`);
  await answered(page);
};

const cutShort = async (route: Route): Promise<void> => {
  const response = await route.fetch();
  const body = await response.body();
  await route.fulfill({ response, body: body.subarray(0, 20) });
};

/** Stands in for the real index: each question waits until the test answers it with one article of its own. */
const heldIndex = `
  const waiting = new Map();
  globalThis.answerQuery = (query) => { waiting.get(query)(); };
  globalThis.askedQueries = () => [...waiting.keys()];
  export const openSearch = async () => ({
    search: ({ query }) => new Promise((resolve) => {
      waiting.set(query, () => resolve({
        query, total: 1, tiers: [{ kind: 'exact', total: 1 }], help: null, unread: [], narrow: [], ms: 0, transfer: { requests: 0, bytes: 0 },
        facets: { year: {}, month: {}, source: {} },
        results: [{ id: query, href: '/bai/x/', title: query, markedTitle: query, titleSupplied: false, source: 'x',
          publishedAt: null, publishedAtInferred: false, tier: 'exact', score: 1, excerpt: '' }],
      }));
    }),
  });
`;

test('a later answer never gives way to an earlier, however late that comes', async () => {
  const page = await site.newPage();
  await bringIndex(page, heldIndex);
  await goTo(page, 'tim/');
  const input = page.locator('main [data-search-input]');
  const askedFor = (query: string) =>
    page.waitForFunction((one) => globalThis.askedQueries?.().includes(one) === true, query);
  const answer = (query: string) => page.evaluate((one) => globalThis.answerQuery?.(one), query);
  for (const query of ['trước', 'sau']) {
    await input.fill(query);
    await askedFor(query);
  }
  await answer('sau');
  await answered(page);
  await answer('trước');
  expect(await shownIn(page)).toEqual(['exact sau']);

  // An answer to what the box no longer holds is not shown either, even while the next question has not been put.
  await input.fill('ba');
  await askedFor('ba');
  await input.fill('bốn');
  await answer('ba');
  expect(await page.getAttribute('[data-results]', 'aria-busy')).toBe('true');
  await askedFor('bốn');
  expect(await shownIn(page)).toEqual(['exact sau']);
  await answer('bốn');
  await answered(page);
  expect(await shownIn(page)).toEqual(['exact bốn']);
  await page.context().close();
});

test('parts of files are asked for alone; a host that gives none is asked for the files', async () => {
  const page = await site.newPage();
  const statuses = new Map<string, number[]>();
  page.on('response', (response) => {
    const name = /shard\/[^/]+\/(chunks|texts)-/.exec(response.url())?.[1];
    if (name !== undefined) statuses.set(name, [...(statuses.get(name) ?? []), response.status()]);
  });
  await goTo(page, 'tim/?q=chợ phiên');
  const shown = await shownIn(page);
  expect(shown.length).toBeGreaterThan(0);
  expect(new Set(statuses.get('chunks'))).toEqual(new Set([206]));
  // So many records of one shelf are had with it as a whole.
  expect(new Set(statuses.get('texts'))).toEqual(new Set([200]));

  statuses.clear();
  const plain = await site.newPage();
  await plain.route('**/kho/search/shard/**', async (route) => {
    const { range, ...headers } = route.request().headers();
    const response = await route.fetch({ headers });
    statuses.set(range === undefined ? 'whole' : 'part', [response.status()]);
    await route.fulfill({ response });
  });
  await goTo(plain, 'tim/?q=chợ phiên');
  expect(await shownIn(plain)).toEqual(shown);
  expect(statuses.get('part')).toEqual([200]);
  await plain.context().close();
  await page.context().close();
});

describe('an index that can not be read says so, offers the ways to browse, and can be tried again', () => {
  test.each<[string, string, string, (route: Route) => Promise<void>]>([
    [
      'is missing',
      'missing',
      '**/kho/search/**',
      (route) => route.fulfill({ status: 404, body: 'Not found' }),
    ],
    [
      'is answered with a page',
      'missing',
      '**/kho/search/**',
      (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>404' }),
    ],
    [
      'is answered with a fault of the host',
      'refused',
      '**/kho/search/**',
      (route) => route.fulfill({ status: 500, body: 'Internal error' }),
    ],
    ['has its entry cut short', 'damaged', '**/kho/search/index.json', cutShort],
    ['has its list of parts cut short', 'damaged', '**/kho/search/shard/*/parts.pack', cutShort],
    ['has a chunk cut short', 'damaged', '**/kho/search/shard/*/chunks-*', cutShort],
    ['has its records cut short', 'damaged', '**/kho/search/shard/*/texts-*', cutShort],
    ['gets no answer', 'unanswered', '**/kho/search/**', (route) => route.abort('connectionfailed')],
    [
      'has no code to read it',
      'code',
      '**/_site/open-search*.js',
      (route) => route.abort('connectionfailed'),
    ],
  ])('%s (%s)', async (_, reason, files, fault) => {
    const page = await site.newPage();
    await page.route(files, fault);
    await goTo(page, 'tim/?q=chợ phiên');
    expect(await page.getAttribute('[data-failure]', 'data-failure')).toBe(reason);
    expect(await shownIn(page)).toEqual([]);
    const browse = await page.$$eval('[data-failure] .browse a', (links) =>
      links.map((a) => a.getAttribute('href')),
    );
    expect(browse).toEqual(['/kho/nam/', '/kho/nguon/']);
    await page.unroute(files);
    await page.click('[data-failure] button');
    await page.locator('[data-results] li').first().waitFor();
    expect(await textsOf(page, '[data-status]')).toEqual(['14 bài']);
    await page.context().close();
  });

  test('is read anew where another publication has taken its place', async () => {
    const page = await site.newPage();
    let readings = 0;
    await page.route('**/kho/search/index.json', async (route) => {
      readings += 1;
      await route.continue();
    });
    await page.route('**/kho/search/shard/*/chunks-*', (route) =>
      readings < 2 ? route.fulfill({ status: 404, body: 'Not found' }) : route.continue(),
    );
    await goTo(page, 'tim/?q=chợ phiên');
    expect(await textsOf(page, '[data-status]')).toEqual(['14 bài']);
    expect(readings).toBe(2);
    await page.context().close();
  });

  test('is out of reach offline (offline), and is read when the network is back', async () => {
    const page = await site.open('tim/');
    await page.context().setOffline(true);
    await ask(page, 'chợ phiên');
    expect(await page.getAttribute('[data-failure]', 'data-failure')).toBe('offline');
    await page.context().setOffline(false);
    await page.locator('[data-results] li').first().waitFor();
    await page.context().close();
  });
});

describe('hostile queries are only queries', () => {
  test.each([
    ['ten thousand characters', 'chợ '.repeat(2500)],
    ['one word of ten thousand letters', 'ộ'.repeat(10_000)],
    ['punctuation alone', '«…» – !?;: ()'],
    ['an unbalanced quote', '"chợ phiên'],
    ['quotes alone', '""" " "'],
    ['a lone surrogate', 'chợ \ud83d phiên'],
    ['markup', '<script>alert(1)</script>'],
    ['an address', 'javascript:alert(1)'],
    ['a template', '{query} {n}'],
    ['control characters', 'chợ\u0000\u202e phiên'],
  ])('%s', async (_, query) => {
    const page = await site.open('tim/');
    await page.$eval(
      'main [data-search-input]',
      (input, text) => {
        if (input instanceof HTMLInputElement) input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      query,
    );
    await answered(page);
    expect(await page.locator('[data-failure], .answer script, a[href^="javascript"]').count()).toBe(0);
    await page.reload();
    await answered(page);
    expect(await page.locator('[data-failure]').count()).toBe(0);
    await page.context().close();
  });

  test('nothing found says what was tried', async () => {
    const page = await site.open('tim/?q=<b>không đâu</b> có&tu=2010');
    expect(await textsOf(page, '[data-status]')).toEqual(['0 bài']);
    expect(await textsOf(page, '.notice h2')).toEqual([
      'Không có bài nào khớp với “<b>không đâu</b> có” trong phạm vi đang lọc.',
    ]);
    expect(await textsOf(page, '.notice li')).toEqual([
      'Khớp cả dấu',
      'Khớp khi bỏ dấu',
      'Đủ chữ, nằm rải rác',
      'Đọc theo Telex và VNI, đổi chữ lạ sang chữ gần nhất, bỏ bớt chữ',
    ]);
    await page.context().close();
  });
});

test('without JavaScript the page says what to do instead', async () => {
  const page = await site.open('tim/?q=chợ', { javaScriptEnabled: false });
  expect(
    await page.locator('noscript a').evaluateAll((links) => links.map((a) => a.getAttribute('href'))),
  ).toEqual(['/kho/nam/', '/kho/nguon/', '/kho/a-z/']);
  expect(await page.locator('[data-filters]').isVisible()).toBe(false);
  expect(await page.getAttribute('main form', 'action')).toBe('/kho/tim/');
  await page.context().close();
});

declare global {
  var answerQuery: ((query: string) => void) | undefined;
  var askedQueries: (() => string[]) | undefined;
}
