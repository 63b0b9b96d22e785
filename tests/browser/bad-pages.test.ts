import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleSchema, type ArticleInput } from '../../src/article/article.ts';
import { printArticle } from '../../src/article/print-article.ts';
import { writeEmptyArchive } from '../site/tiny-archive-fs.ts';
import { faultsOfPages, narrowFaults, useKindSite, type KindSite } from './kind-site.ts';
import { axeFaults } from './search-site.ts';

const paragraph = (text: string) => ({ type: 'paragraph' as const, text });

const longWord = 'ộ'.repeat(300);
const rightToLeft = 'سوق الجبل يجتمع كل أسبوع قبل طلوع الشمس';
const emoji = '👨‍👩‍👧‍👦🏳️‍🌈🇻🇳'.repeat(20);
const sentence = 'Chợ họp từ lúc trời chưa sáng, người các bản mang gạo nếp và mật ong xuống bán. ';

const bad: ArticleInput[] = [
  {
    id: 'bao-x/2022/hai-trieu-chu',
    title: 'Bài dài hai triệu byte',
    source: 'bao-x',
    publishedAt: '2022-02-28',
    body: Array.from({ length: 1400 }, (_, i) =>
      i % 200 === 0
        ? { type: 'heading' as const, level: 2 as const, text: `Phần ${i / 200 + 1}` }
        : paragraph(sentence.repeat(14).trim()),
    ),
  },
  {
    id: 'bao-x/2022/tieu-de-dai',
    title: 'Tiêu đề rất dài '.repeat(38).trim().slice(0, 600),
    kicker: longWord,
    lead: `Mở đầu ${longWord}`,
    source: 'bao-x',
    publishedAt: '2022-02-27',
    authors: [longWord, 'Người viết có tên rất dài '.repeat(10).trim()],
    section: longWord,
    places: [longWord],
    citedDocuments: [`${'1'.repeat(120)}/QĐ-UBND`],
    body: [paragraph('Thân bài.')],
  },
  {
    id: 'bao-x/2022/mot-tu-dai',
    title: longWord,
    titleSupplied: true,
    source: 'bao-x',
    publishedAt: '2022-02',
    publishedAtInferred: true,
    url: `https://bao-x.example/${'a'.repeat(300)}`,
    body: [
      { type: 'heading', level: 2, text: longWord },
      paragraph(longWord),
      { type: 'heading', level: 2, text: 'Hai' },
      { type: 'quote', text: longWord },
      { type: 'heading', level: 2, text: 'Ba' },
      { type: 'list', ordered: true, items: [longWord, 'Mật ong'] },
      { type: 'figure', image: null, text: longWord, credit: longWord },
    ],
  },
  {
    id: 'bao-x/2022/bang-rong',
    title: 'Bảng bốn mươi cột',
    source: 'bao-x',
    publishedAt: '2022-02-25',
    body: [
      {
        type: 'table',
        rows: [
          Array.from({ length: 40 }, (_, i) => `Cột ${i + 1}`),
          Array.from({ length: 40 }, (_, i) => (i === 7 ? longWord : `${i}.000 đồng`)),
        ],
      },
      { type: 'figure', image: { src: 'images/cho.png', alt: '' }, text: '', credit: null },
      { type: 'figure', image: { src: 'images/khong-co.png', alt: '' }, text: '', credit: null },
    ],
  },
  {
    id: 'bao-x/2022/tu-phai-sang',
    title: `${rightToLeft} ${emoji}`,
    lead: rightToLeft.repeat(5),
    source: 'bao-x',
    publishedAt: '2022-02-24',
    authors: [rightToLeft, '👩‍🌾'],
    places: [rightToLeft],
    body: [paragraph(`${rightToLeft.repeat(10)} và ${emoji}`), { type: 'heading', level: 2, text: emoji }],
  },
];

/** A picture of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const writeArticles = async (content: string, articles: readonly ArticleInput[]): Promise<void> => {
  const files: [string, string | Buffer][] = [
    ['archive.yml', 'name: Kho thử\nsite: https://kho.example\n'],
    ['sources/bao-x.yml', `name: ${'Báo có tên dài '.repeat(12).trim()}\nkind: newspaper\n`],
    ['images/cho.png', png],
    ...articles.map((article): [string, string] => [
      `articles/${article.id}.md`,
      printArticle(articleSchema.parse(article)),
    ]),
  ];
  for (const [name, text] of files) {
    await mkdir(dirname(join(content, name)), { recursive: true });
    await writeFile(join(content, name), text);
  }
};

const pathsOf = (site: KindSite, articles: readonly ArticleInput[]): Set<string> =>
  new Set([...articles.map(({ id }) => `bai/${id}/`), ...site.kinds.values()]);

const undated: ArticleInput = {
  id: 'bao-x/undated/thu',
  title: 'Thư không đề ngày',
  source: 'bao-x',
  body: [paragraph('Không ghi ngày nào.')],
};

describe.each([
  ['whose every article is bad', bad],
  ['without an article', []],
  ['with one undated article', [undated]],
])('an archive %s', (_, articles) => {
  const site = useKindSite((content) =>
    articles.length === 0 ? writeEmptyArchive(content) : writeArticles(content, articles),
  );

  test('has pages that never scroll sideways, on a narrow screen or with large letters', async () => {
    const paths = pathsOf(site, articles).add('tim/?q=chợ').add('xu-huong/?q=chợ');
    expect(paths.size).toBeGreaterThan(20);
    expect(await faultsOfPages(site, await site.newContext(), paths, narrowFaults)).toEqual([]);
  }, 600_000);

  test('has pages in which axe finds nothing', async () => {
    const context = await site.newContext({ bypassCSP: true });
    expect(await faultsOfPages(site, context, pathsOf(site, articles), axeFaults)).toEqual([]);
  }, 600_000);
});

describe('bad input', () => {
  const site = useKindSite((content) => writeArticles(content, bad));

  test('leaves a wide table in a frame of its own, which the keyboard scrolls', async () => {
    const page = await (await site.newContext({ viewport: { width: 320, height: 640 } })).newPage();
    await page.goto(`${site.origin}/bai/bao-x/2022/bang-rong/`);
    const frame = page.locator('.table-frame');
    expect(await frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > 4 * clientWidth)).toBe(true);
    await frame.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.querySelector('.table-frame')?.scrollLeft ?? 0) > 0);
    await page.context().close();
  });

  test('is shown whole: two million bytes with their heads, a picture without a caption', async () => {
    const page = await (await site.newContext()).newPage();
    await page.goto(`${site.origin}/bai/bao-x/2022/hai-trieu-chu/`);
    expect(await page.locator('.text p').count()).toBe(1393);
    expect(await page.locator('.text h2').count()).toBe(7);
    await page.goto(`${site.origin}/bai/bao-x/2022/bang-rong/`);
    expect(await page.locator('figure img').count()).toBe(1);
    expect(await page.locator('figcaption').count()).toBe(0);
    await page.context().close();
  });
});
