import { expect, test } from 'vitest';
import { answered, axeFaults, shownIn, textsOf, useSearchSite } from './search-site.ts';

const site = useSearchSite('/kho/');

test('an address that leads nowhere is searched for by its words', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/kho/bai/bao-song/2014/dang-uy-xa-ban-viec-lam-duong-d123456.html`);
  expect(await textsOf(page, '[data-address-search]')).toEqual(['Tìm “dang uy xa ban viec lam duong”']);
  expect(await page.inputValue('main [data-search-input]')).toBe('dang uy xa ban viec lam duong');
  await page.click('[data-address-search] a');
  await answered(page);
  expect((await shownIn(page))[0]).toBe('folded bao-song/2014/dang-uy');
  await page.context().close();
});

test('under /en/ it is offered in English; without words, not at all', async () => {
  const page = await site.newPage();
  await page.goto(`${site.origin}/kho/en/nam/2014/cho-phien/`);
  expect(await textsOf(page, '[data-address-search]')).toEqual(['Search for “cho phien”']);
  expect(await page.getAttribute('[data-address-search] a', 'href')).toBe('/kho/en/tim/?q=cho%20phien');
  await page.goto(`${site.origin}/kho/nam/2222/`);
  expect(await page.isVisible('[data-address-search]')).toBe(false);
  await page.context().close();
});

test('without JavaScript it leads to the search page and to the ways to browse', async () => {
  const page = await site.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.origin}/kho/khong-co/`);
  const links = await page.$$eval('main li a', (all) => all.map((link) => link.getAttribute('href')));
  expect(links).toEqual(
    expect.arrayContaining(['/kho/tim/', '/kho/en/tim/', '/kho/', '/kho/nam/', '/kho/nguon/']),
  );
  await page.context().close();
});

test('axe finds nothing wrong with it', async () => {
  const page = await site.newPage({ bypassCSP: true });
  await page.goto(`${site.origin}/kho/bai/cho-phien/`);
  expect(await axeFaults(page)).toEqual([]);
  await page.context().close();
});

test('only the archive’s own scripts can be made workers, and no text becomes markup', async () => {
  const page = await site.open('tim/');
  // The page's console tells what it was kept from, which is no fault here.
  page.removeAllListeners('console');
  const outcomes = await page.evaluate(() => {
    const tryTo = (work: () => unknown): string => {
      try {
        work();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    return [
      tryTo(() => new Worker('/kho/_site/khong-co.js')),
      tryTo(() => new Worker('/khac/la.js')),
      tryTo(() => new Worker('data:text/javascript,1')),
      tryTo(() => (document.createElement('p').innerHTML = '<b>x</b>')),
    ];
  });
  expect(outcomes).toEqual(['done', 'TypeError', 'TypeError', 'TypeError']);
  await page.context().close();
});
