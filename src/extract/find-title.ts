import type { Document, Element } from 'domhandler';
import { isDoubled } from './doubled.ts';
import type { PageRecord } from './page-record.ts';
import { elementsIn, plainOf, textOf } from './page-tree.ts';

/** A headline is no longer than this. */
const maxTitleLength = 400;

const withoutSite = (title: string, siteName: string | null): string => {
  const parts = title.split(/\s+[-|–—»•:]\s+/u);
  const last = parts.at(-1) ?? '';
  const isSite =
    parts.length > 1 &&
    (last.toLowerCase() === siteName?.toLowerCase() ||
      /^(?:báo|tạp chí|cổng|trang|đài)\s|\.(?:vn|com|net|org)|online$/iu.test(last));
  return isSite ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[-|–—»•:]\s+$/u, '') : title;
};

/** The element that shows the headline, and its words. A first-rank heading counts unless the record names another. */
export const findTitle = (
  page: Document,
  record: PageRecord,
): { title: string | null; element: Element | null } => {
  const all = [...elementsIn(page)];
  const titleTag = all.find(({ name }) => name === 'title');
  const tagged =
    titleTag === undefined
      ? ''
      : plainOf(titleTag.children.map((child) => ('data' in child ? child.data : '')).join(''));
  const named = [record.title, tagged]
    .filter((title) => title !== null && title !== '')
    .map((title) => withoutSite(title ?? '', record.siteName));
  const isNamed = (text: string): boolean =>
    text.length >= 8 &&
    text.length <= maxTitleLength &&
    [record.title ?? '', tagged, ...named].some(
      (title) => isDoubled(title, text) || (text.length > 15 && title.startsWith(text)),
    );
  const heads = all.filter(({ name }) => name === 'h1' || name === 'h2');
  const shown =
    heads.find((head) => isNamed(textOf(head, maxTitleLength))) ??
    all.find(
      (element) =>
        !['html', 'body', 'head', 'title'].includes(element.name) &&
        element.children.length <= 3 &&
        isNamed(textOf(element, maxTitleLength)),
    );
  if (shown !== undefined) return { title: textOf(shown), element: shown };
  const onlyHead = heads.filter(({ name }) => name === 'h1');
  if (
    onlyHead.length === 1 &&
    onlyHead[0] !== undefined &&
    textOf(onlyHead[0]).length >= 15 &&
    record.title === null
  ) {
    return { title: textOf(onlyHead[0]), element: onlyHead[0] };
  }
  return { title: named[0] ?? null, element: null };
};
