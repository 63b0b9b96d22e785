import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addressOf, answered, openStopped, shownIn, textsOf, useSearchSite } from './search-site.ts';
import { active, boxOf, closed, listOf, offered, type } from './completion-list.ts';

const site = useSearchSite('/');

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
    const page = await openStopped(site, 'tim/');
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
    const page = await openStopped(site, 'tim/');
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
    const page = await openStopped(site, 'tim/');
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
    const page = await openStopped(site, 'tim/');
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
