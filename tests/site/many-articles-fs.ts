import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { articleSchema, type ArticleInput } from '../../src/article/article.ts';
import { printArticle } from '../../src/article/print-article.ts';

const toArticle = (
  source: string,
  date: string | null,
  i: number,
  more: Partial<ArticleInput> = {},
): ArticleInput => ({
  id: `${source}/${date?.slice(0, 4) ?? 'undated'}/bai-${i}`,
  title: `Tin số ${i}`,
  source,
  body: [{ type: 'paragraph', text: 'Cuộc họp bàn việc làng.' }],
  ...(date !== null && { publishedAt: date }),
  ...more,
});

/** Of the newspaper all in 2014: 120 on a day, 60 on another, 20 of which the month is known, 50 of which it is not. */
const newspaper = [
  ...Array<string>(120).fill('2014-11-03'),
  ...Array<string>(60).fill('2014-11-20'),
  ...Array<string>(20).fill('2014-11'),
  ...Array<string>(50).fill('2014'),
].map((date, i) =>
  toArticle('bao-lang', date, i, { authors: [`Người viết ${i % 130}`], section: 'Thời sự' }),
);

const headlines = ['Ấm áp', 'Ăn Tết', 'An ninh', '“Đường xa”', 'Ước mơ', '1001 đêm'];

/** Of the magazine one a year from 1995 to 2025, each on 22 November, each citing one document; and one undated. */
const magazine = Array.from({ length: 31 }, (_, i) =>
  toArticle('tap-chi-nui', `${1995 + i}-11-22`, i, {
    title: `${headlines[i % headlines.length] ?? ''} ${1995 + i}`,
    citedDocuments: ['41/1994/QĐ-UBND'],
    documents: [
      {
        name: 'Quyết định 41/1994/QĐ-UBND',
        number: '41/1994/QĐ-UBND',
        ...(i === 7 && { issuer: 'UBND tỉnh', date: '1994-05-06' }),
      },
    ],
    places: ['Đà Nẵng'],
  }),
);

const undated = toArticle('tap-chi-nui', null, 99, { citedDocuments: ['41/1994/QĐ-UBND'] });

/** Writes an archive that fills several pages of most lists. */
export const writeManyArticles = async (folder: string): Promise<void> => {
  const files: Record<string, string> = {
    'archive.yml': 'name: Kho nhiều bài\nsite: https://kho.example\ncontact: thu@kho.example\n',
    'sources/bao-lang.yml': 'name: Báo Làng\nkind: newspaper\n',
    'sources/tap-chi-nui.yml': 'name: Tạp chí Núi\nkind: magazine\n',
  };
  for (const article of [...newspaper, ...magazine, undated]) {
    files[`articles/${article.id}.md`] = printArticle(articleSchema.parse(article));
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
};
