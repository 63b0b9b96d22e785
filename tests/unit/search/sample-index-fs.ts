import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleSchema, type Article, type ArticleInput } from '../../../src/article/article.ts';

const article = (id: string, title: string, more: Partial<ArticleInput> = {}): Article =>
  articleSchema.parse({ id, title, source: id.split('/')[0] ?? '', body: [], ...more });

const paragraph = (text: string) => ({ type: 'paragraph' as const, text });

/** Five articles, one of them withdrawn. */
export const articles: readonly Article[] = [
  article('bao-a/2009/cho-phien', 'Chợ phiên vùng cao họp sớm', {
    publishedAt: '2009-02-28T14:18:00+07:00',
    authors: ['An Nhiên', 'Vũ Hà'],
    section: 'Đời sống',
    places: ['Hoà Bình', 'Hà Nội'],
    citedDocuments: ['35-NQ/TW'],
    lead: 'Từ tờ mờ sáng, đường xuống chợ đã đông.',
    body: [
      paragraph('Đảng uỷ xã giữ trật tự theo Nghị quyết số 35-NQ/TW ngày 22/10/2018.'),
      { type: 'list', ordered: false, items: ['gà đồi', 'mật ong rừng'] },
      { type: 'figure', image: null, text: 'Người bán gà. Ảnh: An Nhiên', credit: 'An Nhiên' },
    ],
  }),
  article('bao-a/2010/gia-gao', 'Giá gạo 8,11 nghìn đồng', {
    publishedAt: '2010-05',
    section: 'Thị trường',
    places: ['Hòa Bình'],
    citedDocuments: ['41/2014/QĐ-UBND'],
    kicker: 'Thị trường',
    body: [
      paragraph('Gạo tẻ thường lên giá; chợ phiên vắng người. Bà con đang uỷ thác cho hợp tác xã.'),
      {
        type: 'table',
        rows: [
          ['Loại', 'Giá'],
          ['Tẻ', '8/11'],
        ],
      },
    ],
  }),
  article('bao-b/undated/lu-quet', 'Lũ quét ở thượng nguồn', {
    section: 'Thời sự',
    places: ['Hòa Bình'],
    body: [paragraph('Hoà Bình và Hòa Bình là một tên. <script>alert(1)</script> [[không]] $& (a+)+')],
  }),
  article('bao-b/1998/hop-xa', 'Họp xã', {
    publishedAt: '1998',
    authors: ['Vũ Hà Anh'],
    body: [paragraph('Xã kỹ lưỡng, lý lẽ rõ ràng.')],
  }),
  article('bao-b/2020/da-rut', 'Chợ phiên đã rút', {
    publishedAt: '2020-01-01',
    withdrawn: { withdrawnAt: '2021-01-01T00:00:00+07:00', reason: 'theo yêu cầu' },
  }),
];
/** Every file below a folder, by its path from there, in base64. */
export const contents = async (dir: string): Promise<Record<string, string>> => {
  const names = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [path.slice(dir.length), (await readFile(path)).toString('base64')]),
    ),
  ) as Record<string, string>;
};
