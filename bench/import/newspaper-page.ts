import type { CorpusLine } from './corpus-line.ts';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const sections = ['Trang chủ', 'Thời sự', 'Kinh tế', 'Văn hoá', 'Thể thao', 'Bạn đọc'];
const menu = sections.map((name, i) => `<li><a href="/muc-${String(i)}.html">${name}</a></li>`).join('');

const related = Array.from(
  { length: 8 },
  (_, i) =>
    `<li><a href="/tin-${String(i)}.html"><img src="/anh/${String(i)}.jpg" alt=""> Tin liên quan thứ ${String(i)} của tuần này</a></li>`,
).join('\n');

/** An article as a newspaper's page, with what stands around it on one. */
export const toPage = ({ title, publishedAt, lead, body, captions }: CorpusLine): string => `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>${escape(title)} - Báo</title>
<meta property="og:title" content="${escape(title)}"><meta property="article:published_time" content="${publishedAt ?? ''}">
<link rel="stylesheet" href="/style.css"><script src="/script.js"></script>
<script>window.quangCao = [${'{"o": 1, "rong": 300, "cao": 250},'.repeat(20)}{}];</script></head>
<body><header><a href="/"><img src="/logo.png" alt="Báo"></a><nav><ul>${menu}</ul></nav></header><main><article><h1>${escape(title)}</h1>
<p class="sapo"><strong>${escape(lead ?? '')}</strong></p>
${captions.map((caption) => `<figure><img src="/a.jpg"><figcaption>${escape(caption)}</figcaption></figure>`).join('\n')}
${body.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n')}
</article><div class="chia-se"><a href="#">Chia sẻ</a> <a href="#">Bình luận</a></div>
<aside><h3>Tin liên quan</h3><ul>${related}</ul></aside></main>
<footer><ul>${menu}</ul><p>Ghi rõ nguồn khi phát hành lại.</p></footer></body></html>`;
