import { dateOf, escape, imprint, menu, otherLinks, printParts, teasers } from './page-parts.ts';
import type { Layout } from './layout.ts';

const names = (authors: readonly string[]): string => authors.join(' - ');

/** Layouts of 2003 to about 2015: tables, portals, and systems without a word for machines. */
export const oldLayouts: readonly Layout[] = [
  {
    name: 'nothing at all',
    dated: 'none',
    authors: 'none',
    lead: 'first-paragraph',
    print: (article) =>
      `<html><body><h1>${escape(article.title)}</h1><p>${escape(article.lead)}</p>${printParts(article, {
        paragraph: (text) => `<p>${text}</p>`,
        head: (text) => `<p><b>${text}</b></p>`,
        figure: (_alt, caption) => `<p><img src="a.jpg"></p><p><i>${caption}</i></p>`,
      })}</body></html>`,
  },
  {
    name: 'tables and fonts of 2003',
    dated: 'instant',
    print: (
      article,
    ) => `<HTML><HEAD><TITLE>Lac Giang Online</TITLE></HEAD><BODY bgcolor=#FFFFFF><TABLE width=778 align=center border=0><TR><TD colspan=3><FONT size=1>Thứ Hai, 23/11/2026</FONT> ${menu}</TD></TR>
<TR><TD width=130 valign=top><TABLE><TR><TD><B>CHUYÊN MỤC</B></TD></TR><TR><TD>${menu}</TD></TR></TABLE></TD><TD width=500 valign=top>
<TABLE width="100%" cellpadding=4><TR><TD><FONT face=Arial size=1 color=#666666>${dateOf.weekday(article)}, ${dateOf.dashed(article)}, ${dateOf.clock(article)} (GMT+7)</FONT></TD></TR>
<TR><TD><P class=Title><FONT face=Arial size=4 color=#003399><B>${escape(article.title)}</B></FONT></P><P class=Lead><FONT face=Arial size=2><B>${escape(article.lead)}</B></FONT></P>${printParts(
      article,
      {
        paragraph: (text) => `<P class=Normal><FONT face=Arial size=2>${text}</FONT></P>`,
        head: (text) => `<P class=SubTitle><FONT face=Arial size=2><B>${text}</B></FONT></P>`,
        figure: (_alt, caption) =>
          `<TABLE cellSpacing=0 cellPadding=3 width=1 align=center border=0><TBODY><TR><TD><IMG src="b.jpg" width=250 border=1></TD></TR><TR><TD class=Image><FONT face=Arial size=1>${caption}</FONT></TD></TR></TBODY></TABLE>`,
      },
    )}<P align=right><FONT face=Arial size=2><B>${names(article.authors)}</B></FONT></P></TD></TR>
<TR><TD><A href="mailto:a@b.vn">Gửi cho bạn bè</A> | <A href="print.asp">Bản in</A> | <A href="#top">Về đầu trang</A></TD></TR><TR><TD><B>Các tin khác:</B><BR>${otherLinks(' (22/02)')}</TD></TR></TABLE></TD><TD width=148 valign=top>${otherLinks()}</TD></TR><TR><TD colspan=3>${imprint}</TD></TR></TABLE></BODY></HTML>`,
  },
  {
    name: 'a portal on DotNetNuke',
    dated: 'instant',
    print: (
      article,
    ) => `<html><head><title>Chi tiết tin - Trang thông tin điện tử Lạc Giang</title></head><body id="Body"><form name="Form" method="post" action="/chitiet.aspx" id="Form"><input type="hidden" name="__VIEWSTATE" value="dDw=">
<div id="dnn_HeaderPane"><div id="dnn_ctl02"><span id="dnn_ctr400_lblToday">Thứ Hai, ngày 23 tháng 11 năm 2026</span></div><div id="dnn_dnnMENU">${menu}</div></div>
<table class="contentpane"><tr><td id="dnn_LeftPane" class="leftpane">${otherLinks()}</td><td id="dnn_ContentPane" class="contentpane"><div class="DnnModule DnnModule-501"><a name="501"></a><div id="dnn_ctr501_ContentPane"><div id="dnn_ctr501_ModuleContent"><div class="UserContainer">
<span id="dnn_ctr501_ViewDetail_lblNhom" class="nhomtin">${article.section}</span><span id="dnn_ctr501_ViewDetail_lblTieuDe" class="tieude">${escape(article.title)}</span>
<div class="ngaydang"><span id="dnn_ctr501_ViewDetail_lblNgay">${dateOf.slashed(article)} | ${dateOf.clock(article)} SA</span></div><div class="cochu">Cỡ chữ: <a href="#">A-</a> <a href="#">A</a> <a href="#">A+</a> <a href="#">Xem với cỡ chữ</a></div>
<div id="dnn_ctr501_ViewDetail_divTrichDan" class="trichdan"><span class="tomtat">${escape(article.lead)}</span></div><div id="dnn_ctr501_ViewDetail_divNoiDung" class="noidung">${printParts(
      article,
      {
        paragraph: (text) =>
          `<p style="text-align: justify; line-height: 150%;"><span style="font-family: Arial;">${text}</span></p>`,
        head: (text) =>
          `<p style="text-align: justify;"><strong><span style="font-family: Arial;">${text}</span></strong></p>`,
        figure: (alt, caption) =>
          `<p style="text-align: center;"><img alt="${alt}" src="/Portals/0/c.jpg" /></p><p style="text-align: center;"><em>${caption}</em></p>`,
      },
    )}<p style="text-align: right;"><strong>${names(article.authors)}</strong></p></div><div class="luotxem">Số lượt xem: 2345</div>
<div><a href="javascript:history.back()">Quay lại</a> <a href="#">In trang</a></div><div class="tinlienquan"><span>Các tin đã đưa</span>${otherLinks(' (12/02/2023)')}</div></div></div></div></div></td></tr></table><div id="dnn_FooterPane">${imprint}<p>Tổng số truy cập: 1.234.567</p></div></form></body></html>`,
  },
  {
    name: 'an ASP.NET page of spans and line breaks',
    dated: 'instant',
    print: (
      article,
    ) => `<html><head><title>Báo Lạc Giang điện tử</title></head><body><form id="aspnetForm" action="detail.aspx"><div id="banner">Cập nhật lúc 07:00 ngày 23/11/2026</div><div>${menu}</div><table><tr><td><span id="ctl00_main_lblDate" class="date">${dateOf.clock(article)}, ${dateOf.slashed(article)}</span><br />
<span id="ctl00_main_lblSub" class="suptitle">${escape(article.kicker)}</span><br /><span id="ctl00_main_lblTitle" class="title_detail">${escape(article.title)}</span><br /><br /><span id="ctl00_main_lblLead" class="lead">${escape(article.lead)}</span><br /><br /><span id="ctl00_main_lblContent">${printParts(
      article,
      {
        paragraph: (text) => `${text}<br /><br />`,
        head: (text) => `<b>${text}</b><br /><br />`,
        figure: (_alt, caption) =>
          `<div align="center"><img src="d.jpg" /><br /><i>${caption}</i></div><br />`,
      },
    )}<div align="right"><b>${names(article.authors)}</b></div></span></td></tr><tr><td><b>Tin cùng chuyên mục</b>${otherLinks()}</td></tr></table>${imprint}</form></body></html>`,
    kicker: true,
  },
  {
    name: 'a city newspaper of 2010, every paragraph with a class',
    dated: 'instant',
    print: (
      article,
    ) => `<html><head><title>${escape(article.title)} - Lạc Giang Online</title></head><body><div id="divTop">${menu}</div><div id="divContent"><div class="path"><a href="/">Trang chủ</a> &gt; <a href="/ct">${article.section}</a></div><div class="boxcont"><div class="date">${dateOf.weekday(article)}, ${dateOf.slashed(article)}, ${dateOf.clock(article)} (GMT+7)</div>
<p class="pSuperTitle">${escape(article.kicker)}</p><p class="pTitle">${escape(article.title)}</p><p class="pHead">${escape(article.lead)}</p>${printParts(
      article,
      {
        paragraph: (text) => `<p class="pBody">${text}</p>`,
        head: (text) => `<p class="pInterTitle">${text}</p>`,
        figure: (_alt, caption) =>
          `<table align="center" border="0"><tbody><tr><td><img src="e.jpg" /></td></tr><tr><td class="pCaption">${caption}</td></tr></tbody></table>`,
      },
    )}<p class="pAuthor">${names(article.authors).toUpperCase()}</p></div><div class="tool"><a href="#">Gửi email</a> <a href="#">In</a> <a href="#">Lưu bài</a></div><div class="ykien"><h3>Ý kiến bạn đọc (12)</h3></div><div class="boxtinlienquan">${teasers()}</div></div>${imprint}</body></html>`,
    kicker: true,
    loudAuthors: true,
  },
  {
    name: 'a financial paper: head, author and source in the text',
    dated: 'instant',
    print: (article) =>
      `<html><head><title>${escape(article.title)}</title></head><body><div class="nav">${menu}</div><div class="article-content"><div class="meta"><span class="date">${dateOf.slashed(article)} ${dateOf.clock(article)}</span></div><div id="vst_detail"><p class="pTitle">${escape(article.title)}</p><p class="pHead"><b>${escape(article.lead)}</b></p>${printParts(
        article,
        {
          paragraph: (text) => `<p class="pBody">${text}</p>`,
          head: (text) => `<p class="pSubTitle"><strong>${text}</strong></p>`,
          figure: (alt, caption) =>
            `<table class="img-content"><tbody><tr><td><img src="f.jpg" alt="${alt}"></td></tr><tr><td class="pCaption">${caption}</td></tr></tbody></table>`,
        },
      )}<p class="pAuthor"><a href="/tac-gia">${names(article.authors)}</a></p><p class="pSource"><a href="/">Lạc Giang Tài chính</a></p></div></div><div class="row scroll-content-sub">${teasers()}</div></body></html>`,
  },
  {
    name: 'a party newspaper on NukeViet, updated without a year',
    dated: 'none',
    print: (
      article,
    ) => `<html><head><title>${escape(article.title)}</title></head><body><div id="menu">${menu}</div><div class="news_column panel panel-default"><div class="panel-body"><h1 class="title margin-bottom-lg">${escape(article.title)}</h1><em class="time">Cập nhật lúc 7h45' ngày 3-8</em>
<div class="row"><ul class="list-inline"><li><a title="Gửi bài viết qua email" href="#">Gửi email</a></li><li><a title="In ra" href="#">In ra</a></li></ul></div><div class="hometext">${escape(article.lead)}</div><div id="news-bodyhtml" class="bodytext margin-bottom-lg">${printParts(
      article,
      {
        paragraph: (text) => `<div style="text-align:justify">${text}</div>`,
        head: (text) => `<div style="text-align:justify"><strong>${text}</strong></div>`,
        figure: (alt, caption) =>
          `<div style="text-align:center"><figure class="image"><img alt="${alt}" src="g.jpg"><figcaption>${caption}</figcaption></figure></div>`,
      },
    )}</div><div class="margin-bottom-lg"><p class="h5 text-right"><strong>Tác giả: </strong>${escape(article.authors[0] ?? '')}</p></div></div></div><div class="news_column"><p>Tổng số điểm của bài viết là: 5 trong 1 đánh giá</p><p>Xếp hạng: 5 - 1 phiếu bầu</p></div><div class="others"><p class="h3"><strong>Những tin mới hơn</strong></p>${otherLinks(' <em>(12/02/2023)</em>')}<p class="h3"><strong>Những tin cũ hơn</strong></p>${otherLinks()}</div></body></html>`,
    authors: 'first',
  },
  {
    name: 'a ministry on SharePoint, the day in words',
    dated: 'day',
    print: (
      article,
    ) => `<html><head><title>Chi tiết tin</title></head><body><div id="s4-workspace"><div id="s4-titlerow">${menu}</div><div id="MSO_ContentTable"><div class="ArticleHeader"><div class="ms-rtestate-field TieuDe">${escape(article.title)}</div><div class="NgayDang">${dateOf.words(article)}</div></div>
<div class="TomTat ms-rtestate-field">${escape(article.lead)}</div><div class="ms-rtestate-field NoiDung">${printParts(
      article,
      {
        paragraph: (text) => `<p class="MsoNormal" style="text-align:justify">${text}<o:p></o:p></p>`,
        head: (text) => `<p class="MsoNormal"><b>${text}</b></p>`,
        figure: (alt, caption) =>
          `<p class="MsoNormal" align="center"><img alt="${alt}" src="h.jpg"></p><p class="MsoNormal" align="center" style="text-align:center"><i>${caption}</i></p>`,
      },
    )}<p class="MsoNormal" align="right" style="text-align:right"><b>${names(article.authors)}</b></p></div><div class="tinkhac">${otherLinks()}</div></div></div>${imprint}</body></html>`,
  },
  {
    name: 'an agency, bare text between empty paragraphs, today above',
    dated: 'instant',
    print: (article) =>
      `<html><head><title>${escape(article.title)}</title><meta property="article:published_time" content="${dateOf.iso(article)}"></head><body><div class="topbar"><time id="currentDate">Thứ Hai, 23/11/2026</time>${menu}</div><h1 class="font-42">${escape(article.title)}</h1><div class="lr-ct"><!--lr-ct--><div class="lr-summary-post">${escape(article.lead)}</div>${printParts(
        article,
        {
          paragraph: (text) => `${text}<p></p>`,
          head: (text) => `<strong>${text}</strong><p></p>`,
          figure: (alt, caption) =>
            `<div class="insertImage"><figure><img src="i.jpg" alt="${alt}"></figure><div class="desc">${caption}</div></div>`,
          inset: '<div class="editor_inpage"></div>',
        },
      )}<div class="lr-author">${escape(article.authors[0] ?? '')}/Lạc Giang/lgnews.vn</div></div><div class="other-post"><h3>Tin cùng chuyên mục</h3>${teasers()}</div></body></html>`,
    authors: 'first',
  },
  {
    name: 'Joomla, details in a list',
    dated: 'instant',
    print: (
      article,
    ) => `<html><head><title>${escape(article.title)}</title><meta name="generator" content="Joomla! 2.5"></head><body><div id="wrapper"><div id="menu">${menu}</div><div class="item-page"><h2><a href="/bai-1.html">${escape(article.title)}</a></h2><ul class="actions"><li class="print-icon"><a href="#">In</a></li><li class="email-icon"><a href="#">Email</a></li></ul>
<dl class="article-info"><dt class="article-info-term">Chi tiết</dt><dd class="category-name">Chuyên mục: <a href="/ts">${article.section}</a></dd><dd class="published">Được đăng: ${dateOf.weekday(article)}, ${dateOf.slashed(article)} ${dateOf.clock(article)}</dd><dd class="createdby">Viết bởi ${escape(article.authors[0] ?? '')}</dd><dd class="hits">Lượt xem: 532</dd></dl>
<p><strong>${escape(article.lead)}</strong></p>${printParts(article, {
      paragraph: (text) => `<p>${text}</p>`,
      head: (text) => `<p><strong>${text}</strong></p>`,
      figure: (alt, caption) =>
        `<p style="text-align: center;"><img src="j.jpg" alt="${alt}" /><br /><em>${caption}</em></p>`,
    })}<ul class="pager pagenav"><li><a href="/a">Trước</a></li><li><a href="/b">Sau</a></li></ul></div></div>${imprint}</body></html>`,
    authors: 'first',
  },
];
