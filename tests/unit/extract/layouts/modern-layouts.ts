import { comments, dateOf, escape, imprint, menu, otherLinks, printParts, teasers } from './page-parts.ts';
import type { Layout } from './layout.ts';

const names = (authors: readonly string[]): string => authors.join(' - ');

/** Layouts of about 2010 to today. */
export const modernLayouts: readonly Layout[] = [
  {
    name: 'JSON-LD only',
    dated: 'instant',
    print: (
      article,
    ) => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escape(article.title)}</title>
<script type="application/ld+json">${JSON.stringify([
      {
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: 'Báo Lạc Giang',
        url: 'https://baolacgiang.example.vn',
      },
      {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: article.title,
        description: article.lead,
        datePublished: dateOf.utc(article),
        author: article.authors.map((name) => ({ '@type': 'Person', name })),
        articleSection: article.section,
        publisher: { '@type': 'Organization', name: 'Báo Lạc Giang' },
      },
    ])}</script></head><body><div class="css-1a2b"><div class="css-9z">${menu}</div></div>
<div class="css-77"><div class="css-12"><h1 class="css-h">${escape(article.title)}</h1><h2 class="css-l">${escape(article.lead)}</h2>
<div class="css-b">${printParts(article, {
      paragraph: (text) => `<div class="css-p">${text}</div>`,
      head: (text) => `<h2>${text}</h2>`,
      figure: (alt, caption) =>
        `<figure><img src="a.jpg" alt="${alt}"><figcaption>${caption}</figcaption></figure>`,
      inset: `<div class="css-r"><div>Xem thêm</div>${otherLinks()}</div>`,
    })}</div></div><div class="css-s">${teasers()}</div></div><div class="css-f">${imprint}</div></body></html>`,
  },
  {
    name: 'OpenGraph only',
    dated: 'instant',
    print: (
      article,
    ) => `<!doctype html><html><head><meta charset="utf-8"><title>${escape(article.title)} - Báo Lạc Giang</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="Báo Lạc Giang"><meta property="og:title" content="${escape(article.title)}">
<meta property="og:description" content="${escape(article.lead)}"><meta property="article:published_time" content="${dateOf.iso(article)}">
<meta property="article:section" content="${article.section}"><meta property="article:author" content="https://www.facebook.com/baolacgiang"></head>
<body><header>${menu}</header><main><article><h1>${escape(article.title)}</h1><p class="sapo">${escape(article.lead)}</p><div class="entry">${printParts(
      article,
      {
        paragraph: (text) => `<p>${text}</p>`,
        head: (text) => `<p><strong>${text}</strong></p>`,
        figure: (alt, caption) =>
          `<table class="image" align="center"><tbody><tr><td><img alt="${alt}" src="b.jpg"></td></tr><tr><td>${caption}</td></tr></tbody></table>`,
      },
    )}<p style="text-align:right"><strong>${names(article.authors)}</strong></p></div></article>
<section><h2>Cùng chuyên mục</h2>${teasers()}</section></main><footer>${imprint}</footer></body></html>`,
  },
  {
    name: 'Dublin Core meta',
    dated: 'day',
    print: (
      article,
    ) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Tin tức</title>
<meta name="DC.Title" content="${escape(article.title)}"><meta name="DC.Creator" content="${escape(article.authors.join('; '))}"><meta name="DC.Date.Issued" content="${dateOf.day(article)}">
<meta name="DC.Publisher" content="Trang tin Lạc Giang"><meta name="DC.Language" content="vi"></head><body>
<div id="top">${menu}</div><div id="main"><div class="title-news">${escape(article.title)}</div><div class="tomtat">${escape(article.lead)}</div><div class="noidung">${printParts(
      article,
      {
        paragraph: (text) =>
          `<p style="text-align: justify;"><span style="font-size:14px">${text}</span></p>`,
        head: (text) => `<p><b>${text}</b></p>`,
        figure: (alt, caption) =>
          `<p style="text-align:center"><img src="c.jpg" alt="${alt}"><br><em>${caption}</em></p>`,
      },
    )}</div><div class="luotxem">Lượt xem: 1.284</div><div class="tinkhac"><b>Các tin khác</b>${otherLinks(' (12/02/2023)')}</div></div><div id="bottom">${imprint}</div></body></html>`,
  },
  {
    name: 'microdata',
    dated: 'instant',
    print: (
      article,
    ) => `<!doctype html><html><head><title>${escape(article.title)}</title></head><body><nav>${menu}</nav>
<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">${escape(article.title)}</h1>
<div class="info"><span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">${escape(article.authors[0] ?? '')}</span></span>
<time itemprop="datePublished" datetime="${dateOf.iso(article)}">${dateOf.slashed(article)}</time></div><div itemprop="description" class="chapeau">${escape(article.lead)}</div>
<div itemprop="articleBody">${printParts(article, {
      paragraph: (text) => `<p>${text}</p>`,
      head: (text) => `<h3>${text}</h3>`,
      figure: (alt, caption) =>
        `<div class="imagebox"><img src="d.jpg" alt="${alt}"><p class="caption">${caption}</p></div>`,
    })}</div></div><div class="share"><a href="#">Facebook</a> <a href="#">Zalo</a> <a href="#">In bài viết</a></div>${comments}</body></html>`,
    authors: 'first',
  },
  {
    name: 'AMP',
    dated: 'instant',
    print: (
      article,
    ) => `<!doctype html><html amp lang="vi"><head><meta charset="utf-8"><link rel="canonical" href="https://baolacgiang.example.vn/bai-1.html"><title>${escape(article.title)}</title>
<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":${JSON.stringify(article.title)},"datePublished":"${dateOf.iso(article)}","author":{"@type":"Organization","name":"Báo Lạc Giang"}}</script></head>
<body><amp-sidebar id="sidebar" layout="nodisplay">${menu}</amp-sidebar><header class="amp-header"><a href="/">Báo Lạc Giang</a></header><main>
<h1 class="amp-title">${escape(article.title)}</h1><p class="amp-date">${dateOf.weekday(article)}, ${dateOf.slashed(article)}, ${dateOf.clock(article)} (GMT+7)</p><p class="sapo">${escape(article.lead)}</p>
<div class="amp-content">${printParts(article, {
      paragraph: (text) => `<p>${text}</p>`,
      head: (text) => `<h2>${text}</h2>`,
      figure: (alt, caption) =>
        `<figure><amp-img src="e.jpg" width="600" height="400" alt="${alt}"></amp-img><figcaption>${caption}</figcaption></figure>`,
      inset: '<amp-ad width="300" height="250" type="doubleclick"><div placeholder>Quảng cáo</div></amp-ad>',
    })}<p class="author"><strong>${names(article.authors)}</strong></p></div></main>
<section class="amp-related"><h2>Tin liên quan</h2>${otherLinks()}</section><amp-social-share type="facebook"></amp-social-share><footer>${imprint}</footer></body></html>`,
  },
  {
    name: 'WordPress',
    dated: 'instant',
    print: (
      article,
    ) => `<!DOCTYPE html><html lang="vi-VN"><head><title>${escape(article.title)} &#8211; Báo Lạc Giang</title><meta name="generator" content="WordPress 5.8"></head>
<body class="post-template-default single single-post postid-71"><div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/">Báo Lạc Giang</a></p><nav>${menu}</nav></header>
<div id="content" class="site-content"><main id="main"><article id="post-71" class="post-71 post type-post hentry"><header class="entry-header"><h1 class="entry-title">${escape(article.title)}</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="${dateOf.iso(article)}">${dateOf.words(article)}</time></span><span class="byline"> bởi <span class="author vcard"><a class="url fn n" href="/author/1">${escape(article.authors[0] ?? '')}</a></span></span></div></header>
<div class="entry-content"><p><strong>${escape(article.lead)}</strong></p>${printParts(article, {
      paragraph: (text) => `<p>${text}</p>`,
      head: (text) => `<h2>${text}</h2>`,
      figure: (alt, caption) =>
        `<figure class="wp-block-image size-large"><img src="f.jpg" alt="${alt}"><figcaption>${caption}</figcaption></figure>`,
    })}<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Chia sẻ:</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">Twitter</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Có liên quan</h3></div></div>
<footer class="entry-footer"><span class="cat-links">Đăng trong <a href="/thoi-su">${article.section}</a></span><span class="tags-links">Thẻ: <a href="#">sông</a>, <a href="#">chợ</a></span></footer></article>
<nav class="navigation post-navigation"><a rel="prev" href="/a">Bài trước: Bến phà cũ thành chợ nổi</a><a rel="next" href="/b">Bài sau: Học trò vùng cao đón thư viện</a></nav><div id="comments" class="comments-area">${comments}</div></main>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Bài viết mới</h2>${otherLinks()}</section></aside></div><footer id="colophon">${imprint}</footer></div></body></html>`,
    authors: 'first',
  },
  {
    name: 'a broadcaster, with a video box and boxes of related headlines',
    dated: 'instant',
    print: (
      article,
    ) => `<!doctype html><html><head><title>${escape(article.title)} | Đài Lạc Giang</title><meta property="og:title" content="${escape(article.title)} | Đài Lạc Giang"></head>
<body><div class="top-header"><span>Thứ Hai, 23/11/2026</span>${menu}</div><div class="container"><div class="row"><div class="col-md-8 article">
<div class="article-category"><a href="/thoi-su">${article.section}</a></div><h1 class="article-title mb-0">${escape(article.title)}</h1>
<div class="row"><div class="col-md-4 mb-2">${dateOf.weekday(article)}, ${dateOf.clock(article)}, ${dateOf.slashed(article)}</div><div class="col-md-8 article-tool"><a href="#">Chia sẻ</a> <a href="#">In</a> <button>Nghe bài</button></div></div>
<div class="video-box"><video src="a.mp4"></video><div class="vjs-text-track-display">Trình duyệt không hỗ trợ video.</div></div>
<div class="article-summary">${escape(article.lead)}</div><div class="row article-content">${printParts(
      article,
      {
        paragraph: (text) => `<p>${text}</p>`,
        head: (text) => `<p><strong>${text}</strong></p>`,
        figure: (alt, caption) =>
          `<div class="entry-image"><img alt="${alt}" src="g.jpg"><div class="image-caption">${caption}</div></div>`,
        inset: `<div class="article-related-inline"><p><a href="/1.html">Bến phà cũ thành chợ nổi cuối tuần</a></p><p><a href="/2.html">Học trò vùng cao đón thư viện mới</a></p></div>`,
      },
    )}</div><div class="article-author">${names(article.authors)}</div><div class="article-tags">Tag: <a href="#">sông</a> <a href="#">chợ phiên</a></div>
<div class="related-news"><h3>Tin liên quan</h3>${teasers()}</div></div><div class="col-md-4"><h3>Đọc nhiều</h3>${otherLinks()}<h3>Video</h3>${teasers('h4')}</div></div></div><footer>${imprint}</footer></body></html>`,
  },
  {
    name: 'comments and boxes "Tin liên quan" and "Đọc thêm" inside the text',
    dated: 'instant',
    print: (
      article,
    ) => `<!doctype html><html><head><title>${escape(article.title)}</title><meta property="og:type" content="article"><meta name="author" content="baolacgiang"></head>
<body><div class="header">${menu}</div><div class="main"><div class="detail__main"><div class="detail-cate"><a href="/kinh-te">${article.section}</a></div><h1 class="detail-title" data-role="title">${escape(article.title)}</h1>
<div class="detail-author"><div class="detail-author-info"><span class="name">${names(article.authors)}</span></div><div class="detail-time" data-role="publishdate">${dateOf.slashed(article)} ${dateOf.clock(article)} GMT+7</div></div>
<h2 class="detail-sapo" data-role="sapo">${escape(article.lead)}</h2><div class="detail-content afcbc-body" data-role="content">${printParts(
      article,
      {
        paragraph: (text) => `<p>${text}</p>`,
        head: (text) => `<p><b>${text}</b></p>`,
        figure: (alt, caption) =>
          `<figure class="VCSortableInPreviewMode" type="Photo"><div><img src="h.jpg" alt="${alt}"></div><figcaption class="PhotoCMS_Caption"><p data-placeholder="Nhập chú thích ảnh">${caption}</p></figcaption></figure>`,
        inset: `<div class="VCSortableInPreviewMode" type="RelatedNewsBox"><h4>Tin liên quan</h4>${otherLinks()}</div><div class="VCSortableInPreviewMode link-content-footer" type="link-content-footer"><a href="/3.html">Đọc thêm: Giá cá tra nhích lên sau ba tháng</a></div><p><strong>&gt;&gt; <a href="/5.html">Mưa lớn kéo dài, nhiều tuyến đường ngập</a></strong></p><p>Đọc thêm</p><p><a href="/4.html">Lễ hội đua ghe trở lại bến Lạc Giang</a></p>`,
      },
    )}</div><div class="detail__bmain"><a href="#">Chia sẻ</a> <a href="#">Copy link</a></div><div class="box-comment">${comments}</div></div><div class="box-category">${teasers()}</div></div></body></html>`,
  },
  {
    name: 'a party newspaper on the commonest newsroom system',
    dated: 'instant',
    print: (
      article,
    ) => `<!doctype html><html lang="vi"><head><title>${escape(article.title)}</title></head><body><div class="site-header"><span class="time">Thứ Hai, 23/11/2026</span>${menu}</div><div class="l-content">
<div class="breadcrumbs"><a class="text" href="/">Trang chủ</a><a class="text" href="/thoi-su">${article.section}</a></div><div class="main-col content-col"><div class="article"><div class="article__sub cms-sub">${escape(article.kicker)}</div><h1 class="article__title cms-title">${escape(article.title)}</h1>
<div class="article__meta"><a class="author cms-author" href="/tac-gia">${escape(article.authors[0] ?? '')}</a><time class="time" datetime="${dateOf.iso(article).replace(':00+07:00', '+0700')}" data-time="1">${dateOf.slashed(article)} ${dateOf.clock(article)}</time></div><div class="article__social"><a href="#">Facebook</a><a href="#">Zalo</a></div>
<div class="article__sapo cms-desc">${escape(article.lead)}</div><div class="article__body zce-content-body cms-body">${printParts(
      article,
      {
        paragraph: (text) => `<p>${text}</p>`,
        head: (text) => `<h2>${text}</h2>`,
        figure: (alt, caption) =>
          `<table class="picture" align="center"><tr><td class="pic"><img class="cms-photo" src="i.jpg" alt="${alt}"></td></tr><tr><td class="caption">${caption}</td></tr></table>`,
        inset: `<div class="cms-relate"><a class="cms-relate" href="/1.html">Bến phà cũ thành chợ nổi cuối tuần</a></div>`,
      },
    )}</div><div class="article__tag">Từ khóa: <a href="#">sông</a></div><div class="article__comment">${comments}</div></div></div><div class="sidebar">${teasers()}</div></div></body></html>`,
    authors: 'first',
    kicker: true,
  },
  {
    name: 'everything in one element, author and time in one line',
    dated: 'instant',
    print: (
      article,
    ) => `<!doctype html><html><head><title>${escape(article.title)}</title></head><body><div class="c-header">${menu}</div><article class="entry entry-no-padding"><div class="sc-longform-header"><span class="sc-longform-header-cate">${article.section}</span>
<h1 class="sc-longform-header-title block-sc-title">${escape(article.title)}</h1><div class="sc-longform-header-meta"><span class="sc-longform-header-author">${names(article.authors)}</span> <span class="sc-longform-header-date">${dateOf.slashed(article)} - ${dateOf.clock(article)}</span></div><p class="sc-longform-header-sapo block-sc-sapo">${escape(article.lead)}</p></div>
${printParts(article, {
  paragraph: (text) => `<p>${text}</p>`,
  head: (text) => `<h3>${text}</h3>`,
  figure: (alt, caption) =>
    `<figure><img src="j.jpg" alt="${alt}"><figcaption>${caption}</figcaption></figure>`,
  inset: '<div class="c-box"><div id="ads_after_sapo_1"></div></div>',
})}</article><div class="c-news-related"><h3>Đọc tiếp</h3>${teasers()}</div></body></html>`,
  },
  {
    name: 'avatar, name and time run together, lead in the text',
    dated: 'instant',
    print: (
      article,
    ) => `<!doctype html><html><head><title>${escape(article.title)} - Nhịp sống Lạc Giang</title><meta property="og:title" content="${escape(article.title)}"></head><body><header>${menu}</header><div class="page">
<h1 class="article-header__title">${escape(article.title)}</h1><div class="article-meta__author"><span class="avatar">T</span><span class="name">${escape(article.authors[0] ?? '')}</span> <time class="article-meta__time">${dateOf.clock(article)}, ${dateOf.slashed(article)}</time></div>
<main id="article-editor" class="article-editor"><h4 class="article-content__lead">${escape(article.lead)}</h4>${printParts(
      article,
      {
        paragraph: (text) => `<p class="text-justify">${text.replace(' ', '\n')}</p>`,
        head: (text) => `<h2>${text}</h2>`,
        figure: (alt, caption) =>
          `<figure><img src="k.jpg" alt="${alt}"><figcaption>${caption}</figcaption></figure>`,
      },
    )}</main><section class="news-detail"><h2>Đọc tiếp</h2>${teasers()}</section></div></body></html>`,
    authors: 'first',
  },
];
