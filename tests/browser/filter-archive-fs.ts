import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { articleSchema, type ArticleInput } from '../../src/article/article.ts';
import { printArticle } from '../../src/article/print-article.ts';

/** Four in 2010, six in 2012, six in 2014 of which one has no month, two in 2016, two undated. */
const dates: readonly (string | null)[] = [
  ...['2014-01-10', '2014-03-01', '2014-03-20', '2014-05-31', '2014', '2014-12'],
  ...['2010-06-01', '2010-06-02', '2010-06-03', '2010-06-04'],
  ...['2012-02-10', '2012-02-11', '2012-02-12', '2012-02-13', '2012-02-14', '2012-02-15'],
  ...['2016-07-07', '2016-07-08'],
  ...[null, null],
];

/** The first is of every article, the second of every other one, and so on: 20, 10, 7, 5, 4, 4, 3, 3, 3, 2. */
const places = [
  ...['Hòa Bình', 'Huế', 'Đà Nẵng', 'Cần Thơ', 'Lạng Sơn'],
  ...['Quảng Ninh', 'Nghệ An', 'Đắk Lắk', 'Sơn La', 'Xóm Gò'],
];

const articles = dates.map((date, i): ArticleInput => {
  const source = i % 4 === 3 ? 'tap-chi-nui' : 'bao-song';
  return {
    id: `${source}/${date?.slice(0, 4) ?? 'undated'}/hop-${String(i)}`,
    title: `Bài ${String(i)}`,
    source,
    section: i < 12 ? 'Thời sự' : 'Kinh tế & đời sống',
    authors: i % 2 === 0 ? ['An Nhiên', ...(i % 10 === 0 ? ['Bình Minh'] : [])] : [],
    places: places.filter((_, place) => i % (place + 1) === 0),
    citedDocuments: [...(i % 5 === 0 ? ['41/2014/QĐ-UBND'] : []), ...(i === 5 ? ['35-NQ/TW'] : [])],
    body: [{ type: 'paragraph', text: `Cuộc họp bàn việc làng${i < 6 ? ', rồi cả xóm ra đồng' : ''}.` }],
    ...(date !== null && { publishedAt: date }),
  };
});

/** Writes a content folder of twenty articles with what facets count. */
export const writeFilterArchive = async (folder: string): Promise<void> => {
  const files: Record<string, string> = {
    'archive.yml': 'name: Kho lọc thử\n',
    'sources/bao-song.yml': 'name: Báo Sông\nkind: newspaper\n',
    'sources/tap-chi-nui.yml': 'name: Tạp chí Núi\nkind: magazine\n',
  };
  for (const article of articles) {
    files[`articles/${article.id}.md`] = printArticle(articleSchema.parse(article));
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
};
