import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMentionsOf } from '../../../src/content/link-documents.ts';
import { renderText, type RenderedText } from '../../../src/content/render-text.ts';

const documents = [
  { name: '12/2021/QĐ-UBND', address: '/van-ban/12/' },
  { name: 'Luật Đất đai (2013)', address: '/van-ban/luat-dat-dai/' },
];

const large = `images/ab/${'ab'.padEnd(64, '0')}.jpg`;

const renderWhole = (markdown: string): RenderedText =>
  renderText(markdown, {
    images: {
      'images/a.jpg': { width: 30, height: 20 },
      [large]: { width: 1000, height: 500 },
    },
    imageAddress: (src) => `/kho/${src}`,
    imageMissing: 'Không có hình',
    tableLabel: 'Bảng',
    paragraphLabel: (number) => `Đến đoạn ${number}`,
    findMentions: findMentionsOf(documents),
  });

const linkToParagraph = / ?<a class="to-paragraph" href="#(doan-\d+)" aria-label="Đến đoạn \d+"><\/a>/g;

/** Without the links to paragraphs, which stand at the end of each. */
const render = (markdown: string): string => renderWhole(markdown).html.replace(linkToParagraph, '');

test.each([
  ['a paragraph, with an id', 'Một.\n\nHai.', '<p id="doan-1">Một.</p>\n<p id="doan-2">Hai.</p>'],
  ['emphasis', '**Đậm** _nghiêng_', '<p id="doan-1"><strong>Đậm</strong> <em>nghiêng</em></p>'],
  ['a line break', 'Một\\\nhai', '<p id="doan-1">Một<br>\nhai</p>'],
  ['a cross-head, never above h2', '# Đầu', '<h2 id="muc-1">Đầu</h2>'],
  [
    'cross-heads that skip a level',
    '#### Đầu\n\n#### Sau',
    '<h2 id="muc-1">Đầu</h2>\n<h3 id="muc-2">Sau</h3>',
  ],
  [
    'what looks like a directive',
    'Lúc 8:giờ, tỉ số 2:một[x]',
    '<p id="doan-1">Lúc 8:giờ, tỉ số 2:một[x]</p>',
  ],
  ['an unknown leaf directive', '::x[y]{z}', '<p id="doan-1">::x[y]{z}</p>'],
  ['an unknown container', ':::hop\nTrong.\n:::', '<p id="doan-1">Trong.</p>'],
  [
    'a figure with its picture',
    ':::figure{src="images/a.jpg" alt="Chợ"}\nChợ. Ảnh: :credit[AN]\n:::',
    '<figure><img src="/kho/images/a.jpg" alt="Chợ" width="30" height="20" loading="lazy" decoding="async"><figcaption>Chợ. Ảnh: <span class="credit">AN</span></figcaption></figure>',
  ],
  [
    'a figure whose picture is lost',
    ':::figure{src="images/b.jpg" alt="Chợ"}\nChợ.\n:::',
    '<figure><div class="no-picture">Không có hình: Chợ</div><figcaption>Chợ.</figcaption></figure>',
  ],
  [
    'a figure with a foreign picture',
    ':::figure{src="https://a.example/x.png"}\nChợ.\n:::',
    '<figure><figcaption>Chợ.</figcaption></figure>',
  ],
  ['a figure with nothing', ':::figure{src="x"}\n:::', ''],
  [
    'a link of the web',
    '[x](https://a.example)',
    '<p id="doan-1"><a href="https://a.example" rel="nofollow noreferrer">x</a></p>',
  ],
  [
    'a link of another kind',
    '[x](javascript:alert(1)) [y](/bai/) [z](mailto:a@b.example)',
    '<p id="doan-1">x y z</p>',
  ],
  ['a picture in the text, as its words', '![Chợ](https://a.example/x.png)', '<p id="doan-1">Chợ</p>'],
  [
    'raw HTML, left out',
    '<script>alert(1)</script>\n\nMột <b onclick="x()">hai</b>',
    '<p id="doan-1">Một hai</p>',
  ],
  ['code, as a paragraph', '    <b>x</b>', '<p id="doan-1">&#x3C;b>x&#x3C;/b></p>'],
  ['a list', '- Một\n- Hai', '<ul>\n<li>Một</li>\n<li>Hai</li>\n</ul>'],
  ['control characters, gone', 'M\u0007ộ\u202Et', '<p id="doan-1">Một</p>'],
  ['decomposed letters, composed', 'Mo\u0302\u0323t', '<p id="doan-1">Một</p>'],
])('%s', (_, markdown, html) => {
  expect(render(markdown).trim()).toBe(html);
});

test('a large picture comes in sizes, with its own told so that nothing moves', () => {
  const small = large.replace('.jpg', '-800.jpg');
  expect(render(`:::figure{src="${large}" alt="Chợ"}\n:::`)).toBe(
    `<figure><img src="/kho/${large}" alt="Chợ" width="1000" height="500" srcset="/kho/${small} 800w, /kho/${large} 1000w" sizes="(min-width: 42rem) 38rem, calc(100vw - 2rem)" loading="lazy" decoding="async"></figure>`,
  );
});

test('each paragraph ends with a link to itself, which adds no word', () => {
  const { html } = renderWhole('Một.\n\n> Hai.');
  expect([...html.matchAll(linkToParagraph)].map(([, id]) => id)).toEqual(['doan-1', 'doan-2']);
  expect(html).toContain(
    '<p id="doan-1">Một.<a class="to-paragraph" href="#doan-1" aria-label="Đến đoạn 1"></a></p>',
  );
});

test('cross-heads are listed with their ids, levels and words', () => {
  expect(renderWhole('## Một **đậm**\n\nA.\n\n#### Hai\n\n## Ba').heads).toEqual([
    { id: 'muc-1', level: 2, text: 'Một đậm' },
    { id: 'muc-2', level: 3, text: 'Hai' },
    { id: 'muc-3', level: 2, text: 'Ba' },
  ]);
});

const document = (words: string): string => `<a href="/van-ban/12/" class="document">${words}</a>`;
const law = (words: string): string => `<a href="/van-ban/luat-dat-dai/" class="document">${words}</a>`;

test.each([
  ['a number', 'Theo 12/2021/QĐ-UBND, chợ', `Theo ${document('12/2021/QĐ-UBND')}, chợ`],
  ['a number with spaces', 'Theo 12/2021/QĐ - UBND.', `Theo ${document('12/2021/QĐ - UBND')}.`],
  [
    'each document once a paragraph',
    '12/2021/QĐ-UBND, 12/2021/QĐ-UBND',
    `${document('12/2021/QĐ-UBND')}, 12/2021/QĐ-UBND`,
  ],
  ['a law by its name', 'Luật đất đai năm 2013', `${law('Luật đất đai')} năm 2013`],
  ['a number in emphasis', '**12/2021/QĐ-UBND**', `<strong>${document('12/2021/QĐ-UBND')}</strong>`],
  ['no other number', 'Theo 13/2021/QĐ-UBND.', 'Theo 13/2021/QĐ-UBND.'],
  ['no part of a longer name', 'Luật Đất đaiX', 'Luật Đất đaiX'],
  [
    'nothing within a link',
    '[12/2021/QĐ-UBND](https://a.example)',
    '<a href="https://a.example" rel="nofollow noreferrer">12/2021/QĐ-UBND</a>',
  ],
])('documents are linked where the text names them: %s', (_, markdown, html) => {
  expect(render(markdown).trim()).toBe(`<p id="doan-1">${html}</p>`);
});

test('of laws that differ in their year alone, none is linked', () => {
  const find = findMentionsOf([
    { name: 'Luật Đất đai (2013)', address: '/a/' },
    { name: 'Luật Đất đai (2024)', address: '/b/' },
  ]);
  expect(find?.('Luật Đất đai')).toEqual([]);
});

test('a wide table has a frame that a keyboard can scroll', () => {
  expect(render('| a | b |\n| - | -: |\n| 1 | 2 |')).toMatch(
    /^<div class="table-frame" tabindex="0" role="group" aria-label="Bảng"><table>/,
  );
});

test('no Markdown makes an element, attribute or address that a text has no use for', () => {
  const pieces = fc.constantFrom(
    '<script>',
    '</script>',
    '<img src=x onerror=y>',
    '[a](javascript:x)',
    '![a](data:x)',
    ':::figure{src="x" onload="y"}\n',
    '\n:::\n',
    '\n\n',
    '> ',
    '- ',
    '# ',
    '| a |\n| - |\n',
    '`',
    '*',
    '&lt;script&gt;',
    '<a href="javascript:x">',
    ':credit[',
    ']',
    'https://a.example/"onx=',
    '[r]: javascript:x\n',
    '[r]',
    '<!--',
    '-->',
    '<svg/onload=x>',
    '[^1]',
    '[^1]: x\n',
    'chữ ',
  );
  const allowed =
    /^<\/?(?:p|h[234]|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|figure|figcaption|img|span|a|em|strong|del|code|br|hr|div)(?: (?:id="(?:doan|muc)-\d+"|class="(?:credit|table-frame|no-picture)"|tabindex="0"|role="group"|aria-label="Bảng"|href="https?:[^"]*"|rel="nofollow noreferrer"|src="[^"]*"|alt="[^"]*"|start="\d+"|align="\w+"|width="\d+"|height="\d+"|loading="lazy"|decoding="async"))*>$/;
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const tags = render(parts.join('')).match(/<(?:"[^"]*"|[^">])*>?/g) ?? [];
      expect(tags.filter((tag) => !allowed.test(tag))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
