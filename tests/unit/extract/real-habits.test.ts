import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/extract/extract-page.ts';

/** What served pages of newspapers have shown that pages made for tests had not. */
const read = (html: string) => {
  const { draft } = extractPage(html);
  if (draft === null) throw new Error('the page was refused');
  return {
    ...draft,
    texts: draft.body.map((block) => ('text' in block ? `${block.type}: ${block.text}` : block.type)),
  };
};

const title = 'Bến đò Lạc Giang rộn ràng ngày nước nổi';
const lead = 'Nước về sớm hơn mọi năm, các chủ đò ở bến Lạc Giang chạy suốt ngày đêm mà khách vẫn phải chờ.';
const first = 'Từ bốn giờ sáng, bà Hà Thị Lụa đã chống sào đưa chuyến khách đầu tiên sang bên kia sông.';
const second = 'Theo ông trưởng bến, mỗi ngày có hơn một nghìn lượt người qua lại, gấp đôi so với mùa khô.';
const third = 'Xã đang xin huyện cấp thêm áo phao, và nhắc các chủ đò không chở quá số người cho phép.';

const page = (body: string, tag = `${title} - Báo Lạc Giang`, meta = ''): string =>
  `<html lang="vi"><head><title>${tag}</title>${meta}</head><body>
  <ul class="menu"><li><a href="/thoi-su">Thời sự</a></li><li><a href="/phap-luat">Pháp luật</a></li></ul>${body}</body></html>`;

const head = `<h1>${title}</h1><p class="time">Thứ Ba, 25/12/2012 10:03</p>`;
const text = `<div class="content"><p>${first}</p><p>${second}</p><p>${third}</p></div>`;

describe('words of a sentence', () => {
  test.each(['cms-relate', 'related-link', 'link-social', 'tag-inline'])('a link called %s stays', (name) => {
    const linked = `Đây là mùa <a class="${name}" href="/nuoc-noi">nước nổi</a> thứ hai mà <a class="${name}" href="/b">bến đò</a> có đèn.`;
    const { texts } = read(page(`${head}<div class="content"><p>${linked}</p><p>${second}</p></div>`));
    expect(texts).toContain('paragraph: Đây là mùa nước nổi thứ hai mà bến đò có đèn.');
  });

  test('an end tag without a name is none', () => {
    const read1 = read(page(`<h1>${title}</></h1><p class="sapo">${lead}</p>${text}`));
    expect(read1.title).toBe(title);
  });
});

describe('pictures', () => {
  const row = (name: string, caption: string): string =>
    `<tr><td><img src="${name}.jpg"></td></tr><tr><td class="pCaption">${caption}</td></tr>`;

  test('a table of several keeps each caption with its own', () => {
    const table = `<table><tbody>${row('a', 'Chuyến đò đầu ngày.')}${row('b', 'Bến lúc giữa trưa. Ảnh: Minh Châu')}<tr><td><img src="c.jpg"></td></tr>${row('d', 'Người chờ qua sông.')}</tbody></table>`;
    const { texts, body } = read(
      page(`${head}<div class="content"><p>${first}</p>${table}<p>${second}</p></div>`),
    );
    expect(texts).toEqual([
      `paragraph: ${first}`,
      'figure: Chuyến đò đầu ngày.',
      'figure: Bến lúc giữa trưa. Ảnh: Minh Châu',
      'figure: Người chờ qua sông.',
      `paragraph: ${second}`,
    ]);
    expect(body[2]).toMatchObject({ credit: 'Minh Châu' });
  });

  test('a gallery of figures keeps each caption', () => {
    const one = (name: string, caption: string): string =>
      `<figure><img src="${name}.jpg"><figcaption>${caption}</figcaption></figure>`;
    const { texts } = read(
      page(
        `${head}<div class="content"><p>${first}</p><figure class="gallery">${one('a', 'Đò sang.')}${one('b', 'Đò về.')}</figure><p>${second}</p></div>`,
      ),
    );
    expect(texts).toContain('figure: Đò sang.');
    expect(texts).toContain('figure: Đò về.');
  });

  test('between headline and text keep the caption that stands behind their element', () => {
    const above =
      '<div class="thumb"><img src="a.jpg"></div><div class="item-caption">Đò cập bến. Ảnh: Minh Châu</div>';
    const { texts } = read(page(`<div>${head}<div class="sapo">${lead}</div>${above}${text}</div>`));
    expect(texts[0]).toBe('figure: Đò cập bến. Ảnh: Minh Châu');
    expect(texts).toHaveLength(4);
  });

  test('a long caption of two pictures is one', () => {
    const long = `${first} ${second} ${third} `.repeat(3).trim();
    const { texts } = read(
      page(
        `${head}<div class="sapo">${lead}</div><div class="content"><div><figure><img src="a.jpg"></figure><figure><img src="b.jpg"></figure><figcaption>${long}</figcaption></div>${`<p>${second}</p><p>${third}</p>`.repeat(4)}</div>`,
      ),
    );
    expect(texts[0]).toBe(`figure: ${long}`);
  });

  const doors = Array.from(
    { length: 14 },
    (_, i) => `<li><a href="/tin-${i}">Tin thứ ${i} của bến đò bên sông Lạc Giang hôm nay</a></li>`,
  ).join('');
  const story = [first, second, third]
    .map(
      (caption, i) =>
        `<table><tr><td><img src="${i}.jpg"></td></tr><tr><td class="Image">${caption}</td></tr></table>`,
    )
    .join('');

  test('a story told by captions alone is an article', () => {
    const { texts, authors } = read(
      page(
        `<div class="detail"><h1 class="Title">${title}</h1><h2 class="Lead">${lead}</h2>${story}<p class="Normal" style="text-align:right"><strong>T.L.<br></strong><em>Ảnh</em>: <strong>Minh Châu</strong></p></div><ul>${doors}</ul>`,
      ),
    );
    expect(texts).toEqual([`figure: ${first}`, `figure: ${second}`, `figure: ${third}`]);
    expect(authors).toEqual(['T.L.']);
  });

  test('a picture story with a line of text, a writer and a date is an article', () => {
    const { texts, authors } = read(
      page(
        `<div class="detail"><span>Thứ sáu, 28/12/2012, 14:46 GMT+7</span><h1 class="Title">${title}</h1><h2 class="Lead">${lead}</h2><p class="Normal">Ảnh chụp tại bến Lạc Giang,</p><img src="a.jpg"><img src="b.jpg"><p class="Normal" style="text-align:right"><strong>Trần Lụa</strong></p><p class="Normal">Chia sẻ bài viết của bạn về mùa nước nổi <a href="/gui">tại đây</a>.</p></div><ul>${doors}</ul>`,
      ),
    );
    expect(texts).toEqual(['paragraph: Ảnh chụp tại bến Lạc Giang,']);
    expect(authors).toEqual(['Trần Lụa']);
  });

  test('a list whose title tag names no headline of it is none', () => {
    const list = `<div class="focus"><h1 class="Title">${title}</h1><h2 class="Lead">${lead}</h2><p>Ảnh chụp tại bến Lạc Giang.</p></div><ul>${doors}</ul>`;
    expect(extractPage(page(list, 'Báo Lạc Giang - Tin nhanh')).draft).toBeNull();
  });
});

describe('the section', () => {
  test.each([
    [`${title} | Pháp luật | Báo Lạc Giang`, 'Pháp luật'],
    [`${title} - Thời sự - Lạc Giang Online`, 'Thời sự'],
    [`${title} - Không có trong mục lục - Lạc Giang Online`, null],
    [`${title} - Báo Lạc Giang`, null],
  ])('of the title tag %s', (tag, section) => {
    expect(read(page(head + text, tag)).section).toBe(section);
  });

  test('a word of the template is none', () => {
    const meta =
      '<meta property="article:section" content="News"><meta property="og:type" content="article">';
    expect(read(page(head + text, `${title} | Pháp luật | Báo Lạc Giang`, meta)).section).toBe('Pháp luật');
    expect(read(page(head + text, title, meta)).section).toBeNull();
  });

  test("the site's own address is no step of a path", () => {
    const path =
      '<div class="breadcrumb"><a href="/">baolacgiang.vn</a> › <a href="/phap-luat">Pháp luật</a></div>';
    expect(read(page(path + head + text)).section).toBe('Pháp luật');
  });

  test('a menu below the section is no path, a choice of a form no section', () => {
    const menu =
      '<a href="/thoi-su" title="Thời sự" class="category-page__name"></a><div class="breadcrumb-box"><nav class="sub-menu" id="subCategories"><a href="/x">Đèn đỏ</a><a href="/y">Cầu đường</a></nav></div>';
    expect(read(page(menu + head + text)).section).toBe('Thời sự');
    const form =
      '<div class="rdGroup"><span><input type="radio"> Telex</span> <span><input type="radio"> VNI</span></div>';
    expect(read(page(head + text + form)).section).toBeNull();
  });
});

describe('head and foot', () => {
  test('a lead gives up the link behind its arrows', () => {
    const h2 = `<h2 class="sapo">${lead}<br><a href="/x"><b>&gt;&gt; Người lái đò và chuyến khách đầu xuân</b></a></h2>`;
    expect(read(page(head + h2 + text)).lead).toBe(lead);
  });

  test('a heading that nothing stands below hides no source', () => {
    const foot = '<p class="pSource">Theo Thanh Niên</p><h3>Tin tức của các bến đò</h3>';
    const { texts, organisation } = read(
      page(`${head}<div class="content"><p>${first}</p><p>${second}</p><p>${third}</p>${foot}</div>`),
    );
    expect(texts.at(-1)).toBe(`paragraph: ${third}`);
    expect(organisation).toBe('Thanh Niên');
  });

  test('the writer whom it follows goes before the paper below', () => {
    const right = (line: string): string => `<div style="text-align:right"><i>${line}</i></div>`;
    const { authors, organisation, texts } = read(
      page(
        `${head}<div class="content"><p>${first}</p><p>${second}</p><p>${third}</p>${right('Theo Minh Lụa/Bendo.vn')}${right('Forbes')}</div>`,
      ),
    );
    expect({ authors, organisation }).toEqual({ authors: ['Minh Lụa'], organisation: 'Bendo.vn' });
    expect(texts.at(-1)).toBe(`paragraph: ${third}`);
  });

  test('a list of the same section ends the article', () => {
    const { texts } = read(
      page(
        `${head}<div class="content"><p>${first}</p><p>${second}</p><p>${third}</p><p>Theo Trần Lụa (TTXVN)</p><h3>Tin cùng mục Giáo dục - du học</h3><p>Trang trước, [1], , ,</p></div>`,
      ),
    );
    expect(texts.at(-1)).toBe(`paragraph: ${third}`);
  });
});
