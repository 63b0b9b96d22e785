import type { Article } from '../../src/article/article.ts';
import type { Block } from '../../src/article/block.ts';

/** The bytes' text and media type of a page, as a site of the article's own years would have served it. */
export interface Page {
  readonly text: string;
  readonly mediaType: 'text/html' | 'text/plain';
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const inline = (text: string): string => escape(text).replaceAll('\n', '<br>');

const htmlOf = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inline(block.text)}</p>`;
    case 'heading':
      return `<h${String(block.level)}>${inline(block.text)}</h${String(block.level)}>`;
    case 'quote':
      return `<blockquote><p>${inline(block.text)}</p></blockquote>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return `<table border="1">${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`)
        .join('\n')}</table>`;
    case 'figure':
      return `<figure><img src="anh.jpg" alt="${escape(block.image?.alt ?? '')}"><figcaption>${inline(block.text)}</figcaption></figure>`;
  }
};

const plainOf = (block: Block): string => {
  switch (block.type) {
    case 'quote':
      return `> ${block.text.replaceAll('\n', '\n> ')}`;
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${String(i + 1)}.` : '-'} ${item}`).join('\n');
    case 'table':
      return block.rows.map((row) => row.join('\t')).join('\n');
    default:
      return block.text;
  }
};

/** `2018-10-22T11:03:00+07:00` → `22/10/2018 11:03`; only as exact as is known. */
const printedDate = (date: string): string => {
  const [day = '', time = ''] = date.split('T');
  const known = day.split('-').reverse().join('/');
  return time === '' ? known : `${known} ${time.slice(0, 5)}`;
};

const bylineOf = ({ authors, organisation }: Article): string =>
  [...authors, organisation].filter((name) => name !== null).join(' - ');

/** What a typist copied from print: kicker, title, date, lead, text and byline, parted by empty lines. */
const printTypescript = (article: Article): string =>
  [
    article.kicker,
    article.titleSupplied ? null : article.title,
    article.publishedAt === null ? null : printedDate(article.publishedAt),
    article.lead,
    ...article.body.map(plainOf),
    bylineOf(article),
  ]
    .filter((part) => part !== null && part !== '')
    .join('\n\n');

const printMail = (article: Article): string =>
  [
    `From: ${article.authors.join(', ')} <thanh-vien@quelac.example>`,
    'To: quelac-l@lists.quelac.example',
    `Date: ${article.publishedAt ?? ''}`,
    `Subject: ${article.title}`,
    'X-Mailer: ThuNhanh 2.0 [vi]',
    '',
    article.body.map(plainOf).join('\n\n'),
    '',
  ].join('\n');

/** Tables for layout, as pages had them until about 2010. */
const printOldPage = (article: Article, site: string, views: number): string => `<HTML>
<HEAD>
<META http-equiv="Content-Type" content="text/html; charset=utf-8">
<TITLE>${escape(article.title)} - ${escape(site)}</TITLE>
</HEAD>
<BODY bgcolor="#ffffff">
<TABLE width="760" align="center"><TR><TD width="160"><A href="/">Trang chủ</A><BR><A href="/tin/">Tin trong tỉnh</A></TD>
<TD><FONT size="2">${escape(article.section ?? '')}</FONT>
${article.kicker === null ? '' : `<P class="kicker"><B>${inline(article.kicker)}</B></P>`}
<H1>${inline(article.title)}</H1>
<FONT size="1" class="date">${article.publishedAt === null || article.publishedAtInferred ? '' : printedDate(article.publishedAt)}</FONT>
${article.lead === null ? '' : `<P class="lead"><B>${inline(article.lead)}</B></P>`}
${article.body.map(htmlOf).join('\n')}
<P align="right" class="author"><B>${inline(bylineOf(article))}</B></P>
</TD></TR></TABLE>
<HR><CENTER><FONT size="1">${escape(site)}. Lượt xem: ${String(views)}</FONT></CENTER>
</BODY>
</HTML>
`;

const meta = (property: string, content: string | null): string =>
  content === null ? '' : `<meta property="${property}" content="${escape(content)}">\n`;

const printNewPage = (article: Article, site: string, views: number): string => `<!doctype html>
<html lang="${article.language}">
<head>
<meta charset="utf-8">
<title>${escape(article.titleSupplied ? site : article.title)}</title>
${meta('og:site_name', site)}${meta('og:title', article.titleSupplied ? null : article.title)}${meta('article:published_time', article.publishedAt)}${meta('article:modified_time', article.updatedAt)}${meta('article:section', article.section)}${article.url === null ? '' : `<link rel="canonical" href="${escape(article.url)}">`}
</head>
<body>
<nav><a href="/">Trang chủ</a> <a href="/moi-nhat">Mới nhất</a></nav>
<article>
${article.kicker === null ? '' : `<p class="kicker">${inline(article.kicker)}</p>`}
${article.titleSupplied ? '' : `<h1>${inline(article.title)}</h1>`}
${article.publishedAt === null ? '' : `<time datetime="${article.publishedAt}">${printedDate(article.publishedAt)}</time>`}
${article.lead === null ? '' : `<p class="sapo"><strong>${inline(article.lead)}</strong></p>`}
${article.body.map(htmlOf).join('\n')}
<p class="author">${inline(bylineOf(article))}</p>
</article>
<footer>${escape(site)} · ${String(views)} lượt xem</footer>
</body>
</html>
`;

/** An article as the page that was captured. `views` is the counter at the page's foot, by which two captures of one text differ. */
export const printPage = (article: Article, site: string, views: number): Page => {
  if (article.source === 'que-lac') return { text: printMail(article), mediaType: 'text/plain' };
  if (article.url === null && !article.titleSupplied) {
    return { text: `${printTypescript(article)}\n`, mediaType: 'text/plain' };
  }
  const year = Number(article.publishedAt?.slice(0, 4) ?? '2015');
  const print = year < 2010 ? printOldPage : printNewPage;
  return { text: print(article, site, views), mediaType: 'text/html' };
};
