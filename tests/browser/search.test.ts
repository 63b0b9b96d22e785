import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addressOf,
  answered,
  ask,
  shownIn,
  startSearchSite,
  textsOf,
  type SearchSite,
} from './search-site.ts';

let site: SearchSite;

beforeAll(async () => {
  site = await startSearchSite('/');
});

afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
});

const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

describe('typing asks', () => {
  test.each([
    ['đảng ủy', ['exact bao-song/2014/dang-uy']],
    ['dang uy', ['folded bao-song/2014/dang-uy']],
    ['ĐẢNG ỦY'.normalize('NFD'), ['exact bao-song/2014/dang-uy']],
    ['35-NQ/TW', ['folded bao-song/2014/dang-uy']],
    [
      'đang',
      ['exact bao-song/2016/dang-lam', 'folded bao-song/2014/dang-uy', 'folded bao-song/2007/dam-nhat'],
    ],
    ['"cầu thứ hai"', ['exact bao-song/2014/dang-uy']],
    ['"bí mật"', []],
  ])('%j finds %j', async (query, expected) => {
    const page = await site.open('tim/');
    await page.locator('main [data-search-input]').pressSequentially(query);
    await answered(page);
    expect(await shownIn(page)).toEqual(expected);
    expect(addressOf(page)).toBe(`?q=${query}`);
    await page.context().close();
  });

  test('a query typed raw in Telex is read as Vietnamese, told, and the literal one is on offer', async () => {
    const page = await site.open('tim/?q=ddangr+uyr');
    await answered(page);
    expect(await shownIn(page)).toEqual(['exact bao-song/2014/dang-uy']);
    const reading = page.locator('[data-reading]');
    expect(await reading.textContent()).toContain('đảng ủy');
    await reading.getByRole('link').click();
    await answered(page);
    expect(await shownIn(page)).toEqual([]);
    expect(await page.locator('[data-reading]').count()).toBe(0);
    await page.context().close();
  });

  test('an operator that stands alone is searched as a word, and said so', async () => {
    const page = await site.open('tim/?q=%C4%91%E1%BA%A3ng+OR');
    await answered(page);
    expect(await page.locator('[data-reading]').textContent()).toContain('OR');
    await page.context().close();
  });

  test('nothing is asked while a syllable is being composed, and all of it when it is done', async () => {
    const page = await site.open('tim/');
    const input = page.locator('main [data-search-input]');
    await input.focus();
    const keyboard = await page.context().newCDPSession(page);
    for (const text of ['l', 'lu', 'lũ']) {
      await keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    expect(await input.inputValue()).toBe('lũ');
    expect(addressOf(page)).toBe('');
    expect(await page.getAttribute('[data-results]', 'aria-busy')).toBe('false');
    await keyboard.send('Input.insertText', { text: 'lũ' });
    await answered(page);
    expect(await shownIn(page)).toContain('exact tap-chi-nui/undated/lu-lut');
    await page.context().close();
  });

  test('what comes alone is asked at once; what an input method takes back, and puts in its place, when typing rests', async () => {
    const page = await site.open('tim/');
    const addresses = await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('main [data-search-input]');
      const change = (value: string, inputType: string, timeStamp: number): string => {
        if (input === null) return 'no box';
        input.value = value;
        const event = new InputEvent('input', { inputType, bubbles: true });
        Object.defineProperty(event, 'timeStamp', { value: timeStamp });
        input.dispatchEvent(event);
        return decodeURI(location.search);
      };
      return [
        change('dda', 'insertText', 1000),
        change('d', 'deleteContentBackward', 2000),
        change('đ', 'insertText', 2004),
        change('đang', 'insertText', 2008),
      ];
    });
    expect(addresses).toEqual(['?q=dda', '?q=dda', '?q=dda', '?q=dda']);
    await answered(page);
    expect(addressOf(page)).toBe('?q=đang');
    expect(await shownIn(page)).toContain('exact bao-song/2016/dang-lam');
    await page.context().close();
  });

  test('what was typed before the code came is asked when it comes', async () => {
    const page = await site.newPage();
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
    await page.route('**/_site/SearchPage*.js', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${site.origin}/tim/?q=ch%E1%BB%A3`, { waitUntil: 'commit' });
    await page.locator('main [data-search-input]').pressSequentially('lũ lụt');
    release(undefined);
    await answered(page);
    expect(await shownIn(page)).toContain('exact tap-chi-nui/undated/lu-lut');
    expect(addressOf(page)).toBe('?q=lũ lụt');
    await page.context().close();
  });

  test('the key / leads to the box on every page, and the box of any page leads to the answer', async () => {
    const page = await site.newPage();
    await page.goto(`${site.origin}/nam/`);
    await page.keyboard.press('/');
    await page.keyboard.type('lũ lụt');
    await page.keyboard.press('Enter');
    await answered(page);
    expect(await shownIn(page)).toContain('exact tap-chi-nui/undated/lu-lut');
    await page.context().close();
  });
});

describe('the page itself', () => {
  test('fetches nothing of the index before it is needed, and begins when the box is entered', async () => {
    const page = await site.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.origin}/tim/`, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => path.startsWith('/search/'))).toEqual([]);
    await Promise.all([page.waitForRequest('**/search/index.json'), page.focus('main [data-search-input]')]);
    await page.context().close();
  });

  test('keeps the question when the language changes, and names it in the title', async () => {
    const page = await site.open('tim/?q=chợ phiên&nguon=bao-song');
    expect(await page.title()).toBe('chợ phiên – Tìm bài · Kho tìm thử');
    await page.click('header a[hreflang="en"]');
    await page.waitForURL('**/en/tim/**');
    await answered(page);
    expect(await textsOf(page, '[data-status]')).toEqual(['7 articles']);
    await page.context().close();
  });

  test('tells on a phone how many filters are set where they are folded away', async () => {
    const page = await site.open('tim/?q=chợ phiên&nguon=bao-song&tu=2012', {
      viewport: { width: 360, height: 700 },
    });
    expect(await textsOf(page, '[data-filter-toggle]')).toEqual(['Lọc và sắp xếp (2)']);
    expect(await page.locator('[data-filters]').isVisible()).toBe(false);
    await page.click('[data-filter-toggle]');
    expect(await page.locator('[data-filters]').isVisible()).toBe(true);
    expect(await page.getAttribute('[data-filter-toggle]', 'aria-expanded')).toBe('true');
    await page.context().close();
  });
});

describe('a result', () => {
  test('shows title, source, date as far as known, and its matches marked', async () => {
    const page = await site.open('tim/?q=chợ phiên năm 2014');
    const first = '[data-results] li:first-of-type';
    expect(await textsOf(page, `${first} h3`)).toEqual(['Chợ phiên năm 2014']);
    expect(await textsOf(page, `${first} h3 mark`)).toEqual(['Chợ phiên năm 2014']);
    expect(await textsOf(page, `${first} .meta > *`)).toEqual(['Báo Sông', '1/3/2014']);
    expect(await textsOf(page, `${first} .excerpt mark`)).toEqual(['chợ phiên']);
    await page.context().close();
  });

  test('shows supplied titles and inferred dates in brackets, and what is unknown as such', async () => {
    const page = await site.open('tim/?q=lũ');
    expect(await textsOf(page, '[data-article-id="tap-chi-nui/2005/ban-tin"] :is(h3, time)')).toEqual([
      '[Bản tin không tên]',
      '[2005]',
    ]);
    expect(await textsOf(page, '[data-article-id="tap-chi-nui/undated/lu-lut"] .meta')).toEqual([
      'Tạp chí NúiKhông rõ ngày',
    ]);
    await page.context().close();
  });

  test('shows markup in a title or text as text', async () => {
    const page = await site.open('tim/?q=gạo');
    expect(await textsOf(page, '[data-results] h3')).toEqual(['Giá <b>gạo</b> & "muối" [[tăng]]']);
    expect(await page.locator('[data-results] :is(b, script)').count()).toBe(0);
    await page.context().close();
  });
});

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
