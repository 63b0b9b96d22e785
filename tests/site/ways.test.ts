import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { buildSite, makeTemporaryFolder, readFolder } from './build-site-fs.ts';
import { writeManyArticles } from './many-articles-fs.ts';

let folder = '';
let files: Map<string, Buffer>;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await writeManyArticles(join(folder, 'kho'));
  const { code, said } = await buildSite(join(folder, 'kho'), join(folder, 'trang'));
  expect(code, said).toBe(0);
  files = await readFolder(join(folder, 'trang'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const page = (path: string): Document => {
  const file = files.get(`${path}index.html`);
  if (file === undefined) throw new Error(`No ${path} in the output.`);
  return parseHTML(file.toString('utf8')).document;
};

const textOf = (node: { textContent: string | null } | null): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

const all = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(textOf);

const linkOf = (document: Document, label: string): string | null =>
  [...document.querySelectorAll('main a')]
    .find((link) => (link.getAttribute('aria-label') ?? textOf(link)) === label)
    ?.getAttribute('href') ?? null;

/** The articles under a heading, by the heading's id. */
const listed = (document: Document, id: string): number =>
  document.getElementById(id)?.parentElement?.querySelectorAll('.article-list > li').length ?? 0;

test('no link leads nowhere, nor to a heading that its page does not have', () => {
  expect(brokenLinks({ files, base: '/', origin: 'https://kho.example' })).toEqual([]);
});

test('no page lists more than a hundred, and none has an id twice', () => {
  const faults = [...files].filter(([name, file]) => {
    if (!name.endsWith('.html')) return false;
    const { document } = parseHTML(file.toString('utf8'));
    const lists = document.querySelectorAll('.article-list > li, .groups > li, .source-list > li').length;
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return lists > 100 || new Set(ids).size !== ids.length;
  });
  expect(faults.map(([name]) => name)).toEqual([]);
});

describe('a year’s calendar', () => {
  test('has a table for each month with articles, a caption, and the days of the week', () => {
    const document = page('nam/2014/');
    expect(all(document, '.month caption')).toEqual(['Tháng 11 201 bài']);
    expect(document.querySelectorAll('.month > p > .name').length).toBe(11);
    expect(all(document, '.month th')).toEqual(['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']);
    expect(document.querySelectorAll('.month tbody td').length).toBe(35);
    expect(document.querySelector('.month th')?.getAttribute('aria-label')).toBe('thứ Hai');
  });

  test('leads from a day to the page of the month on which the day begins', () => {
    const document = page('nam/2014/');
    expect(linkOf(document, 'Ngày 22: 1 bài')).toBe('/nam/2014/11/#ngay-22');
    expect(linkOf(document, 'Ngày 20: 60 bài')).toBe('/nam/2014/11/#ngay-20');
    expect(linkOf(document, 'Ngày 3: 120 bài')).toBe('/nam/2014/11/#ngay-03');
    const pages = ['', 'trang-2/', 'trang-3/'].map((last) => page(`nam/2014/11/${last}`));
    expect(pages.map((one) => listed(one, 'ngay-22'))).toEqual([1, 0, 0]);
    expect(pages.map((one) => listed(one, 'ngay-20'))).toEqual([60, 0, 0]);
    expect(pages.map((one) => listed(one, 'ngay-03'))).toEqual([39, 81, 0]);
  });

  test('has a line for what is not known to the day, or to the month', () => {
    const document = page('nam/2014/');
    expect(linkOf(document, 'Không rõ ngày')).toBe('/nam/2014/11/trang-2/#khong-ro');
    expect(textOf(document.querySelector('.month .unknown'))).toBe('Không rõ ngày: 20 bài');
    expect(linkOf(document, 'Không rõ tháng')).toBe('/nam/2014/trang-3/#khong-ro');
    expect(listed(page('nam/2014/11/trang-2/'), 'khong-ro')).toBe(19);
    expect(listed(page('nam/2014/11/trang-3/'), 'khong-ro')).toBe(1);
    expect(listed(page('nam/2014/trang-3/'), 'khong-ro')).toBe(50);
  });

  test('speaks English, too', () => {
    const document = page('en/nam/2014/');
    expect(linkOf(document, '3: 120 articles')).toBe('/en/nam/2014/11/#ngay-03');
    expect(all(page('en/nam/2014/11/'), '.run h2')).toEqual(['Saturday, 22', 'Thursday, 20', 'Monday, 3']);
  });
});

test('a source’s chart leads to its articles of a year', () => {
  const bars = [...page('nguon/tap-chi-nui/').querySelectorAll('.bar-chart a')];
  expect(bars.length).toBe(31);
  expect(bars[12]?.getAttribute('href')).toBe('/nguon/tap-chi-nui/#nam-2007');
  expect(textOf(bars[12]?.querySelector('.visually-hidden') ?? null)).toBe('Năm 2007: 1 bài');
  expect(all(page('nguon/tap-chi-nui/'), 'main dd')).toEqual([
    'Tạp chí',
    'từ năm 1995 đến năm 2025',
    'thu@kho.example',
  ]);
});

test('a cited document has all that cites it over the years, the undated at the end', () => {
  const document = page('van-ban/41-1994-qd-ubnd/');
  expect(document.querySelectorAll('.bar-chart a').length).toBe(31);
  expect(all(document, 'main dd')).toEqual([
    'Quyết định 41/1994/QĐ-UBND',
    'UBND tỉnh',
    'thứ Sáu, ngày 6 tháng 5 năm 1994',
  ]);
  const headings = all(document, '.run h2');
  expect([headings[0], headings.at(-2), headings.at(-1)]).toEqual(['Năm 2025', 'Năm 1995', 'Không rõ năm']);
});

test('the pages of a long list of names are told by what they begin and end with', () => {
  expect(all(page('tac-gia/'), 'nav ul a').slice(-2)).toEqual([
    'Trang 1: Người viết – Người viết 99',
    'Trang 2: Người viết 100 – Người viết',
  ]);
});

describe('headlines from A to Z', () => {
  test('letters without an article are no links', () => {
    const letters = page('a-z/').querySelectorAll('main nav li');
    expect(letters.length).toBe(35);
    expect([...letters].map((one) => one.querySelector('a')).filter((link) => link !== null).length).toBe(7);
    expect(linkOf(page('a-z/'), 'Ă: 5 bài')).toBe('/a-z/aw/');
    expect(linkOf(page('a-z/'), '0–9 (chữ số): 5 bài')).toBe('/a-z/so/');
  });

  test('each letter has its headlines in order, by the hundred', () => {
    expect(all(page('a-z/dd/'), '.article-list .title')).toEqual(
      [1998, 2004, 2010, 2016, 2022].map((year) => `“Đường xa” ${year}`),
    );
    expect(all(page('a-z/t/'), '.article-list .title').slice(0, 3)).toEqual([
      'Tin số 0',
      'Tin số 1',
      'Tin số 2',
    ]);
    expect(files.has('a-z/t/trang-3/index.html')).toBe(true);
    expect(files.has('a-z/t/trang-4/index.html')).toBe(false);
    expect(files.has('a-z/b/index.html')).toBe(false);
  });

  test.each(['', 'tim/', 'en/tim/', '404.html'])('/%s leads there', (path) => {
    const name = path.endsWith('.html') ? path : `${path}index.html`;
    const { document } = parseHTML(files.get(name)?.toString('utf8') ?? '');
    const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    expect(links).toContain(path.startsWith('en/') ? '/en/a-z/' : '/a-z/');
  });

  test('a reader without JavaScript is told of them where search would be', () => {
    const told = page('tim/').querySelector('noscript')?.innerHTML ?? '';
    for (const way of ['/nam/', '/nguon/', '/a-z/']) expect(told).toContain(`href="${way}"`);
  });
});

describe('the days of the year', () => {
  test('lead to what was published on them through the years', () => {
    expect(linkOf(page('ngay/'), 'Ngày 22 tháng 11: 31 bài')).toBe('/ngay/11/trang-2/#ngay-22');
    expect(listed(page('ngay/11/trang-2/'), 'ngay-22')).toBe(20);
    expect(listed(page('ngay/11/trang-3/'), 'ngay-22')).toBe(11);
    expect(files.has('ngay/02/index.html')).toBe(false);
  });

  test('have a file that the home page may ask', () => {
    expect(JSON.parse(files.get('ngay/11/ngay-nay.json')?.toString('utf8') ?? '')).toMatchObject({
      '03': { count: 120, page: 1 },
      '20': { count: 60, page: 2 },
      '22': {
        count: 31,
        page: 2,
        articles: [
          { title: 'Ấm áp 2025', year: '2025', address: '/bai/tap-chi-nui/2025/bai-30/' },
          { year: '2015' },
          { year: '2005' },
          { year: '1995', source: 'Tạp chí Núi' },
        ],
      },
    });
    expect(page('').querySelector('[data-this-day]')?.getAttribute('data-days')).toBe('1103 1120 1122');
  });
});
