import type { Document } from 'domhandler';
import type { Block } from '../article/block.ts';
import { lettersIn } from './cut-page.ts';
import type { PageRecord } from './page-record.ts';
import { elementsIn, textOf } from './page-tree.ts';
import { isProse } from './prose.ts';
import { titleTagOf } from './title-tag.ts';

/** What tells an article from a home page, a list, a form or an error. */
export interface PageSigns {
  readonly title: string | null;
  readonly lead: string | null;
  readonly body: readonly Block[];
  /** Most of its text is links, or stands below headlines that are links. */
  readonly isList: boolean;
  /** It shows a headline or a date of its own. */
  readonly isHeaded: boolean;
  /** Its title tag begins with the headline that it shows, a line of several words. */
  readonly isTitled: boolean;
  /** It names its writer and its date. */
  readonly isSigned: boolean;
  /** How many headlines of other articles it shows. */
  readonly doors: number;
}

/**
 * An article has at least this many letters of running text; one of several paragraphs below a headline or a date of its own,
 * or one that the page itself calls an article, fewer.
 */
const minLetters = 250;
const minHeadedLetters = 100;
const minCalledLetters = 60;

/** A page with so many headlines of others is a home page or a list, unless it has so much text of its own. */
const manyDoors = 10;
const minLettersAmongDoors = 600;

/** A link of fewer letters is a section's name. */
const minHeadlineLength = 25;

const errorTitle =
  /^(?:error |lỗi )?(?:403|404|410|500|502|503)(?:$|\D)|(?:^|[\s-])404(?:$| (?:not|page|error|-))|không tìm thấy (?:trang|nội dung|bài|tin|đường dẫn|kết quả|dữ liệu|yêu cầu)|^không tìm thấy\W*$|(?:trang|bài viết|bài báo|nội dung|đường dẫn|liên kết|tin)(?: \S+){0,6} (?:không (?:còn )?(?:tồn tại|tìm thấy)|đã bị (?:xóa|xoá|gỡ))|(?:page|file|object) (?:not found|moved)|not found$|access denied|forbidden|bad gateway|service unavailable|(?:server|runtime) error|lỗi (?:hệ thống|máy chủ|kết nối|truy cập)|đang (?:bảo trì|nâng cấp)|just a moment|attention required|captcha|xác (?:minh|nhận) (?:bạn|rằng bạn)|^lỗi\W*$/iu;

const loginTitle =
  /^đăng nhập(?:$|\s*[-–|:]|\s(?:hệ thống|tài khoản|thành viên|quản trị|vào))|^(?:log|sign) ?in(?:$|\W)/iu;

/** What a page of many articles calls itself. */
const listTitle =
  /^(?:kết quả )?tìm kiếm(?:$|[\s:]*(?:\W|cho|với|theo|từ khóa))|^kết quả tìm kiếm|^(?:trang chủ|trang nhất|home)$|^(?:thẻ|tag|từ khóa|chủ đề|chuyên mục)\s*[:|]/iu;

/** Addresses of pages that are no article's. */
const listAddress =
  /^https?:\/\/[^/]+(?:\/?(?:[?#].*)?$|\/(?:tim-kiem|search|dang-nhap|login|tags?)(?:[/.?]|$))/iu;

const proseIn = (body: readonly Block[]): number =>
  body.filter((block) => block.type === 'paragraph' && isProse(block.text)).length;

export const lettersOf = ({ body, lead }: Pick<PageSigns, 'body' | 'lead'>): number =>
  lettersIn(body) + (lead?.length ?? 0);

/** How many letters its captions have: a story in pictures has hardly other text. */
const lettersOfCaptions = (body: readonly Block[]): number =>
  body.reduce((sum, block) => sum + (block.type === 'figure' ? block.text.length : 0), 0);

/** A headline of fewer words may be a section's name. */
const minTitleWords = 5;

/** Whether a page's title tag begins with its headline. */
export const isTitled = (page: Document, title: string | null): boolean =>
  title !== null &&
  title.split(' ').length >= minTitleWords &&
  titleTagOf(elementsIn(page)).startsWith(title);

/** How many different headlines of other articles a page shows, as links. */
export const countDoors = (page: Document): number =>
  new Set(
    elementsIn(page)
      .filter(({ name, attribs }) => name === 'a' && /^(?!#|javascript:|mailto:)./i.test(attribs.href ?? ''))
      .map((link) => textOf(link, 200))
      .filter((text) => text.length >= minHeadlineLength),
  ).size;

const isError = ({ title, body }: PageSigns): boolean => {
  const first = body.find(({ type }) => type === 'paragraph' || type === 'heading');
  return [title ?? '', first !== undefined && 'text' in first ? first.text : ''].some(
    (line) => line.length <= 120 && (errorTitle.test(line) || loginTitle.test(line)),
  );
};

/** Whether a page is an article; else it is a home page, a section's or a search's list, a form or an error. */
export const isArticle = (signs: PageSigns, { calledArticle, url }: PageRecord): boolean => {
  const letters = lettersOf(signs) + (signs.isTitled ? lettersOfCaptions(signs.body) : 0);
  if (isError(signs) && letters < 3 * minLetters) return false;
  if (calledArticle === 'surely') return letters >= minCalledLetters;
  const { title, lead, body, isList, isHeaded, isTitled: isNamed, doors } = signs;
  if (isList || (title !== null && listTitle.test(title)) || (url !== null && listAddress.test(url)))
    return false;
  if (signs.isTitled && signs.isSigned && lead !== null) return letters >= minCalledLetters;
  const prose = proseIn(body) + (isNamed && lead !== null && isProse(lead) ? 1 : 0);
  if (doors >= manyDoors && letters < minLettersAmongDoors) {
    const isShort = prose < 2 && !body.some(({ type }) => type === 'figure');
    if (isShort) return false;
  }
  if (calledArticle === 'perhaps') return letters >= minCalledLetters;
  return letters >= (isHeaded && prose >= 2 ? minHeadedLetters : minLetters);
};
