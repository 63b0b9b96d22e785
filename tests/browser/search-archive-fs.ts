import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { articleSchema, type ArticleInput } from '../../src/article/article.ts';
import { printArticle } from '../../src/article/print-article.ts';

const paragraph = (text: string) => ({ type: 'paragraph' as const, text });

/** Fourteen like articles, one a year, so that a list has more than one page. */
const yearly: ArticleInput[] = Array.from({ length: 14 }, (_, i) => {
  const year = String(2010 + i);
  const source = i % 2 === 0 ? 'bao-song' : 'tap-chi-nui';
  return {
    id: `${source}/${year}/cho-phien`,
    title: `Chợ phiên năm ${year}`,
    source,
    publishedAt: `${year}-03-01`,
    body: [paragraph('Sáng sớm, người các bản xuống họp chợ phiên ven sông. Mưa tạnh, gà gáy.')],
  };
});

const articles: ArticleInput[] = [
  ...yearly,
  {
    id: 'bao-song/2014/dang-uy',
    title: 'Đảng ủy xã bàn việc làm đường',
    source: 'bao-song',
    publishedAt: '2014-05-20T09:30:00+07:00',
    citedDocuments: ['35-NQ/TW'],
    body: [paragraph('Đảng ủy xã họp theo Nghị quyết 35-NQ/TW. Cây cầu thứ hai sắp xong.')],
  },
  {
    id: 'bao-song/2016/dang-lam',
    title: 'Thợ đang làm kè',
    source: 'bao-song',
    publishedAt: '2016-08',
    body: [paragraph('Con kè đang dài thêm từng ngày.')],
  },
  {
    id: 'tap-chi-nui/2005/ban-tin',
    title: 'Bản tin không tên',
    titleSupplied: true,
    source: 'tap-chi-nui',
    publishedAt: '2005',
    publishedAtInferred: true,
    body: [paragraph('Nước lũ rút chậm.')],
  },
  {
    id: 'tap-chi-nui/undated/lu-lut',
    title: 'Nhớ trận lũ lụt',
    source: 'tap-chi-nui',
    body: [
      paragraph('Trận lũ lụt ấy, nhà nào cũng ngập.'),
      { type: 'list', ordered: false, items: ['Lũ lụt năm Thìn', 'Bão năm Tỵ'] },
      { type: 'figure', image: null, text: 'Lũ lụt qua làng. Ảnh: LỤT LỘI', credit: 'LỤT LỘI' },
      ...Array.from({ length: 20 }, () =>
        paragraph('Nước lên rồi nước rút, làng lại xanh. '.repeat(4).trim()),
      ),
      paragraph('Hết lũ, lụt cũng qua; lũ lụt thành chuyện kể.'),
    ],
  },
  {
    id: 'tap-chi-nui/2001/nhan-the',
    title: 'Giá <b>gạo</b> & "muối" [[tăng]]',
    source: 'tap-chi-nui',
    publishedAt: '2001-01-02',
    body: [paragraph('Một dòng <script>alert(1)</script> và một từ ' + 'ộ'.repeat(300) + '.')],
  },
  {
    id: 'bao-song/2019/da-rut',
    title: 'Chợ phiên đã rút',
    source: 'bao-song',
    publishedAt: '2019-01-01',
    withdrawn: { withdrawnAt: '2024-05-06T07:08:09+07:00', reason: 'Theo yêu cầu', by: null },
    body: [paragraph('Chợ phiên bí mật.')],
  },
];

/** A person's own Markdown: a match that runs through emphasis and a link. */
const emphasised = `---
id: bao-song/2007/dam-nhat
title: Chuyện chữ đậm
source: bao-song
publishedAt: 2007-07-07
---

Nước **dâng** [cao](https://bao-song.example/) quá mái, rồi nước dâng cao nữa.
`;

/** Writes a content folder that has what the search page must show. */
export const writeSearchArchive = async (folder: string): Promise<void> => {
  const files: Record<string, string> = {
    'archive.yml': 'name: Kho tìm thử\n',
    'sources/bao-song.yml': 'name: Báo Sông\nkind: newspaper\n',
    'sources/tap-chi-nui.yml': 'name: Tạp chí Núi\nkind: magazine\n',
    'articles/bao-song/2007/dam-nhat.md': emphasised,
  };
  for (const article of articles) {
    files[`articles/${article.id}.md`] = printArticle(articleSchema.parse(article));
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
};
