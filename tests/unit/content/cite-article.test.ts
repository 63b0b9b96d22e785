import { describe, expect, test } from 'vitest';
import { recordSchema, type ArticleRecord } from '../../../src/article/article.ts';
import { toCitedArticle, toPlainCitation, type CitedArticle } from '../../../src/content/cite-article.ts';
import { toBibtex } from '../../../src/content/cite-bibtex.ts';
import { toCslJson } from '../../../src/content/cite-csl.ts';
import { toJsonLd } from '../../../src/content/cite-json-ld.ts';
import { toMetaTags } from '../../../src/content/cite-meta.ts';
import { toRis } from '../../../src/content/cite-ris.ts';
import { articleWords } from '../../../src/i18n/article-words.ts';

const from = {
  source: 'Báo X',
  sourceKind: 'newspaper',
  archive: 'Kho thử',
  address: 'https://kho.example/bai/bao-x/2022/cho-phien/',
  version: null,
} as const;

const cite = (record: Partial<ArticleRecord>, more: Partial<CitedArticle> = {}): CitedArticle => ({
  ...toCitedArticle(
    recordSchema.parse({ id: 'bao-x/2022/cho-phien', source: 'bao-x', title: 'Chợ phiên', ...record }),
    from,
  ),
  ...more,
});

const whole = cite({
  authors: ['An Nhiên', 'Bình'],
  organisation: 'TTXVN',
  publishedAt: '2022-02-28T14:18:00+07:00',
  section: 'Đời sống',
  url: 'https://bao-x.example/cho-phien',
});
const undated = cite({});
const supplied = cite({
  titleSupplied: true,
  publishedAt: '2022-02',
  publishedAtInferred: true,
  organisation: 'TTXVN',
});

const [vi, en] = [articleWords('vi').cite, articleWords('en').cite];
const dates = (date: string | null): string => date?.slice(0, 10) ?? 'không rõ ngày';
const archived = 'Lưu tại Kho thử: https://kho.example/bai/bao-x/2022/cho-phien/';

describe('in words', () => {
  test.each([
    [
      'all that is known',
      whole,
      `An Nhiên, Bình, “Chợ phiên”, Báo X, 2022-02-28, https://bao-x.example/cho-phien. ${archived}`,
    ],
    ['neither author nor date', undated, `“Chợ phiên”, Báo X, [không rõ ngày]. ${archived}`],
    ['what the cataloguer supplied', supplied, `TTXVN, [Chợ phiên], Báo X, [2022-02]. ${archived}`],
    [
      'a former version',
      cite({ publishedAt: '1998' }, { version: 2 }),
      `“Chợ phiên”, Báo X, 1998, phiên bản 2. ${archived}`,
    ],
    [
      'an archive that does not know its address',
      cite({ publishedAt: '1998' }, { address: null }),
      '“Chợ phiên”, Báo X, 1998. Lưu tại Kho thử: bao-x/2022/cho-phien',
    ],
  ])('%s', (_, cited, text) => {
    expect(toPlainCitation(cited, vi, dates)).toBe(text);
  });

  test('in English', () => {
    expect(toPlainCitation(supplied, en, dates)).toBe(
      'TTXVN, [Chợ phiên], Báo X, [2022-02]. Archived at Kho thử: https://kho.example/bai/bao-x/2022/cho-phien/',
    );
  });
});

describe('BibTeX', () => {
  test('has names in braces, the month as a macro, and what biblatex reads', () => {
    expect(toBibtex(whole, vi)).toBe(
      `@article{bao-x-2022-cho-phien,
  author = {{An Nhiên} and {Bình}},
  title = {{Chợ phiên}},
  journal = {Báo X},
  year = {2022},
  month = feb,
  date = {2022-02-28},
  langid = {vietnamese},
  url = {https://kho.example/bai/bao-x/2022/cho-phien/},
  note = {Địa chỉ gốc: https://bao-x.example/cho-phien}
}`,
    );
  });

  test('marks what is inferred, and says what is unknown', () => {
    expect(toBibtex(supplied, vi)).toContain('year = {[2022]},\n  month = feb,\n  date = {2022-02?},');
    expect(toBibtex(supplied, vi)).toContain('note = {Ngày do thủ thư suy ra}');
    expect(toBibtex(undated, vi)).not.toMatch(/year|month|date|author/);
    expect(toBibtex(undated, vi)).toContain('note = {Không rõ ngày đăng}');
  });

  test.each([
    ['50% & #1_a $', '50\\% \\& \\#1\\_a \\$'],
    ['{x} \\y ~ ^', '\\{x\\} \\textbackslash{}y \\textasciitilde{} \\textasciicircum{}'],
  ])('escapes %s', (title, escaped) => {
    expect(toBibtex(cite({ title }), vi)).toContain(`title = {{${escaped}}}`);
  });

  test('of a portal is @misc', () => {
    expect(toBibtex(cite({}, { sourceKind: 'portal' }), vi)).toMatch(/^@misc[\s\S]*howpublished = \{Báo X\}/);
  });
});

describe('RIS', () => {
  test('has a line a fact', () => {
    expect(toRis(whole, vi)).toBe(
      `TY  - NEWS
AU  - An Nhiên
AU  - Bình
TI  - Chợ phiên
T2  - Báo X
PY  - 2022
DA  - 2022/02/28/
SE  - Đời sống
LA  - vi
UR  - https://kho.example/bai/bao-x/2022/cho-phien/
DB  - Kho thử
AN  - bao-x/2022/cho-phien
N1  - Địa chỉ gốc: https://bao-x.example/cho-phien
ER  - `,
    );
  });

  test.each([
    ['2022-02', 'DA  - 2022/02//'],
    ['1998', 'DA  - 1998///'],
  ])('keeps what is not known of %s open', (publishedAt, line) => {
    expect(toRis(cite({ publishedAt }), vi)).toContain(line);
  });

  test('of an undated article has no date', () => {
    expect(toRis(undated, vi)).not.toMatch(/^(?:PY|DA)/m);
    expect(toRis(undated, vi)).toContain('N1  - Không rõ ngày đăng');
  });
});

describe('CSL-JSON', () => {
  const parse = (cited: CitedArticle): unknown => (JSON.parse(toCslJson(cited, vi)) as unknown[])[0];

  test('has the day and literal names', () => {
    expect(parse(whole)).toEqual({
      id: 'bao-x/2022/cho-phien',
      type: 'article-newspaper',
      title: 'Chợ phiên',
      author: [{ literal: 'An Nhiên' }, { literal: 'Bình' }],
      'container-title': 'Báo X',
      section: 'Đời sống',
      issued: { 'date-parts': [[2022, 2, 28]] },
      language: 'vi',
      URL: 'https://kho.example/bai/bao-x/2022/cho-phien/',
      archive: 'Kho thử',
      archive_location: 'bao-x/2022/cho-phien',
      note: 'Địa chỉ gốc: https://bao-x.example/cho-phien',
    });
  });

  test('tells circa of an inferred date, and nothing of an unknown one', () => {
    expect(parse(supplied)).toMatchObject({
      title: '[Chợ phiên]',
      issued: { 'date-parts': [[2022, 2]], circa: true },
    });
    expect(parse(undated)).not.toHaveProperty('issued');
  });
});

const content = { abstract: 'Lời dẫn', subjects: ['35-NQ/TW'], places: ['Hà Giang'], rights: null };

describe('the head', () => {
  const contents = (cited: CitedArticle, name: string): string[] =>
    toMetaTags(cited, content, 'không rõ ngày')
      .filter((tag) => tag.name === name)
      .map((tag) => tag.content);

  test.each([
    [whole, ['2022/02/28'], ['2022-02-28']],
    [cite({ publishedAt: '2022-02' }), ['2022/02'], ['2022-02']],
    [supplied, [], ['[2022-02]']],
    [undated, [], ['[không rõ ngày]']],
  ])('dates an article as far as it is known (%#)', (cited, highwire, dublinCore) => {
    expect(contents(cited, 'citation_publication_date')).toEqual(highwire);
    expect(contents(cited, 'DC.date')).toEqual(dublinCore);
  });

  test('never takes a newspaper for a journal', () => {
    expect(contents(whole, 'citation_journal_title')).toEqual([]);
    expect(contents(whole, 'z:itemType')).toEqual(['newspaperArticle']);
  });
});

describe('JSON-LD', () => {
  const describe_ = (cited: CitedArticle, organisation: string | null = null): Record<string, unknown> =>
    JSON.parse(
      toJsonLd({
        cited,
        content,
        organisation,
        kicker: null,
        updatedAt: null,
        homepage: null,
        images: [],
      }),
    ) as Record<string, unknown>;

  test('tells persons from the organisation', () => {
    expect(describe_(whole, 'TTXVN')).toMatchObject({
      '@type': 'NewsArticle',
      author: [
        { '@type': 'Person', name: 'An Nhiên' },
        { '@type': 'Person', name: 'Bình' },
        { '@type': 'Organization', name: 'TTXVN' },
      ],
      datePublished: '2022-02-28T14:18:00+07:00',
      url: 'https://bao-x.example/cho-phien',
      archivedAt: 'https://kho.example/bai/bao-x/2022/cho-phien/',
    });
    expect(describe_(supplied, 'TTXVN').author).toEqual([{ '@type': 'Organization', name: 'TTXVN' }]);
  });

  test('leaves out what is inferred or unknown', () => {
    expect(describe_(supplied)).not.toHaveProperty('datePublished');
    expect(describe_(undated)).not.toHaveProperty('datePublished');
    expect(describe_(undated)).not.toHaveProperty('author');
  });

  test('can not end the script that it stands in', () => {
    const cited = cite({ title: '</script><script>alert(1)</script><!--' });
    const text = toJsonLd({
      cited,
      content,
      organisation: null,
      kicker: null,
      updatedAt: null,
      homepage: null,
      images: [],
    });
    expect(text).not.toContain('<');
    expect((JSON.parse(text) as { headline: string }).headline).toBe(cited.title);
  });
});
