import { isImprint } from './imprint.ts';
import { isSectionName } from './section-name.ts';

/** Lines of a page's own, by the rule that cuts them. Matched against a whole line without its end punctuation. */
const wholeLines = (words: readonly string[]): RegExp => new RegExp(`^(?:${words.join('|')})$`, 'iu');

/** After such a line comes nothing more of the article. */
const endings = wholeLines([
  '(?:\\d+ )?ý kiến(?: của)?(?: bạn đọc)?(?: \\(\\d+\\))?',
  '(?:viết |gửi |đăng |ý kiến |\\d+ )?bình luận(?: của bạn| hay| mới nhất| nổi bật| bài viết| \\(\\d+\\)|\\s?\\d+)?',
  'ý kiến phản hồi',
  'phản hồi(?: của bạn đọc)?',
  'gửi phản hồi',
  '(?:các )?(?:tin|bài|bài viết|tin bài|tin tức|video|ảnh|chủ đề|kiến nghị|thông tin) (?:cùng|trong cùng) (?:chuyên mục|chuyên đề|chủ đề|mục|loại|lĩnh vực|tác giả)(?: khác)?',
  'cùng (?:chuyên mục|chuyên đề|chủ đề|tác giả)',
  '(?:các )?(?:tin|bài|bài viết|tin bài|tin tức)(?: đã đăng| đã đưa)?(?: có)? liên quan(?: khác| đến bài viết)?',
  '(?:các )?(?:tin|bài|bài viết|tin bài|tin tức)(?: tức)? (?:khác|mới hơn|cũ hơn|mới nhất|mới|gần đây|nổi bật|xem nhiều|đọc nhiều|đã đưa|đã đăng|tiêu điểm|nóng)',
  '(?:các )?(?:tin|bài|bài viết) (?:cùng|trong|nổi bật|mới|thuộc)(?: cùng)? (?:chuyên )?mục \\S.{1,40}',
  '(?:những )?(?:tin|bài|bài viết) (?:mới|cũ)(?: hơn)?(?: cùng chuyên mục)?',
  '(?:được )?(?:đọc|xem) nhiều(?: nhất)?(?: trong .{1,30})?',
  '(?:các )?(?:tin|bài)(?: mới)?(?:,\\s*|/)(?:bài|tin|bài viết|ảnh)(?: viết)? (?:khác|liên quan|cùng chuyên mục|đã đăng|đã đưa)',
  '(?:các )?bài (?:liên quan|mới|đã đăng|trước)',
  'thăm dò(?: ý kiến)?|bình chọn',
  'tin (?:hot|nóng|cũ|đọc nhiều|cùng mục)',
  'trang ngoài|bài liên quan|link liên quan',
  'có thể bạn quan tâm',
  'bạn có thể quan tâm',
  'tin tài trợ',
  'mới nhất',
  'đánh giá bài viết',
  '(?:trở|quay) (?:lại|về)(?: (?:trang|đầu trang|đầu|chuyên mục|mục)(?: .{1,25})?)?',
  'về trang (?:chủ|trước)',
  '(?:từ khóa|từ khoá|tags?|thẻ|hashtag)',
  'khám phá thêm chủ đề',
  'gửi (?:bài viết|ý kiến)(?: của bạn)? (?:tới|đến|về) t[oò][aà] soạn',
  'lên đầu trang',
  'related (?:posts|articles|news)',
  'leave a (?:reply|comment)',
]);

/** A box of other headlines; the article may go on after it. */
const boxes = wholeLines([
  'xem thêm',
  'đọc thêm',
  'tin liên quan',
  'bài liên quan',
  'bài viết liên quan',
  'liên quan',
  'đọc tiếp',
  'mời bạn đọc thêm',
  'mời xem thêm',
  '>>> ?xem thêm',
]);

/** Words of a bar of buttons, in a row on one line. */
const shareBar =
  /^(?=.*\p{L})(?:(?:chia sẻ(?: bài viết)?|facebook|twitter|zalo|messenger|linkedin|pinterest|google ?(?:\+|news|plus)?|viber|telegram|x|in(?: bài(?: viết)?| trang(?: này)?)?|bản in|gửi (?:e-?mail|bài viết|bạn bè)|e-?mail|print|copy link|sao chép liên kết|lưu(?: bài)?|thích|like|linkhay|go|digg|delicious|yahoo|zing(?: me)?|instagram|youtube|tiktok|whatsapp|share|tweet|theo dõi|bình luận|nghe (?:đọc )?bài|cỡ chữ|a[-+]?|aa|\d{1,5})(?:[\s|,/·•:()]+|$)){2,}$/iu;

/** One line and no more. */
const single: readonly RegExp[] = [
  /^[^\p{L}\d]*$/u,
  /^(?:banner|logo)(?:\s|$)/iu,
  /^chi tiết(?: tin| bài viết)?\s*(?:[-–:|]|$)/iu,
  /^\d{1,2}[/.-]\d{1,2}$/u,
  /^\S+@\S+\.\S+$/u,
  /^#[\p{L}\d_]+(?: #?[\p{L}\d_]+){0,20}$/u,
  shareBar,
  wholeLines([
    'chia sẻ(?: (?:bài|tin|trang|link|liên kết|ngay|lên|trên|qua|cho bạn|với bạn|facebook|zalo|twitter)(?: .{1,30})?)?',
    'facebook',
    'twitter',
    'zalo',
    'messenger',
    'copy link(?: thành công)?',
    'sao chép (?:liên kết|link)',
    'in(?: bài(?: viết| này)?| trang)?',
    'bản in',
    'print',
    'email',
    'gửi (?:email|bài viết|cho bạn bè|bạn bè)',
    'lưu(?: bài| tin)?',
    '(?:xem với )?(?:cỡ|kích thước|kích cỡ) chữ.*|font size.*',
    '\\(?a[-+]?\\)?(?: \\(?a[-+]?\\)?)*',
    'google news|link (?:gốc|bài gốc|nguồn)|(?:xem|lấy) link(?: .{1,10})?',
    'skip to (?:main )?content|(?:bỏ qua|chuyển đến|đi đến) nội dung(?: chính)?',
    '(?:bài |trang |tin )?(?:trước|sau|tiếp theo|kế tiếp|tiếp)',
    '(?:đang|tổng(?: số)?)(?: lượt)? truy cập\\s*:?\\s*[\\d.,]*',
    '(?:hôm nay|hôm qua|tuần này|tuần trước|tháng (?:này|trước|hiện tại)|tất cả|đang (?:online|trực tuyến)|khách|thành viên)\\s*:\\s*[\\d.,]+',
    '\\d(?:[.,]\\d+)?\\s*/\\s*\\d.*(?:bình chọn|đánh giá|votes?|phiếu).*',
    'mời (?:(?:quý|các) )?(?:bạn đọc|bạn|độc giả|quý vị|vị)(?: .{1,20})? (?:vào|xem|đọc|đón|theo dõi|tham khảo).*',
    'nghe (?:đọc )?(?:bài|audio|tin).*',
    'đọc bài viết',
    'thích|like|share|tweet|tweet this',
    'theo dõi (?:.{1,40} trên.*|báo .{1,30}|chúng tôi.*|kênh .{1,30}|\\S+plus)',
    'quan tâm(?: .{1,20})?',
    'đăng nhập|đăng ký|đăng xuất|tìm kiếm|liên hệ|rss|sitemap|menu|english|hotline.*',
    'quảng cáo',
    'trang chủ|trang nhất|home',
    '\\d{1,3} phút đọc|(?:thời gian đọc|đọc trong)\\s*:?\\s*\\d{1,3} phút',
    '(?:tải|cài đặt) (?:ngay )?(?:ứng dụng|app)(?: .{1,80})?',
    'tin tức',
    'xem ảnh lớn|phóng to|bấm vào ảnh.*',
    '(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập)\\s*:?\\s*[\\d.,]*',
    '(?:đã )?xem\\s*:?\\s*[\\d.,]+(?: lần| lượt)?',
    '\\(?[\\d.,]+ (?:lượt|lần) (?:xem|đọc)\\)?',
    'tổng số điểm của bài viết là.*',
    'click để đánh giá bài viết',
    '\\d{1,2}:\\d{2}(?:\\s*/\\s*\\d{1,2}:\\d{2})?|\\d(?:\\.\\d+)?x|giọng (?:miền )?(?:bắc|trung|nam|nữ)',
    'trở thành người đầu tiên .*|bỏ qua .{1,40} và tiếp tục đọc|end of .{1,40}|advertisement|đang tải (?:video|quảng cáo|dữ liệu).{0,3}',
    '(?:tặng|chuyển) sao .*|follow us|tải app|lấy link!?|xem bình luận|đọc báo in',
    '(?:kính )?mời (?:các )?(?:quý )?(?:bạn|độc giả|bạn đọc|vị) (?:đọc )?(?:tham gia |gửi |viết )?bình luận.*',
    '(?:bạn |vui lòng )(?:cần |hãy )?đăng nhập .*|hãy chia sẻ .*|bấm (?:để|vào) xem ảnh.*',
    'đọc (?:bài gốc|bản gốc|thêm) tại đây|\\(?đã có [\\d.,]+ lượt (?:đọc|xem)\\)?',
    "(?:trình duyệt|thiết bị)(?: của bạn)? (?:không|chưa) hỗ trợ.*|your browser does(?: not|n[’']t) support.*",
    'xếp hạng.*phiếu bầu.*',
    '\\d+ người đã bình chọn',
  ]),
  /^(?:từ khóa|từ khoá|tags?|thẻ|chủ đề|hashtag)\s*:.*$/iu,
  /^(?:>{1,3}|»|›|→|\*?)\s*(?:để (?:xem|đọc|nghe|biết) thêm|xem thêm|đọc thêm|tin liên quan|bài liên quan|mời (?:bạn )?(?:xem|đọc)(?: thêm)?|đọc tiếp)\s*[:：>»-].*$/iu,
  /^>{2,}\s*\S.*$/u,
  /^(?:file|tệp|tập tin|tài liệu)(?: tin)? đính kèm\s*:?.*$/iu,
  /^your email address will not be published\b.*$/iu,
  /^(?:©|copyright|bản quyền (?:thuộc|©)).*$/iu,
];

/** A newspaper's word to its readers below an article: to send it their own stories, to watch its programmes. */
const isPrompt = (line: string): boolean =>
  line.length <= 300 &&
  (/^[*\s]*(?:mời )?(?:quý (?:vị )?)?(?:bạn đọc|độc giả|bạn|quý vị|khán giả|thính giả)(?:\s\S+){0,12}\s(?:xin |vui lòng |hãy |có thể )?(?:gửi|theo dõi|liên hệ|chia sẻ)\s.*(?:e-?mail|địa chỉ|hộp thư|đường dây|hotline|t[oò][aà] soạn|\S+@\S+)/iu.test(
    line,
  ) ||
    /^[*\s]*(?:kính )?mời (?:quý )?(?:bạn đọc|độc giả|vị|bạn|khán giả|thính giả).*(?:theo dõi|đón (?:xem|đọc|nghe)|xem thêm|nghe)\s/iu.test(
      line,
    ) ||
    /^(?:(?:độc giả|bạn đọc|bạn|mời bạn|hãy)(?: hãy| có thể)? )?(?:chia sẻ|gửi) .{5,160} tại đây\W*$/iu.test(
      line,
    ));

const breadcrumb =
  /^(?:trang chủ|home|trang nhất|tin tức)\s*(?:[>»›/|→-]|\\)\s*\S|^[^\s<][^<>»›.]{0,40}(?:\s*[>»›]\s*[^<>»›.]{1,60}){2,}$/iu;

const bare = (line: string): string =>
  line.replace(/[\s:.…»>\]\-–]+$/u, '').replace(/^[\s»›>•*.[–-]+(?=\p{L})/u, '');

const isWayBack = (words: string): boolean => {
  const to = /^(?:trở|quay) (?:lại|về) (.+)$/iu.exec(words)?.[1];
  return to !== undefined && isSectionName(to);
};

/** Which kind of a page's furniture a line is: it alone, a box that it opens, or the end of the article. Null: it is text. */
export const furnitureOf = (line: string): 'single' | 'box' | 'end' | 'breadcrumb' | null => {
  if (isImprint(line)) return 'end';
  if (isPrompt(line)) return 'single';
  if (line.length > 200) return null;
  if (breadcrumb.test(line)) return 'breadcrumb';
  const words = bare(line);
  if (words.length <= 60) {
    if (boxes.test(words)) return 'box';
    if (endings.test(words) || isWayBack(words)) return 'end';
  }
  return single.some((rule) => rule.test(line) || (words !== '' && rule.test(words))) ? 'single' : null;
};

/** The section that a breadcrumb names first, after the home page; null where it names none. */
export const sectionOfBreadcrumb = (line: string): string | null => {
  const parts = line
    .split(/\s*[>»›/|→\\]\s*/u)
    .map((part) => part.trim())
    .filter(
      (part) =>
        part !== '' && !/^(?:trang chủ|home|trang nhất|tin tức)$|^\S+\.(?:vn|com|net|org)$/iu.test(part),
    );
  const first = parts[0];
  return first !== undefined && first.length <= 60 ? first : null;
};
