import { describe, expect, test } from 'vitest';
import { recordSchema } from '../../../src/article/article.ts';
import { relateArticles } from '../../../src/content/related-articles.ts';
import { versionInstants } from '../../../src/content/version-instants.ts';

const article = (id: string, markdown: string, title = 'Chợ Vồm', lead: string | null = null) => ({
  record: recordSchema.parse({ id, source: id.split('/')[0], title, lead }),
  markdown,
});

const sentences = Array.from(
  { length: 40 },
  (_, i) => `Hàng thứ ${String(i * 7)} bán ${String(i * i)} cân gạo cho ${String(i + 3)} người khách.`,
);
const whole = sentences.join(' ');

const linksOf = (articles: readonly ReturnType<typeof article>[], id: string) => {
  const related = relateArticles(articles).get(id);
  return {
    also: related?.alsoPublished.map(({ record }) => record.id) ?? [],
    near: related?.near.map(({ record }) => record.id) ?? [],
  };
};

describe('the links between articles', () => {
  const articles = [
    article('bao-a/2020/goc', whole),
    article('bao-b/2020/dang-lai', `${whole}\n\nTheo Báo A.`, 'Đầu đề khác'),
    article('bao-c/2020/rut-gon', sentences.slice(0, 25).join(' ')),
    article('bao-a/2020/cung-bao', whole, 'Chợ Vồm (in lại)'),
    article('bao-d/2020/khac', 'Bến đò chạy lại từ sáng nay, khách qua sông đông hơn ngày thường.'.repeat(3)),
  ];

  test('go to the same text in another source, and to what is nearly the same, both ways', () => {
    expect(linksOf(articles, 'bao-a/2020/goc')).toEqual({
      also: ['bao-b/2020/dang-lai'],
      near: ['bao-a/2020/cung-bao', 'bao-c/2020/rut-gon'],
    });
    expect(linksOf(articles, 'bao-b/2020/dang-lai').also).toEqual(['bao-a/2020/cung-bao', 'bao-a/2020/goc']);
    expect(linksOf(articles, 'bao-c/2020/rut-gon').near).toHaveLength(3);
    expect(linksOf(articles, 'bao-d/2020/khac')).toEqual({ also: [], near: [] });
  });

  test('are the same in whatever order the articles come', () => {
    for (const { record } of articles) {
      expect(linksOf(articles.toReversed(), record.id)).toEqual(linksOf(articles, record.id));
    }
  });

  test('of short texts need the same words, headline and all', () => {
    const short = [
      article('bao-a/2020/a', 'Chợ vãn sớm.'),
      article('bao-b/2020/a', 'Chợ vãn sớm.'),
      article('bao-c/2020/a', 'Chợ vãn sớm.', 'Tin khác'),
    ];
    expect(linksOf(short, 'bao-a/2020/a')).toEqual({ also: ['bao-b/2020/a'], near: [] });
    expect(linksOf(short, 'bao-c/2020/a')).toEqual({ also: [], near: [] });
  });

  test('do not come of the pictures’ names and the signs of Markdown', () => {
    const figure = (name: string): string =>
      `:::figure{src="images/${name}.jpg" alt="Ảnh ${name} trong bài báo ngày hôm nay của chợ"}\nChú thích. Ảnh: :credit[AN]\n:::\n`;
    const two = ['một', 'hai'].map((name, i) =>
      article(
        `bao-${String(i)}/2020/a`,
        `${Array.from({ length: 20 }, () => figure(name)).join('\n')}\n${whole}`,
      ),
    );
    expect(linksOf(two, 'bao-0/2020/a').also).toEqual(['bao-1/2020/a']);
  });
});

describe('the instant of a version', () => {
  const capture = (digit: string, capturedAt: string) => ({
    sha256: digit.repeat(64),
    capturedAt,
    mediaType: 'text/html',
    bytes: 1,
    file: 'captures/a.warc.gz',
    offset: 0,
  });
  const [first, second, third] = [
    capture('a', '2020-01-01T00:00:00Z'),
    capture('b', '2021-01-01T00:00:00Z'),
    capture('c', '2022-01-01T00:00:00Z'),
  ];
  const record = (captures: readonly object[]) =>
    recordSchema.parse({ id: 'a/2020/b', title: 'A', source: 'a', captures });

  test.each([
    [
      'versions carry the captures before them',
      [[first], [first, second], [first, second, third]],
      [first, second, third],
    ],
    ['a reading was put beside an edited text', [[second], [first]], [second, first]],
    ['a version has no captures', [[], [first]], [null, first]],
  ])('where %s', (_where, captures, expected) => {
    expect(versionInstants(captures.map(record))).toEqual(expected.map((one) => one?.capturedAt ?? null));
  });
});
