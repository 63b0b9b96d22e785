import type { SampleArticle, SamplePart } from './sample-article.ts';

const two = (n: number): string => String(n).padStart(2, '0');

const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** The date of an article in the ways that pages write it. */
export const dateOf = {
  iso: ({ at: [y, m, d, h, min] }: SampleArticle): string =>
    `${String(y)}-${two(m)}-${two(d)}T${two(h)}:${two(min)}:00+07:00`,
  day: ({ at: [y, m, d] }: SampleArticle): string => `${String(y)}-${two(m)}-${two(d)}`,
  weekday: ({ at: [y, m, d] }: SampleArticle): string => weekdays[new Date(y, m - 1, d).getDay()] ?? '',
  slashed: ({ at: [y, m, d] }: SampleArticle): string => `${two(d)}/${two(m)}/${String(y)}`,
  dashed: ({ at: [y, m, d] }: SampleArticle): string => `${String(d)}-${String(m)}-${String(y)}`,
  clock: ({ at: [, , , h, min] }: SampleArticle): string => `${two(h)}:${two(min)}`,
  words: ({ at: [y, m, d] }: SampleArticle): string =>
    `Ngày ${String(d)} tháng ${String(m)} năm ${String(y)}`,
  utc: (article: SampleArticle): string =>
    new Date(dateOf.iso(article)).toISOString().replace('.000Z', '+00:00'),
};

export const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The running text, each part as the layout prints it, with what the layout sets between its parts. */
export const printParts = (
  { parts }: SampleArticle,
  print: {
    readonly paragraph: (text: string) => string;
    readonly head: (text: string) => string;
    readonly figure: (alt: string, caption: string) => string;
    /** Stands behind the second paragraph. */
    readonly inset?: string;
  },
): string => {
  let paragraphs = 0;
  return parts
    .map((part: SamplePart): string => {
      if (part.kind === 'head') return print.head(escape(part.text));
      if (part.kind === 'figure') return print.figure(escape(part.alt), escape(part.text));
      paragraphs += 1;
      return `${print.paragraph(escape(part.text))}${paragraphs === 2 ? (print.inset ?? '') : ''}`;
    })
    .join('\n');
};

const others = [
  'Bến phà cũ thành chợ nổi cuối tuần',
  'Học trò vùng cao đón thư viện mới',
  'Giá cá tra nhích lên sau ba tháng',
  'Lễ hội đua ghe trở lại bến Lạc Giang',
  'Mưa lớn kéo dài, nhiều tuyến đường ngập',
];

/** A list of other articles, as links. */
export const otherLinks = (dated = ''): string =>
  `<ul>${others.map((title, i) => `<li><a href="/bai-${String(i)}.html" title="${title}">${title}</a>${dated}</li>`).join('\n')}</ul>`;

/** Teasers of other articles: headline, date and a sentence or two each. */
export const teasers = (level = 'h3'): string =>
  others
    .map(
      (title, i) =>
        `<div class="item"><${level}><a href="/bai-${String(i)}.html">${title}</a></${level}><span>0${String(i + 1)}/02/2023</span><p>${title} sau nhiều ngày chờ đợi của bà con hai bên bờ sông, theo lời kể của những người đã gắn bó lâu năm.</p></div>`,
    )
    .join('\n');

export const menu =
  '<a href="/">Trang chủ</a> <a href="/thoi-su">Thời sự</a> <a href="/kinh-te">Kinh tế</a> <a href="/van-hoa">Văn hóa</a> <a href="/rss">RSS</a>';

export const imprint =
  '<p>Báo Lạc Giang điện tử. Cơ quan chủ quản: Hội Nhà báo Lạc Giang. Giấy phép số 12/GP-BTTTT cấp ngày 03/04/2012.</p><p>Tổng Biên tập: Đỗ Văn Thắng. Địa chỉ: 12 Bến Cũ, Lạc Giang. Điện thoại: 0200 000 000</p><p>© Ghi rõ nguồn khi phát lại thông tin từ trang này.</p>';

export const comments =
  '<h3>Bình luận (2)</h3><form><textarea placeholder="Ý kiến của bạn"></textarea><button>Gửi bình luận</button></form><div class="comment-item"><b>Hai Lúa</b><p>Đọc bài này tôi nhớ quê quá, ngày xưa bến phà đông vui lắm. Mong báo viết thêm nhiều bài như thế.</p><span>12 tháng trước</span><a href="#">Trả lời</a> <a href="#">Thích</a></div><div class="comment-item"><b>Bạn đọc</b><p>Cảm ơn tác giả, bài viết rất hay và xúc động.</p></div>';
