import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, makeTemporaryFolder, readFolder } from './build-site-fs.ts';
import { withdrawnWords, writeEmptyArchive, writeTinyArchive } from './tiny-archive-fs.ts';

let folder = '';
let first: Map<string, Buffer>;
let again: Map<string, Buffer>;
let below: Map<string, Buffer>;
let empty: Map<string, Buffer>;

const build = async (
  content: string,
  name: string,
  env: Record<string, string> = {},
): Promise<Map<string, Buffer>> => {
  const out = join(folder, name);
  const { code, said } = await buildSite(join(folder, content), out, env);
  expect(code, said).toBe(0);
  return readFolder(out);
};

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await writeTinyArchive(join(folder, 'kho'));
  await writeTinyArchive(join(folder, 'kho-chep'));
  await writeEmptyArchive(join(folder, 'kho-trong'));
  first = await build('kho', 'mot');
  again = await build('kho-chep', 'hai', { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8' });
  below = await build('kho', 'duoi', { KHOBAO_BASE: '/kho/', KHOBAO_SITE: 'https://noi-khac.example' });
  empty = await build('kho-trong', 'trong');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const html = (files: Map<string, Buffer>, name: string): string => {
  const file = files.get(name);
  if (file === undefined) throw new Error(`No ${name} in the output.`);
  return file.toString('utf8');
};

const pagesOf = (files: Map<string, Buffer>): [string, string][] =>
  [...files].filter(([name]) => name.endsWith('.html')).map(([name, file]) => [name, file.toString('utf8')]);

/** The text of the article at an id, without the page around it. */
const article = (id: string): Document => parseHTML(html(first, `bai/${id}/index.html`)).document;

const textOf = (node: { textContent: string | null } | null): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

test('the same content gives the same bytes, in another folder, time zone and locale', () => {
  expect([...again.keys()]).toEqual([...first.keys()]);
  expect([...first].filter(([name, file]) => !again.get(name)?.equals(file)).map(([name]) => name)).toEqual(
    [],
  );
});

describe.each([
  ['at the root', () => first, '/'],
  ['below /kho/', () => below, '/kho/'],
  ['of an archive without an article', () => empty, '/'],
])('a site %s', (_, filesOf, base) => {
  test('has no link that leads nowhere, and none out of its base', () => {
    const files = filesOf();
    const dead = pagesOf(files).flatMap(([name, text]) => {
      const { document } = parseHTML(text);
      const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
      return [...document.querySelectorAll('[href], [src], [action]')]
        .filter((element) => !element.matches('link[rel=canonical], link[rel=alternate]'))
        .map(
          (element) =>
            element.getAttribute('href') ??
            element.getAttribute('src') ??
            element.getAttribute('action') ??
            '',
        )
        .filter((link) => !/^(https?|mailto):/.test(link))
        .filter((link) => {
          if (link.startsWith('#')) return !ids.has(link.slice(1));
          if (!link.startsWith(base)) return true;
          const path = decodeURIComponent(link.slice(base.length).replace(/[?#].*$/, ''));
          return !files.has(path === '' || path.endsWith('/') ? `${path}index.html` : path);
        })
        .map((link) => `${name}: ${link}`);
    });
    expect(dead).toEqual([]);
  });

  test('asks nothing of another origin, and runs and styles nothing inline', () => {
    const faults = pagesOf(filesOf()).flatMap(([name, text]) => {
      const { document } = parseHTML(text);
      const bad = [...document.querySelectorAll('*')].filter(
        (element) =>
          (element.matches('script:not([type="application/ld+json"]), style') &&
            !element.getAttribute('src')?.startsWith(base)) ||
          element.matches('iframe, object, embed, base, [style]') ||
          (element.matches('img, link[rel=stylesheet], link[rel=icon]') &&
            !(element.getAttribute('src') ?? element.getAttribute('href') ?? '').startsWith(base)) ||
          [...element.attributes].some((attribute) => attribute.name.startsWith('on')) ||
          /^\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') ?? ''),
      );
      return bad.map((element) => `${name}: ${element.outerHTML.slice(0, 120)}`);
    });
    expect(faults).toEqual([]);
  });

  test('tells of each page its language, title and description, and its one first heading', () => {
    const faults = pagesOf(filesOf()).filter(([name, text]) => {
      const { document } = parseHTML(text);
      return (
        document.documentElement.getAttribute('lang') !== (name.startsWith('en/') ? 'en' : 'vi') ||
        textOf(document.querySelector('title')) === '' ||
        !document.querySelector('meta[name=description]')?.getAttribute('content') ||
        !document.querySelector('meta[http-equiv=content-security-policy]') ||
        document.querySelectorAll('h1').length !== 1
      );
    });
    expect(faults.map(([name]) => name)).toEqual([]);
  });

  test('has every page but an article’s in English, too', () => {
    const names = pagesOf(filesOf()).map(([name]) => name);
    const vietnamese = names.filter((name) => !/^(en|bai)\//.test(name) && name !== '404.html');
    expect(names.filter((name) => name.startsWith('en/'))).toEqual(vietnamese.map((name) => `en/${name}`));
  });
});

test('an archive without an article says so at its door', () => {
  expect(textOf(parseHTML(html(empty, 'index.html')).document.querySelector('main'))).toContain(
    'Kho chưa có bài nào',
  );
});

test('an archive without a snapshot says that nothing has been published', () => {
  const pages = [...empty.keys()].filter((name) => name.includes('phat-hanh/'));
  expect(pages).toEqual(['en/phat-hanh/index.html', 'phat-hanh/index.html']);
  const main = parseHTML(html(empty, 'phat-hanh/index.html')).document.querySelector('main');
  expect(textOf(main)).toContain('Kho chưa phát hành đợt nào.');
});

test('of a withdrawn article nothing is left but a notice', () => {
  const leaks = [...first].flatMap(([name, file]) =>
    withdrawnWords
      .filter((words) => name.includes(words) || file.includes(words))
      .map((words) => `${name}: ${words}`),
  );
  expect(leaks).toEqual([]);
  expect(first.has('muc/muc-chi-cua-bai-rut/index.html')).toBe(false);
  const notice = textOf(article('bao-x/2019/bai-da-rut').querySelector('main'));
  expect(notice).toContain('Theo yêu cầu của tác giả');
  expect(notice).toContain('6 tháng 5 năm 2024');
  const lists = pagesOf(first).filter(([, text]) => text.includes('"/bai/bao-x/2019/bai-da-rut/"'));
  expect(lists.map(([name]) => name)).toEqual(['da-rut/index.html', 'en/da-rut/index.html']);
});

test('only pictures that readers may see are copied', () => {
  expect([...first.keys()].filter((name) => name.endsWith('.png'))).toEqual(['images/cho.png']);
});

test('a hostile article is shown as text', () => {
  const page = article('bao-x/2023/doc-hai');
  expect(textOf(page.querySelector('h1'))).toBe("</title><script>alert('tiêu đề')</script>");
  const text = page.querySelector('.text');
  expect(text?.querySelectorAll('script, style, iframe, img, [onmouseover]').length).toBe(0);
  expect(textOf(text)).toContain('đậm lúc 8:giờ, bấm, dữ liệu, hình.');
  expect(textOf(text)).toContain('::video[x]{src=y}');
  expect(
    [...(text?.querySelectorAll('a:not(.to-paragraph)') ?? [])].map((link) => link.getAttribute('href')),
  ).toEqual(['https://ngoai.example/?q=1']);
  expect(text?.querySelector('h2')?.textContent).toBe('Tiêu đề nhỏ trước tiên');
});

test.each([
  ['bao-x/2022/cho-phien-vung-cao', '14:18, thứ Hai, ngày 28 tháng 2 năm 2022'],
  ['bao-x/2022/khong-co-tieu-de', '[tháng 2 năm 2022]'],
  ['bao-x/2021/ban-moi', 'Chủ nhật, ngày 9 tháng 5 năm 2021'],
  ['cong-y/1998/nam-xua', 'năm 1998'],
  ['cong-y/undated/khong-ro-ngay', 'không rõ ngày'],
  ['bao-x/2023/doc-hai', '23:59, Chủ nhật, ngày 5 tháng 11 năm 2023 (giờ GMT+9)'],
])('%s is dated: %s', (id, date) => {
  expect(textOf(article(id).querySelector('.dateline'))).toBe(date);
});

test('an article’s page tells what it is and where it comes from', () => {
  const page = article('bao-x/2022/cho-phien-vung-cao');
  expect(textOf(page.querySelector('.kicker'))).toBe('CHUYỆN Ở BẢN');
  expect(textOf(page.querySelector('.byline'))).toBe('An Nhiên, Bình · TTXVN');
  expect(textOf(page.querySelector('figcaption'))).toBe('Người bán ngựa. Ảnh: AN NHIÊN');
  expect(page.querySelector('figure img')?.getAttribute('src')).toBe('/images/cho.png');
  expect(page.querySelector('figure img')?.getAttribute('width')).toBe('1');
  expect(textOf(page.querySelector('.no-picture'))).toContain('Đã mất');
  const card = textOf(page.querySelector('.provenance'));
  for (const fact of [
    'Báo X',
    'https://bao-x.example/cho-phien',
    'a'.repeat(64),
    '09:00:00, 1/3/2022',
    '18,2 kB',
  ]) {
    expect(card).toContain(fact);
  }
  expect(card).toContain('ngày 3 tháng 8 (không rõ năm)');
  expect(page.querySelector('.provenance a[href^="https:"]')?.getAttribute('rel')).toBe(
    'nofollow noreferrer',
  );
});

test('a supplied title stands in brackets, with the reason', () => {
  const page = article('bao-x/2022/khong-co-tieu-de');
  expect(textOf(page.querySelector('h1'))).toBe('[Về một con đường]');
  expect(textOf(page.querySelector('.supplied'))).toContain('do thủ thư đặt');
});

test('a former version has a page of its own that leads to the newest', () => {
  const page = article('bao-x/2021/ban-moi/phien-ban-1');
  expect(textOf(page.querySelector('.text'))).toBe('Con số lúc đầu là 15.');
  expect(page.querySelector('.former a')?.getAttribute('href')).toBe('/bai/bao-x/2021/ban-moi/');
  expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  expect(textOf(article('bao-x/2021/ban-moi').querySelector('.provenance'))).toContain('Phiên bản 1');
});

test('a document is one whether typed with its marks or without', () => {
  const page = parseHTML(html(first, 'van-ban/12-2021-qd-ubnd/index.html')).document;
  expect(page.querySelectorAll('.article-list li').length).toBe(2);
});

test('a section named like a page of a list keeps an address of its own', () => {
  const names = [...first.keys()].filter((name) => name.startsWith('muc/trang-2'));
  expect(names).toEqual([expect.stringMatching(/^muc\/trang-2-[0-9a-f]{8}\/index\.html$/)]);
});

test('whole addresses are those of the build, else of the settings', () => {
  const canonical = (files: Map<string, Buffer>) =>
    parseHTML(html(files, 'nam/index.html'))
      .document.querySelector('link[rel=canonical]')
      ?.getAttribute('href');
  expect(canonical(first)).toBe('https://kho.example/nam/');
  expect(canonical(below)).toBe('https://noi-khac.example/kho/nam/');
});
