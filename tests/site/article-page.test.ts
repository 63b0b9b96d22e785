import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, makeTemporaryFolder, readFolder } from './build-site-fs.ts';
import { readEmbeddedMetadata } from './read-embedded-metadata.ts';
import { writeTinyArchive } from './tiny-archive-fs.ts';

let folder = '';
let files: Map<string, Buffer>;

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  await writeTinyArchive(join(folder, 'kho'));
  const { code, said } = await buildSite(join(folder, 'kho'), join(folder, 'trang'));
  expect(code, said).toBe(0);
  files = await readFolder(join(folder, 'trang'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const pageOf = (id: string): Document => {
  const file = files.get(`bai/${id}/index.html`);
  if (file === undefined) throw new Error(`No page of ${id}.`);
  return parseHTML(file.toString('utf8')).document;
};

const textOf = (node: { textContent: string | null } | null): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

const whole = 'bao-x/2022/cho-phien-vung-cao';

describe('a reference manager takes from the head', () => {
  test('all that is known of an article', () => {
    expect(readEmbeddedMetadata(pageOf(whole))).toEqual({
      itemType: 'newspaperArticle',
      title: 'Chợ phiên vùng cao',
      creators: [
        { firstName: 'An', lastName: 'Nhiên' },
        { firstName: '', lastName: 'Bình' },
      ],
      publicationTitle: 'Báo X',
      section: 'Đời sống',
      date: '2022/02/28',
      abstractNote: 'Trời chưa sáng, đường lên chợ đã rộn tiếng vó ngựa.',
      language: 'vi',
      rights: '',
      url: 'https://kho.example/bai/bao-x/2022/cho-phien-vung-cao/',
      strays: {},
    });
  });

  test.each([
    ['bao-x/2022/khong-co-tieu-de', '[Về một con đường]', '[2022-02]', 0],
    ['cong-y/1998/nam-xua', 'Tin năm xưa', '1998', 0],
    ['cong-y/undated/khong-ro-ngay', 'Thư không đề ngày', '[không rõ ngày]', 0],
    ['bao-x/2021/ban-moi', 'Bài có hai phiên bản', '2021/05/09', 0],
    ['bao-x/2023/doc-hai', "</title><script>alert('tiêu đề')</script>", '2023/11/05', 1],
  ])('%s: %s, %s', (id, title, date, creators) => {
    const item = readEmbeddedMetadata(pageOf(id));
    expect({ ...item, creators: item.creators.length }).toMatchObject({
      itemType: 'newspaperArticle',
      title,
      date,
      creators,
      strays: {},
    });
  });

  test('a former version at its own address', () => {
    const item = readEmbeddedMetadata(pageOf('bao-x/2021/ban-moi/phien-ban-1'));
    expect(item.title).toBe('Bài khi mới đăng');
    expect(item.url).toBe('https://kho.example/bai/bao-x/2021/ban-moi/phien-ban-1/');
  });
});

test('the data for search engines is one block, whole, whatever a title says', () => {
  const blocks = [...pageOf('bao-x/2023/doc-hai').querySelectorAll('script[type="application/ld+json"]')];
  expect(blocks.length).toBe(1);
  expect(JSON.parse(blocks[0]?.textContent ?? '')).toMatchObject({
    '@type': 'NewsArticle',
    headline: "</title><script>alert('tiêu đề')</script>",
    publisher: { name: 'Báo X', url: 'https://bao-x.example/' },
  });
});

test('an article is cited in words and as data, each a text to select', () => {
  const cite = pageOf(whole).querySelector('[data-cite]');
  const texts = [...(cite?.querySelectorAll('pre') ?? [])].map((pre) => pre.textContent);
  expect(texts.length).toBe(5);
  expect(texts[0]).toMatch(/^An Nhiên, Bình, “Chợ phiên vùng cao”, Báo X, 28\/2\/2022, https:/);
  expect(texts[1]).toContain('Archived at Kho thử: https://kho.example/bai/');
  expect(texts[2]).toMatch(/^@article\{bao-x-2022-cho-phien-vung-cao,\n {2}author = /);
  expect(texts[3]).toMatch(/^TY {2}- NEWS\nAU {2}- An Nhiên\n[\s\S]*\nER {2}- $/);
  expect(JSON.parse(texts[4] ?? '')).toMatchObject([{ type: 'article-newspaper' }]);
  expect([...(cite?.querySelectorAll('button') ?? [])].every((button) => button.hasAttribute('hidden'))).toBe(
    true,
  );
});

describe('what changed between versions', () => {
  test('is told word by word on the page of the newer', () => {
    const changes = pageOf('bao-x/2021/ban-moi').querySelector('#thay-doi');
    expect(textOf(changes?.querySelector('h2') ?? null)).toBe('Phiên bản 2 khác phiên bản 1 ở đâu');
    const wordsIn = (selector: string): string[] =>
      [...(changes?.querySelectorAll(`.changed ${selector}`) ?? [])].map((element) => textOf(element));
    expect(wordsIn('del')).toEqual(['bỏ: khi mới đăng hết.', 'bỏ: lúc đầu hết.', 'bỏ: 15 hết.']);
    expect(wordsIn('ins')).toEqual([
      'thêm: có hai phiên bản hết.',
      'thêm: sau khi sửa hết.',
      'thêm: 14 hết.',
    ]);
    expect(changes?.innerHTML).not.toContain('</del><ins');
    expect(textOf(changes)).toContain('Thêm 8 chữ, bỏ 6 chữ.');
  });

  test('is led to from the first version, and told of nowhere else', () => {
    const first = pageOf('bao-x/2021/ban-moi/phien-ban-1');
    expect(first.querySelector('#thay-doi')).toBe(null);
    expect(first.querySelector('a[href="/bai/bao-x/2021/ban-moi/#thay-doi"]')).not.toBe(null);
    expect(pageOf(whole).querySelector('#thay-doi')).toBe(null);
  });
});

describe('a reader goes on', () => {
  const linksOf = (id: string, selector: string): (string | null)[] =>
    [...pageOf(id).querySelectorAll(`.related ${selector} a`)].map((link) => link.getAttribute('href'));

  test('to the articles before and after in the same source', () => {
    expect(linksOf('bao-x/2022/khong-co-tieu-de', '.prev')).toEqual(['/bai/bao-x/2021/ban-moi/']);
    expect(linksOf('bao-x/2021/ban-moi', '.prev')).toEqual([]);
    expect(linksOf(whole, '.next')).toEqual(['/bai/bao-x/2023/doc-hai/']);
  });

  test('to no withdrawn article, and from none without a neighbour', () => {
    expect([...files.values()].some((file) => file.includes('bai-da-rut/" rel'))).toBe(false);
    expect(pageOf('cong-y/undated/khong-ro-ngay').querySelector('.related')).toBe(null);
  });
});

test('a fault is reported with the article named in the mail', () => {
  const link = pageOf(whole).querySelector('.report a')?.getAttribute('href') ?? '';
  const mail = new URL(link);
  expect(mail.pathname).toBe('thu@kho.example');
  expect(mail.searchParams.get('subject')).toBe(`Báo lỗi hoặc xin rút bài: ${whole}`);
  expect(mail.searchParams.get('body')).toContain(`https://kho.example/bai/${whole}/`);
});

test('what is supplied stands in brackets that tell why, to a keyboard too', () => {
  const page = pageOf('bao-x/2022/khong-co-tieu-de');
  const bracketed = [...page.querySelectorAll('.article header [tabindex="0"]')];
  expect(bracketed.map(textOf)).toEqual(['[Về một con đường]', '[tháng 2 năm 2022]']);
  for (const shown of bracketed) {
    const reason = page.getElementById(shown.getAttribute('aria-describedby') ?? '');
    expect(textOf(reason)).toContain('thủ thư');
    // Else a search would mark its words.
    expect(reason?.closest('[data-article-text]')).toBe(null);
  }
});

test('outside a release nothing offers captures to check', () => {
  expect(pageOf(whole).querySelector('[data-check]')).toBe(null);
});
