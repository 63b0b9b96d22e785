import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ArticleInput } from '../../src/article/article.ts';
import { articleSchema } from '../../src/article/article.ts';
import { printArticle } from '../../src/article/print-article.ts';

/** Words that stand in the withdrawn article alone: none of them may reach the output. */
export const withdrawnWords = [
  'Tin đã rút về',
  'câu chữ không còn cho đọc',
  'Người Viết Đã Rút',
  'da-rut.png',
];

const capture = (digit: string, capturedAt: string) => ({
  sha256: digit.repeat(64),
  capturedAt,
  mediaType: 'text/html',
  bytes: 18230,
  url: 'https://bao-x.example/chup',
  file: 'captures/a.warc.gz',
  offset: 0,
});

const articles: ArticleInput[] = [
  {
    id: 'bao-x/2022/cho-phien-vung-cao',
    title: 'Chợ phiên vùng cao',
    kicker: 'CHUYỆN Ở BẢN',
    lead: 'Trời chưa sáng, đường lên chợ đã rộn tiếng vó ngựa.',
    source: 'bao-x',
    url: 'https://bao-x.example/cho-phien',
    publishedAt: '2022-02-28T14:18:00+07:00',
    authors: ['An Nhiên', 'Bình'],
    organisation: 'TTXVN',
    section: 'Đời sống',
    citedDocuments: ['12/2021/QĐ-UBND', '35-NQ/TW'],
    places: ['Hà Giang'],
    eventDate: '--08-03',
    captures: [capture('a', '2022-03-01T09:00:00+07:00')],
    body: [
      { type: 'paragraph', text: 'Chợ họp mỗi tuần một phiên.' },
      { type: 'heading', level: 3, text: 'Lối lên chợ' },
      {
        type: 'figure',
        image: { src: 'images/cho.png', alt: 'Người bán ngựa' },
        text: 'Người bán ngựa. Ảnh: AN NHIÊN',
        credit: 'AN NHIÊN',
      },
      { type: 'figure', image: { src: 'images/mat.png', alt: 'Đã mất' }, text: '', credit: null },
      { type: 'quote', text: 'Cả năm chỉ mong phiên chợ cuối cùng.' },
      { type: 'list', ordered: false, items: ['Gạo nếp', 'Mật ong'] },
      {
        type: 'table',
        rows: [
          Array.from({ length: 40 }, (_, i) => `Cột ${i}`),
          Array.from({ length: 40 }, (_, i) => `${i}.000 đồng`),
        ],
      },
    ],
  },
  {
    id: 'bao-x/2022/khong-co-tieu-de',
    title: 'Về một con đường',
    titleSupplied: true,
    source: 'bao-x',
    publishedAt: '2022-02',
    publishedAtInferred: true,
    citedDocuments: ['12/2021/QD-UBND'],
    body: [{ type: 'paragraph', text: 'Bài này không có tiêu đề.' }],
  },
  {
    id: 'bao-x/2021/ban-moi',
    title: 'Bài có hai phiên bản',
    source: 'bao-x',
    publishedAt: '2021-05-09',
    captures: [capture('b', '2021-05-10T09:00:00+07:00')],
    body: [{ type: 'paragraph', text: 'Con số sau khi sửa là 14.' }],
  },
  {
    id: 'cong-y/1998/nam-xua',
    title: 'Tin năm xưa',
    source: 'cong-y',
    publishedAt: '1998',
    body: [{ type: 'paragraph', text: 'Chỉ biết năm.' }],
  },
  {
    id: 'cong-y/undated/khong-ro-ngay',
    title: 'Thư không đề ngày',
    source: 'cong-y',
    language: 'en',
    body: [{ type: 'paragraph', text: 'No date was printed.' }],
  },
  {
    id: 'cong-y/2020/chu-dai',
    title: 'Tiêu đề rất dài '.repeat(38).trim(),
    source: 'cong-y',
    publishedAt: '2020-01-01',
    section: 'trang 2',
    authors: ['a', 'A'],
    body: [{ type: 'paragraph', text: `Một từ ${'ộ'.repeat(300)} và مرحبا 👨‍👩‍👧.` }],
  },
  {
    id: 'bao-x/2019/bai-da-rut',
    title: 'Tin đã rút về một người',
    source: 'bao-x',
    publishedAt: '2019-03-04',
    authors: ['Người Viết Đã Rút'],
    section: 'Mục chỉ của bài rút',
    withdrawn: { withdrawnAt: '2024-05-06T07:08:09+07:00', reason: 'Theo yêu cầu của tác giả', by: null },
    body: [
      { type: 'paragraph', text: 'Những câu chữ không còn cho đọc.' },
      { type: 'figure', image: { src: 'images/da-rut.png', alt: '' }, text: 'Ảnh kèm', credit: null },
    ],
  },
];

/** A person's own Markdown, with everything in it that a page must never carry out. */
const hostile = `---
id: bao-x/2023/doc-hai
title: "</title><script>alert('tiêu đề')</script>"
kicker: "<img src=x onerror=alert(1)>"
lead: "<iframe src='javascript:alert(1)'></iframe>"
source: bao-x
url: https://bao-x.example/?a=%3Cscript%3E&b="x
publishedAt: 2023-11-05T23:59:00+09:00
authors:
  - "<b onclick=alert(1)>Ai đó</b>"
citedDocuments:
  - '"><script>alert(2)</script>'
places:
  - "../../trèo ra"
---

<script>alert('thân bài')</script>

Mở đầu <b onmouseover=alert(3)>đậm</b> lúc 8:giờ, [bấm](javascript:alert(4)), [dữ liệu](data:text/html,x), ![hình](javascript:alert(5)).

<style>body { display: none }</style>

<iframe src="https://khac.example/"></iframe>

:::figure{src="javascript:alert(6)" alt="xấu" onload="alert(7)"}
Chú thích. Ảnh: :credit[X]
:::

:::figure{src="images/../../bi-mat.png" alt="trèo"}
Trèo ra ngoài.
:::

::video[x]{src=y}

[vòng]: javascript:alert(8)

Xem [vòng] và <javascript:alert(9)>, https://ngoai.example/?q=1.

#### Tiêu đề nhỏ trước tiên
`;

const yaml = {
  'archive.yml': `name: Kho thử\nsite: https://kho.example\ndescription:\n  vi: Kho để thử.\n  en: An archive for tests.\ncontact: thu@kho.example\n`,
  'sources/bao-x.yml': 'name: Báo X\nkind: newspaper\nhomepage: https://bao-x.example/\n',
};

/** A picture of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const writeAll = async (folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> => {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
};

/** Writes a content folder with an article of every kind; `cong-y` has no file of its own. */
export const writeTinyArchive = async (folder: string): Promise<void> => {
  const files = articles.map((article) => [
    `articles/${article.id}.md`,
    printArticle(articleSchema.parse(article)),
  ]);
  const former = articleSchema.parse({
    ...articles[2],
    title: 'Bài khi mới đăng',
    captures: [capture('c', '2021-05-09T09:00:00+07:00')],
    body: [{ type: 'paragraph', text: 'Con số lúc đầu là 15.' }],
  });
  await writeAll(folder, {
    ...yaml,
    ...(Object.fromEntries(files) as Record<string, string>),
    'articles/bao-x/2023/doc-hai.md': hostile,
    'versions/bao-x/2021/ban-moi/1.md': printArticle(former),
    'images/cho.png': png,
    'images/da-rut.png': png,
    'bi-mat.png': png,
  });
};

/** Writes a content folder with nothing in it but its settings. */
export const writeEmptyArchive = (folder: string): Promise<void> =>
  writeAll(folder, { 'archive.yml': 'name: Kho trống\n' });

/** Writes an archive whose one article says a day that there never was. */
export const writeFaultyArchive = (folder: string): Promise<void> =>
  writeAll(folder, {
    'articles/bao-x/2009/sai-ngay.md':
      '---\nid: bao-x/2009/sai-ngay\ntitle: Sai ngày\nsource: bao-x\npublishedAt: 2009-02-31\n---\n\nBài.\n',
  });
