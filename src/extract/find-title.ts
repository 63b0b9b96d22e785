import { isTag, isText, type Document, type Element } from 'domhandler';
import { foldText } from '../text/fold-text.ts';
import { parseDateline } from './dateline.ts';
import { isDoubled } from './doubled.ts';
import { inlineElements } from './inline-elements.ts';
import { furnitureOf } from './furniture.ts';
import { isCalledTitle } from './page-furniture.ts';
import type { PageRecord } from './page-record.ts';
import { elementsIn, textOf } from './page-tree.ts';
import { isProse } from './prose.ts';
import { isSectionName } from './section-name.ts';
import { titleTagOf } from './title-tag.ts';

/** A headline is no longer than this, and one that only its element's name tells no shorter than that. */
const maxTitleLength = 400;
const minCalledLength = 15;

/** What a portal writes on every page of its own. */
const siteTitle =
  /^(?:cổng (?:thông tin|ttđt|tt điện tử|dịch vụ)|trang (?:thông tin|tin|chủ|nhất)|website|báo điện tử|đài (?:phát thanh|truyền hình|pt)|chi tiết(?: tin(?: tức)?| bài viết)?(?=$|\s*[-–|>:])|tin tức(?=$|\s*[-–|>:])|(?:\S+\s){1,4}(?:điện tử|online)$)/iu;

const withoutSite = (title: string, siteName: string | null): string => {
  const parts = title.split(/\s+[-|–—»•:]\s+/u);
  const last = parts.at(-1) ?? '';
  const isSite =
    parts.length > 1 &&
    (last.toLowerCase() === siteName?.toLowerCase() ||
      siteTitle.test(last) ||
      isSectionName(last) ||
      /^(?:báo|tạp chí|cổng|trang|đài)\s|\.(?:vn|com|net|org)|online$/iu.test(last));
  if (!isSite) return title;
  return withoutSite(title.slice(0, title.lastIndexOf(last)).replace(/\s+[-|–—»•:]\s+$/u, ''), siteName);
};

/** The innermost element that shows what the test asks for. */
const innermost = (element: Element, isAsked: (text: string) => boolean): Element =>
  elementsIn(element).findLast((inner) => isAsked(textOf(inner, maxTitleLength))) ?? element;

/** The element called a headline that stands last above the text, or first in it. */
const calledTitle = (all: readonly Element[], body: Element): Element | undefined => {
  const inBody = new Set(elementsIn(body));
  const isTitle = (element: Element): boolean => {
    if (!isCalledTitle(element) || ['title', 'a', 'img', 'meta'].includes(element.name)) return false;
    const text = textOf(element, maxTitleLength);
    return (
      text.length >= minCalledLength &&
      text.length <= maxTitleLength &&
      !siteTitle.test(text) &&
      !isSectionName(text) &&
      furnitureOf(text) === null &&
      parseDateline(text) === null
    );
  };
  const above = all
    .slice(0, all.indexOf(body))
    .filter((element) => !elementsIn(element).some((e) => e === body));
  return above.findLast(isTitle) ?? [...inBody].slice(0, 40).find(isTitle);
};

/** How many elements above the text may hold the headline of a page that names nothing. */
const boldReach = 20;

/** Bold or large words right above the text, in pages older than style sheets. */
const boldTitle = (all: readonly Element[], body: Element): Element | undefined =>
  all
    .slice(Math.max(0, all.indexOf(body) - boldReach), Math.max(0, all.indexOf(body)))
    .filter(({ name }) => /^(?:b|strong|font|big|h[1-6])$/.test(name))
    .findLast((element) => {
      const text = textOf(element, maxTitleLength);
      const isLine = text.length >= minCalledLength && text.length <= maxTitleLength && !isProse(text);
      const isBold = element.name !== 'font' || Number(element.attribs.size) >= 3;
      return isLine && isBold && parseDateline(text) === null && furnitureOf(text) === null;
    });

/** Above a headline in large letters, a date and a kicker may stand in its column. */
const maxAboveTitle = 160;

const isLarge = ({ name, attribs }: Element): boolean =>
  name === 'font' && (Number(attribs.size) >= 4 || attribs.size?.startsWith('+') === true);

/** Bold words at the very top of the text, on a line of their own; large ones a little further down. */
const boldFirst = (body: Element): Element | undefined => {
  const start = textOf(body, maxTitleLength);
  return elementsIn(body)
    .slice(0, boldReach)
    .find((element) => {
      if (!/^(?:b|strong|font|big)$/.test(element.name)) return false;
      const text = textOf(element, maxTitleLength);
      const after = element.next;
      const next = after !== null && isText(after) && after.data.trim() === '' ? after.next : after;
      const isAlone =
        next === null ||
        (isTag(next) && !inlineElements.has(next.name)) ||
        (isTag(next) && next.name === 'br');
      return (
        isAlone &&
        text.length >= minCalledLength &&
        text.length <= maxTitleLength &&
        (start.startsWith(text) || (isLarge(element) && start.indexOf(text) <= maxAboveTitle)) &&
        !isProse(text) &&
        !siteTitle.test(text) &&
        parseDateline(text) === null &&
        furnitureOf(text) === null
      );
    });
};

/** A title tag of fewer words may be but a newspaper's name. */
const minTagWords = 4;

/** How many words a title has, and which share of them the text has, too. */
const wordsShared = (title: string, body: Element): { count: number; share: number } => {
  const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\d]+/gu) ?? [];
  const inBody = new Set(wordsOf(textOf(body)));
  const words = wordsOf(title);
  return {
    count: words.length,
    share: words.filter((word) => inBody.has(word)).length / Math.max(1, words.length),
  };
};

/**
 * The element that shows the headline, and its words. What the record or the title tag names counts where the page shows
 * it; then an only first-rank heading, then what is called a headline. `isShown` false: the page shows it nowhere.
 */
export const findTitle = (
  page: Document,
  record: PageRecord,
  body: Element,
): { title: string | null; element: Element | null; isShown: boolean } => {
  const all = elementsIn(page);
  const tagged = titleTagOf(all);
  const named = [record.title, tagged]
    .filter((title) => title !== null && title !== '')
    .map((title) => withoutSite(title ?? '', record.siteName))
    .filter((title) => !siteTitle.test(title));
  const isNamed = (text: string): boolean =>
    text.length >= 8 &&
    text.length <= maxTitleLength &&
    !siteTitle.test(text) &&
    [record.title ?? '', tagged, ...named].some(
      (title) => isDoubled(title, text) || (text.length > 15 && title.startsWith(text)),
    );
  const heads = all.filter(({ name }) => name === 'h1' || name === 'h2');
  const shown =
    all.find(
      (element) =>
        record.title !== null &&
        !siteTitle.test(record.title) &&
        /^h[1-6]$/.test(element.name) &&
        isDoubled(withoutSite(record.title, record.siteName), textOf(element, maxTitleLength)),
    ) ??
    heads.find((head) => isNamed(textOf(head, maxTitleLength))) ??
    all.find(
      (element) =>
        !['html', 'body', 'head', 'title'].includes(element.name) &&
        element.children.length <= 3 &&
        isNamed(textOf(element, maxTitleLength)),
    );
  if (shown !== undefined) {
    const element = innermost(shown, isNamed);
    return { title: textOf(element), element, isShown: true };
  }
  const first = heads.filter(({ name }) => name === 'h1');
  const onlyHead = first.length === 1 ? first[0] : undefined;
  const isHeadline = (text: string): boolean => text.length >= minCalledLength && !siteTitle.test(text);
  const isInBody = onlyHead !== undefined && elementsIn(body).includes(onlyHead);
  const element =
    onlyHead !== undefined &&
    record.title === null &&
    (isHeadline(textOf(onlyHead)) || (isInBody && /\p{L}{2}/u.test(textOf(onlyHead))))
      ? onlyHead
      : (calledTitle(all, body) ?? (record.title === null ? boldTitle(all, body) : undefined));
  if (element !== undefined) return { title: textOf(element), element, isShown: true };
  const stated = named[0] ?? null;
  if (stated !== null && record.title !== null) return { title: stated, element: null, isShown: false };
  if (stated === null) {
    const large = boldFirst(body);
    return large === undefined || !isLarge(large)
      ? { title: null, element: null, isShown: false }
      : { title: textOf(large), element: large, isShown: true };
  }
  const { count, share } = wordsShared(stated, body);
  const bold = count < minTagWords || share < 0.5 ? boldFirst(body) : undefined;
  if (bold !== undefined) return { title: textOf(bold), element: bold, isShown: true };
  return { title: share < 0.5 ? null : stated, element: null, isShown: false };
};
