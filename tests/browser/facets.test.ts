import { describe, expect, test } from 'vitest';
import { answered, textsOf } from './search-site.ts';
import {
  bar,
  chipsOf,
  facet,
  filtersOf,
  openFacet,
  statusOf,
  useFilterSite,
  valuesOf,
} from './filter-page.ts';

const { site, open } = useFilterSite();

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
