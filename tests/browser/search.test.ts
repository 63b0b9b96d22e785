import { describe, expect, test } from 'vitest';
import { addressOf, answered, shownIn, textsOf, useSearchSite } from './search-site.ts';

const site = useSearchSite('/');

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
