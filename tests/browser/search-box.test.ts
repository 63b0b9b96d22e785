import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addressOf,
  answered,
  ask,
  axeFaults,
  bringIndex,
  type SearchSite,
  shownIn,
  startSearchSite,
  textsOf,
} from './search-site.ts';

let site: SearchSite;

beforeAll(async () => {
  site = await startSearchSite('/');
});

afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
});

const boxOf = (page: Page): Locator => page.locator('main [data-search-input]');
const listOf = (page: Page): Locator => page.locator('[data-completions]');
const offered = (page: Page): Promise<string[]> => textsOf(page, '[data-completions] [role="option"]');
const closed = (page: Page): Promise<void> => listOf(page).waitFor({ state: 'hidden' });

/** Types by hand and waits for the list, which must hold an option. */
const type = async (page: Page, text: string): Promise<void> => {
  await boxOf(page).pressSequentially(text);
  await listOf(page).waitFor();
};

/** The text of the active option, or null where it is the text itself. */
const active = (page: Page): Promise<string | null> =>
  boxOf(page).evaluate((input) => {
    const option = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    return option?.getAttribute('aria-selected') === 'true' ? option.textContent : null;
  });

const stop = async (page: Page): Promise<void> => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
};

/** A page whose clock stands still until the test sets it going, at an address below the base. */
const openStopped = async (path: string): Promise<Page> => {
  const page = await site.newPage();
  await stop(page);
  await page.goto(`${site.origin}/${path}`);
  return page;
};

/** Counts the files of one kind that the page fetches of the index. */
const requestsOf = (page: Page): ((kind: string) => number) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  return (kind) => fetched.filter((path) => path.startsWith(`/search/${kind}/`)).length;
};

describe('completions', () => {
  test('are offered with their marks, the added part apart, and counted aloud', async () => {
    const page = await site.open('tim/');
    await type(page, 'cho ph');
    expect((await offered(page)).slice(0, 2)).toEqual(['Chợ phiên năm', 'Chợ phiên năm 2010']);
    expect((await textsOf(page, '[data-completions] .typed'))[0]).toBe('Chợ ph');
    expect((await textsOf(page, '[data-completions] b'))[0]).toBe('iên năm');
    const [typed, added] = await page.$$eval('[data-completions] [role="option"]:first-child > *', (parts) =>
      parts.map((part) => getComputedStyle(part).fontWeight),
    );
    expect(typed).not.toBe(added);
    expect(await textsOf(page, '[data-completion-count]')).toEqual(['Có 6 gợi ý, bấm mũi tên xuống để chọn']);
    const box = boxOf(page);
    expect(await box.getAttribute('role')).toBe('combobox');
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await box.getAttribute('aria-autocomplete')).toBe('list');
    expect(await box.getAttribute('aria-controls')).toBe(await listOf(page).getAttribute('id'));
    expect(await listOf(page).getAttribute('aria-label')).toBe('Gợi ý');
    await page.context().close();
  });

  test('are gone through by arrows, past either end back to the text, which stays as it was', async () => {
    const page = await site.open('tim/');
    await type(page, 'ban');
    expect(await offered(page)).toEqual(['Bản tin không tên', 'bàn việc làm đường']);
    const seen = [await active(page)];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'Home']) {
      await page.keyboard.press(key);
      seen.push(await active(page));
    }
    expect(seen).toEqual([
      null,
      'Bản tin không tên',
      'bàn việc làm đường',
      null,
      'bàn việc làm đường',
      'Bản tin không tên',
      null,
    ]);
    expect(await boxOf(page).inputValue()).toBe('ban');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await page.context().close();
  });

  test('are taken by Enter and asked, and the arrow then leads to the results', async () => {
    const page = await site.open('tim/');
    await type(page, 'lu');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await closed(page);
    await answered(page);
    expect(await boxOf(page).inputValue()).toBe('lũ lụt');
    expect(addressOf(page)).toBe('?q=lũ lụt');
    expect(await shownIn(page)).toContain('exact tap-chi-nui/undated/lu-lut');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.matches('[data-results] a'))).toBe(true);
    expect(await listOf(page).isVisible()).toBe(false);
    await page.context().close();
  });

  test('are taken by a click, which leaves the focus in the box', async () => {
    const page = await site.open('tim/');
    await type(page, 'giá của lam');
    await page.click('[data-completions] [role="option"]:has-text("làm kè")');
    await answered(page);
    expect(addressOf(page)).toBe('?q=giá của làm kè');
    expect(await boxOf(page).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await listOf(page).isVisible()).toBe(false);
    await page.context().close();
  });

  test('go at Escape, which a second time leaves the text and the answer alone', async () => {
    const page = await site.open('tim/');
    await type(page, 'lu');
    await answered(page);
    const shown = await shownIn(page);
    await page.keyboard.press('Escape');
    expect(await listOf(page).isVisible()).toBe(false);
    expect(await boxOf(page).getAttribute('aria-expanded')).toBe('false');
    expect(await textsOf(page, '[data-completion-count]')).toEqual(['']);
    await page.keyboard.press('Escape');
    expect(await boxOf(page).inputValue()).toBe('lu');
    expect(await shownIn(page)).toEqual(shown);
    await page.context().close();
  });

  test.each<[string, string, (page: Page) => Promise<void>]>([
    ['Tab', 'ban', (page) => page.keyboard.press('Tab')],
    ['a click beside them', 'ban', (page) => page.click('h1')],
    ['the focus of something else', 'ban', (page) => page.focus('[data-sort]')],
    [
      'Back',
      'chợ phiên',
      (page) =>
        page.evaluate(() => {
          history.back();
        }),
    ],
  ])('go at %s, which leaves %j', async (_, left, leave) => {
    const page = await site.open('tim/?q=chợ phiên');
    await boxOf(page).fill('');
    await answered(page);
    await type(page, 'ban');
    await leave(page);
    await closed(page);
    expect(await boxOf(page).inputValue()).toBe(left);
    await page.context().close();
  });

  test('do not come after the question is sent, until typing goes on', async () => {
    const page = await openStopped('tim/');
    const fetched = requestsOf(page);
    await boxOf(page).pressSequentially('ba');
    await page.keyboard.press('Enter');
    await page.clock.resume();
    await answered(page);
    await page.clock.fastForward(5000);
    expect(fetched('completions')).toBe(0);
    await type(page, 'n');
    expect((await offered(page)).length).toBe(2);
    await page.keyboard.press('Enter');
    expect(await listOf(page).isVisible()).toBe(false);
    expect(await boxOf(page).inputValue()).toBe('ban');
    await page.context().close();
  });

  test('do not come for what is inserted whole, or typed before the end of the text, or for one letter', async () => {
    const page = await openStopped('tim/');
    await page.clock.resume();
    const fetched = requestsOf(page);
    const settled = async () => {
      await answered(page);
      await page.clock.fastForward(5000);
      await answered(page);
    };
    await boxOf(page).fill('ban tin');
    await settled();
    await page.keyboard.press('Home');
    await page.keyboard.type('x');
    await settled();
    await boxOf(page).fill('');
    await page.keyboard.type('b');
    await settled();
    expect(fetched('completions')).toBe(0);
    await page.context().close();
  });

  test('are fetched once, after two letters and after the answer', async () => {
    const page = await openStopped('tim/');
    const fetched = requestsOf(page);
    const held = Promise.withResolvers<undefined>();
    const reached = page.waitForRequest('**/search/shard/*/texts-*');
    await page.route('**/search/shard/*/texts-*', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.clock.resume();
    await boxOf(page).pressSequentially('lu');
    await reached;
    await page.clock.fastForward(5000);
    expect(fetched('completions')).toBe(0);
    held.resolve(undefined);
    await listOf(page).waitFor();
    expect(fetched('completions')).toBe(1);
    await page.keyboard.press('Escape');
    await type(page, ' l');
    expect(fetched('completions')).toBe(1);
    await page.context().close();
  });

  test('that can not be had are not offered, and nothing else is the worse', async () => {
    const page = await site.newPage();
    await page.route('**/search/completions/*', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${site.origin}/tim/`);
    const refused = page.waitForResponse('**/search/completions/*');
    await boxOf(page).pressSequentially('lũ lụt');
    await refused;
    await answered(page);
    expect(await shownIn(page)).toContain('exact tap-chi-nui/undated/lu-lut');
    expect(await offered(page)).toEqual([]);
    await page.context().close();
  });

  test('are not shown while a syllable is composed', async () => {
    const page = await openStopped('tim/');
    await page.clock.resume();
    await type(page, 'ba');
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: 'n', selectionStart: 1, selectionEnd: 1 });
    expect(await boxOf(page).inputValue()).toBe('ban');
    await page.clock.fastForward(5000);
    expect(await listOf(page).isVisible()).toBe(false);
    await keyboard.send('Input.insertText', { text: 'n' });
    await listOf(page).waitFor();
    await page.context().close();
  });
});

/** Stands in for the real index: finds nothing, and completes when the test says so. */
const heldIndex = `
  const waiting = new Map();
  globalThis.completeText = (text) => { waiting.get(text)?.([text + ' một', text + ' hai']); };
  globalThis.textsToComplete = () => [...waiting.keys()];
  export const openSearch = async () => ({
    search: async ({ query }) => ({
      query, total: 0, tiers: [], help: null, unread: [], ms: 0, transfer: { requests: 0, bytes: 0 },
      facets: { year: {}, month: {}, source: {}, section: {}, place: {}, document: {}, author: {} }, results: [],
    }),
    complete: (text) => new Promise((resolve) => { waiting.set(text, resolve); }),
    years: () => ({}),
  });
`;

test('later typing wins over completions of an earlier text, and what no longer fits goes at once', async () => {
  const page = await site.newPage();
  await bringIndex(page, heldIndex);
  await page.goto(`${site.origin}/tim/`);
  const asked = (text: string) =>
    page.waitForFunction((one) => globalThis.textsToComplete?.().includes(one) === true, text);
  const complete = (text: string) => page.evaluate((one) => globalThis.completeText?.(one), text);
  await boxOf(page).pressSequentially('ba');
  await asked('ba');
  await page.keyboard.type('n');
  await asked('ban');
  await complete('ban');
  await listOf(page).waitFor();
  await complete('ba');
  expect(await offered(page)).toEqual(['ban một', 'ban hai']);
  await page.keyboard.type(' h');
  expect(await offered(page)).toEqual(['ban hai']);
  await page.keyboard.type('o');
  expect(await listOf(page).isVisible()).toBe(false);
  await page.context().close();
});

test('on a phone an option is large enough for a finger, stays above the keyboard, and is taken by a tap', async () => {
  // A keyboard leaves the page less than half the screen.
  const page = await site.open('tim/', {
    viewport: { width: 390, height: 420 },
    hasTouch: true,
    isMobile: true,
  });
  await type(page, 'cho ph');
  const boxes = await page.$$eval('[data-completions] [role="option"]', (options) =>
    options.map((option) => option.getBoundingClientRect().height),
  );
  expect(Math.min(...boxes)).toBeGreaterThanOrEqual(44);
  expect(boxes.length).toBeLessThan(6);
  expect(await listOf(page).evaluate((list) => list.getBoundingClientRect().bottom <= innerHeight)).toBe(
    true,
  );
  await page.tap('[data-completions] [role="option"]:nth-child(2)');
  await answered(page);
  expect(addressOf(page)).toBe('?q=Chợ phiên năm 2010');
  expect(await listOf(page).isVisible()).toBe(false);
  await page.context().close();
});

describe('how to search', () => {
  test.each([true, false])(
    'is told below the box, with JavaScript (%s) or without',
    async (javaScriptEnabled) => {
      const page = await site.open('en/tim/', { javaScriptEnabled });
      const help = page.locator('.search-help');
      const example = help.getByText('"cầu thứ hai" lũ', { exact: true });
      expect(await example.isVisible()).toBe(false);
      await help.locator('summary').click();
      expect(await example.isVisible()).toBe(true);
      expect(await help.locator('h2').count()).toBe(9);
      await page.context().close();
    },
  );

  test('fits a narrow phone', async () => {
    const page = await site.open('tim/', { viewport: { width: 320, height: 700 }, bypassCSP: true });
    await page.click('.search-help summary');
    expect(await axeFaults(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    await page.context().close();
  });
});

describe('a wait', () => {
  test('is told of when it is long enough to notice, with how much has come', async () => {
    const page = await site.newPage();
    await stop(page);
    const held = Promise.withResolvers<undefined>();
    const reached = page.waitForRequest('**/search/shard/**');
    await page.route(/\/search\/(?!index\.json)/, async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(`${site.origin}/tim/?q=ch%E1%BB%A3`);
    await reached;
    const loading = page.locator('[data-loading]');
    await page.clock.runFor(299);
    expect(await loading.isVisible()).toBe(false);
    expect(await textsOf(page, '[data-status]')).toEqual(['']);
    await page.clock.runFor(1);
    expect(await loading.isVisible()).toBe(true);
    expect(await textsOf(page, '[data-status]')).toEqual(['Đang tải chỉ mục tìm kiếm…']);
    await page.locator('[data-loaded]:not(:empty)').waitFor();
    expect((await textsOf(page, '[data-loaded]')).join()).toMatch(/^Đã tải \d\/\d+ kB$/);
    expect(await page.getByRole('progressbar', { name: 'Đang tải chỉ mục tìm kiếm…' }).isVisible()).toBe(
      true,
    );
    // Figures that run are for the eye alone.
    expect(await page.locator('[role="status"] [data-loaded]').count()).toBe(0);
    held.resolve(undefined);
    await page.clock.resume();
    await answered(page);
    expect(await loading.isVisible()).toBe(false);
    expect(await textsOf(page, '[data-status]')).toEqual(['14 bài']);
    await page.context().close();
  });

  test('that ends in a failure leaves the reason alone', async () => {
    const page = await openStopped('tim/');
    await page.route('**/search/shard/**', (route) => route.abort('connectionfailed'));
    await boxOf(page).fill('chợ');
    await page.clock.resume();
    await page.locator('[data-failure]').waitFor();
    await page.clock.fastForward(5000);
    expect(await page.locator('[data-loading]').isVisible()).toBe(false);
    expect(await boxOf(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.context().close();
  });
});

describe('the focus is kept', () => {
  const focusIsOn = (page: Page, selector: string): Promise<unknown> =>
    page.waitForFunction((one) => document.activeElement?.matches(one), selector);

  test('by the status where a result is gone', async () => {
    const page = await site.open('tim/?q=lũ lụt');
    await ask(page, 'chợ phiên');
    await boxOf(page).press('ArrowDown');
    await focusIsOn(page, '[data-results] a');
    await page.goBack();
    await focusIsOn(page, '[data-status]');
    expect(await shownIn(page)).toContain('exact tap-chi-nui/undated/lu-lut');
    await page.context().close();
  });

  test.each([
    ['the box', false, '[data-search-input]'],
    ['the status, on a phone, whose keyboard would cover the answer', true, '[data-status]'],
  ])('by %s when it is tried again', async (_, hasTouch, selector) => {
    const page = await site.newPage({ hasTouch, isMobile: hasTouch, viewport: { width: 390, height: 700 } });
    await page.route('**/search/table/*', (route) => route.abort('connectionfailed'));
    await page.goto(`${site.origin}/tim/?q=ch%E1%BB%A3`);
    const retry = page.locator('[data-failure] button');
    await retry.focus();
    await page.unroute('**/search/table/*');
    await page.keyboard.press('Enter');
    await page.locator('[data-results] li').first().waitFor();
    await focusIsOn(page, selector);
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing with the list open, %s', (colorScheme) => {
  test.each([1280, 320])('%i wide', async (width) => {
    const page = await site.newPage({ colorScheme, bypassCSP: true, viewport: { width, height: 800 } });
    await page.goto(`${site.origin}/tim/`);
    await type(page, 'cho ph');
    await page.keyboard.press('ArrowDown');
    expect(await axeFaults(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    await page.context().close();
  });
});

declare global {
  var completeText: ((text: string) => void) | undefined;
  var textsToComplete: (() => string[]) | undefined;
}
