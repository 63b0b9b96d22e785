import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/archive/parse-yaml.ts';
import { sourceRulesSchema, sourceSchema } from '../../../src/article/source-record.ts';
import { extractPage } from '../../../src/extract/extract-page.ts';
import { parsePage } from '../../../src/extract/page-tree.ts';
import { selectAll } from '../../../src/extract/select.ts';
import { parseSelector } from '../../../src/article/selector.ts';

const found = (html: string, text: string): string[] => {
  const page = parsePage(html);
  const selector = parseSelector(text);
  return page === null || selector === null
    ? []
    : selectAll(page, selector).map(({ attribs }) => attribs.id ?? '?');
};

const tree =
  '<div id="a" class="x y"><p id="b" class="x" data-k="1"><b id="c"></b></p></div><p id="d"><b id="e" class="x"></b></p>';

describe('selectAll', () => {
  test.each([
    ['p', ['b', 'd']],
    ['.x', ['a', 'b', 'e']],
    ['.x.y', ['a']],
    ['p.x', ['b']],
    ['div b', ['c']],
    ['.y .x b', ['c']],
    ['#d b, #a', ['a', 'e']],
    ['[data-k]', ['b']],
    ['[data-k=2]', []],
    ['[data-k="1"] b', ['c']],
  ])('%s → %j', (selector, ids) => {
    expect(found(tree, selector)).toEqual(ids);
  });
});

/** A page whose parts nothing names: the headline is in a span, the date amid words, the byline in a list. */
const page = `<html><head><title>Lac Giang</title></head><body><div class="k1">Nước về đồng</div><div class="k2">Bến đò Vạn Phúc vào mùa</div>
<div class="k3">Đăng trong số 12 ra ngày 12/09/2017</div><div class="k4">Sáng sớm ghe thuyền về bến.</div><ul><li class="k5">Lê An</li></ul>
<div class="k6"><p>Sáng sớm, bến đò Vạn Phúc đã tấp nập người qua lại, ghe chở trái cây từ các cồn nối nhau cập bến.</p><p class="k7">Mời bạn đọc theo dõi thêm chuyên đề này ở số báo sau, ra ngày thứ năm hằng tuần trên mọi sạp báo trong tỉnh.</p>
<p>Bà con cho biết năm nay nước về muộn, nhưng giá trái cây giữ được mức cao nên ai cũng phấn khởi.</p></div><div class="k8">Đồng quê</div></body></html>`;

const rules = sourceRulesSchema.parse({
  kicker: '.k1',
  title: '.k2',
  date: '.k3',
  lead: '.k4',
  byline: 'ul .k5',
  body: 'div.k6',
  section: '.k8',
  cut: ['.k7'],
});

describe("a source's rules", () => {
  test('fill every field of a page that says nothing for machines', () => {
    const { draft, takenBy } = extractPage(page, () => rules);
    expect(draft).toMatchObject({
      kicker: 'Nước về đồng',
      title: 'Bến đò Vạn Phúc vào mùa',
      publishedAt: '2017-09-12',
      lead: 'Sáng sớm ghe thuyền về bến.',
      authors: ['Lê An'],
      section: 'Đồng quê',
    });
    expect(draft?.body.map((block) => ('text' in block ? block.text.slice(0, 8) : ''))).toEqual([
      'Sáng sớm',
      'Bà con c',
    ]);
    expect(draft?.cut[0]).toMatchObject({ rule: 'source-rule' });
    expect(new Set(Object.values(takenBy ?? {}))).toEqual(new Set(['source-rule']));
  });

  test('outdo what the page says for machines, where they find something', () => {
    const stated = page.replace(
      '</head>',
      '<meta property="og:title" content="Vạn Phúc vào mùa nước"><meta name="author" content="Trần Bình"><meta property="article:published_time" content="2017-09-11T08:00:00+07:00"></head>',
    );
    const { draft, takenBy } = extractPage(stated, () => rules);
    expect(draft).toMatchObject({
      title: 'Bến đò Vạn Phúc vào mùa',
      authors: ['Lê An'],
      publishedAt: '2017-09-12',
      section: 'Đồng quê',
    });
    expect(new Set(Object.values(takenBy ?? {}))).toEqual(new Set(['source-rule']));
  });

  test('leave to the machines what they do not find', () => {
    const stated = page.replace(
      '</head>',
      '<meta property="og:title" content="Vạn Phúc vào mùa nước"><meta property="article:published_time" content="2017-09-11T08:00:00+07:00"></head>',
    );
    const missing = sourceRulesSchema.parse({ title: '.none', date: '.k8', body: 'div.k6' });
    const { draft, takenBy } = extractPage(stated, () => missing);
    expect(draft).toMatchObject({ title: 'Vạn Phúc vào mùa nước', publishedAt: '2017-09-11T08:00:00+07:00' });
    expect(takenBy).toMatchObject({ title: 'meta', publishedAt: 'meta', body: 'source-rule' });
  });

  test('are asked for by what the page says of its source', () => {
    const signs: unknown[] = [];
    extractPage(
      '<link rel="canonical" href="https://bao.example/a"><meta property="og:site_name" content="Báo Thử">',
      (asked) => {
        signs.push(asked);
        return null;
      },
    );
    expect(signs).toEqual([{ url: 'https://bao.example/a', sourceName: 'Báo Thử' }]);
  });

  test('that find nothing change nothing', () => {
    const silent = sourceRulesSchema.parse({ title: '.none', body: '#none', cut: ['#none'] });
    expect(extractPage(page, () => silent).draft).toEqual(extractPage(page).draft);
  });

  test('that are faulty are a problem at their line', () => {
    const yml = 'name: Báo Thử\nrules:\n  title: h1\n  cut:\n    - .box\n    - "div > p"\n  heading: h2\n';
    const { value, problems } = parseYaml(yml, sourceSchema);
    expect(value).toBeNull();
    expect(
      problems.map(({ code, place, values }) => [code, place.line, values.reason ?? values.field]),
    ).toEqual([
      ['record-field-invalid', 6, 'not-selector'],
      ['record-field-unknown', 7, 'rules.heading'],
    ]);
  });
});
