import { isTag, type Document, type Element } from 'domhandler';
import type { Block } from '../article/block.ts';
import { toProblem } from '../problem/problem.ts';
import { parseByline, type Byline } from './byline.ts';
import { parseDateline, type Dateline } from './dateline.ts';
import { isDoubled } from './doubled.ts';
import type { Cut } from './draft.ts';
import type { Extraction } from './extract.ts';
import { findBody } from './find-body.ts';
import { furnitureOf, sectionOfBreadcrumb } from './furniture.ts';
import { hasNoHour } from './machine-date.ts';
import { toPageBlocks, type PageBlock } from './page-blocks.ts';
import { isCalledByline, isCalledKicker } from './page-furniture.ts';
import { readPageRecord, type PageRecord } from './page-record.ts';
import { elementsIn, namesOf, parsePage, plainOf, textOf } from './page-tree.ts';
import { isProse, looksLikeCrossHead } from './prose.ts';
import { readFoot } from './read-foot.ts';
import { toDraft } from './to-draft.ts';

/** An article has at least this many letters of running text; one that the page itself calls an article, fewer. */
const minLetters = 250;
const minCalledLetters = 60;

/** Above the text, datelines and bylines are looked for among so many blocks. */
const maxHeadBlocks = 6;

const errorTitle =
  /(?:^|\D)404(?:\D|$)|không tìm thấy|không tồn tại|page not found|đăng nhập|kết quả tìm kiếm|^tìm kiếm/iu;

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
const findTitle = (page: Document, record: PageRecord): { title: string | null; element: Element | null } => {
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
    [record.title ?? '', tagged, ...named].some(
      (title) => isDoubled(title, text) || (text.length > 15 && title.startsWith(text)),
    );
  const heads = all.filter(({ name }) => name === 'h1' || name === 'h2');
  const shown =
    heads.find((head) => isNamed(textOf(head))) ??
    all.find(
      (element) =>
        !['html', 'body', 'head', 'title'].includes(element.name) &&
        element.children.length <= 3 &&
        isNamed(textOf(element)),
    );
  if (shown !== undefined) return { title: textOf(shown), element: shown };
  const onlyHead = heads.filter(({ name }) => name === 'h1');
  if (
    onlyHead.length === 1 &&
    onlyHead[0] !== undefined &&
    textOf(onlyHead[0]).length >= 15 &&
    named[0] === undefined
  ) {
    return { title: textOf(onlyHead[0]), element: onlyHead[0] };
  }
  return { title: named[0] ?? null, element: null };
};

interface Shown {
  readonly datelines: Dateline[];
  readonly byline: Byline | null;
  readonly kicker: string | null;
  readonly lead: string | null;
  readonly section: string | null;
}

/** How many small elements from the headline on may hold the dateline, the byline and the lead. */
const reach = 60;

/** What the page shows around its headline, outside the text. */
const readShown = (page: Document, title: Element | null, body: Element, record: PageRecord): Shown => {
  const all = [...elementsIn(page)].filter(
    ({ name }) => !['script', 'style', 'head', 'meta', 'link', 'title', 'option'].includes(name),
  );
  const at = title === null ? all.indexOf(body) : all.indexOf(title);
  const end = all.indexOf(body);
  const inBody = new Set(elementsIn(body));
  const holdsTitle = title !== null && inBody.has(title);
  const after = all
    .slice(at + 1, holdsTitle || end < at ? at + reach : Math.max(end, at + 1))
    .filter((element) => holdsTitle || !inBody.has(element));
  const before = all
    .slice(Math.max(0, at - 25), at)
    .filter(({ name }) => !['html', 'body'].includes(name))
    .reverse();
  const small = (element: Element): boolean => textOf(element).length <= 120;
  const dateIn = (element: Element): Dateline | null => {
    const shown = parseDateline(textOf(element));
    if (shown?.at != null || shown?.invalid != null) return shown;
    const own = element.children
      .map((child) => (isTag(child) ? null : parseDateline(textOf(child))))
      .find((line) => line?.at != null);
    return own ?? null;
  };
  const isDated = (element: Element): boolean =>
    element.name === 'time' || /date|time|ngay|clock|meta/iu.test(namesOf(element));
  const below = all
    .slice(end)
    .filter((element) => !inBody.has(element))
    .slice(0, 40);
  const datelines = [
    ...after.filter(small).map(dateIn),
    ...before.filter((element) => small(element) && isDated(element)).map(dateIn),
    ...below.filter((element) => small(element) && isDated(element)).map(dateIn),
  ].filter((line) => line !== null);
  const bylines = [...after, ...below]
    .filter((element) => isCalledByline(element) && small(element))
    .map((element) => parseByline(textOf(element)))
    .filter((byline) => byline !== null && byline.authors.length > 0);
  const kicker = before.slice(0, 6).find((element) => isCalledKicker(element) && small(element));
  const isLead = (element: Element): boolean => {
    const text = textOf(element);
    return (
      text.length >= 40 &&
      text.length <= 1200 &&
      (/(?:^|[\s_-])(?:sapo|lead|description|summary|chapeau|tom-?tat|hometext|short_?intro|intro)(?=$|[\s_-])/iu.test(
        namesOf(element),
      ) ||
        (element.name === 'h2' && isProse(text)) ||
        (record.description !== null && text.length >= 60 && text === record.description))
    );
  };
  const lead = holdsTitle ? undefined : after.find(isLead);
  const crumbs = all.find((element) => /breadcrumb/iu.test(namesOf(element)) && element.name !== 'body');
  const links =
    crumbs === undefined
      ? []
      : [...elementsIn(crumbs)].filter(({ name }) => name === 'a' || name === 'li').map(textOf);
  return {
    datelines,
    byline: bylines[0] ?? null,
    kicker: kicker === undefined ? null : textOf(kicker) || null,
    lead: lead === undefined ? null : textOf(lead),
    section: sectionOfBreadcrumb(links.filter((link, i) => links.indexOf(link) === i).join(' > ')),
  };
};

/** The blocks from the headline to the end of the article, without lines that are the page's own. */
const cutPage = (blocks: readonly PageBlock[], title: string | null, cut: Cut[]): PageBlock[] => {
  const headline = title === null ? -1 : blocks.findIndex(({ text }) => isDoubled(text, title));
  const firstProse = blocks.findIndex(({ text, block }) => block.type === 'paragraph' && isProse(text));
  const from = headline !== -1 && headline <= Math.max(firstProse, 8) ? headline + 1 : 0;
  const kept: PageBlock[] = [];
  let inBox = false;
  for (const [i, item] of blocks.slice(from).entries()) {
    const { text, block, linkShare } = item;
    const kind = block.type === 'figure' || block.type === 'table' ? null : furnitureOf(text);
    const isLinks = linkShare > 0.85 && block.type !== 'list' && !(isProse(text) && text.length > 200);
    if (kind === 'end' && kept.some((other) => isProse(other.text))) {
      cut.push({
        rule: 'after-the-end',
        text: blocks
          .slice(from + i)
          .map((other) => other.text)
          .join('\n'),
      });
      break;
    }
    if (kind === 'box' || (inBox && (isLinks || linkShare > 0.5))) inBox = true;
    else inBox = false;
    if (kind !== null || isLinks || inBox) cut.push({ rule: kind ?? 'links', text });
    else kept.push(item);
  }
  return kept;
};

/** Headings where the page marks them, or where a bold line stands alone; never the last block. */
const toBlocks = (items: readonly PageBlock[]): Block[] => {
  const paragraphs = items.filter(({ block }) => block.type === 'paragraph');
  const isAllBold = paragraphs.filter(({ isBold }) => isBold).length * 2 > paragraphs.length;
  const ranks = items.flatMap(({ block }) => (block.type === 'heading' ? [block.level] : []));
  const top = ranks.length === 0 ? 2 : Math.min(...ranks);
  return items.flatMap(({ block, text, isBold }, i): Block[] => {
    const isLast = !items
      .slice(i + 1)
      .some((other) => ['paragraph', 'list', 'table', 'quote', 'figure'].includes(other.block.type));
    if (block.type === 'heading') {
      if (isLast || (i === 0 && text === text.toLowerCase())) return [];
      const level = block.level - top;
      return isProse(text) && text.length > 130
        ? [{ type: 'paragraph', text }]
        : [{ ...block, level: level <= 0 ? 2 : level === 1 ? 3 : 4 }];
    }
    if (block.type === 'paragraph' && isBold && !isAllBold && !isLast && looksLikeCrossHead(text)) {
      return [{ type: 'heading', level: 2, text }];
    }
    return [block];
  });
};

const lettersIn = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, block) =>
      sum +
      (block.type === 'paragraph' || block.type === 'quote' ? (block.text.match(/\p{L}/gu)?.length ?? 0) : 0),
    0,
  );

/** The best date: the record's, unless it tells no hour and the page shows one of that day. */
const chooseDate = (stated: string | null, datelines: readonly Dateline[]): string | null => {
  const shown =
    datelines.find(({ at, kind }) => at !== null && kind === 'published') ??
    datelines.find(({ at }) => at !== null);
  if (stated === null) return shown?.at ?? null;
  const sameDay = datelines.find(({ at }) => at?.slice(0, 10) === stated.slice(0, 10) && !hasNoHour(at));
  return hasNoHour(stated) && sameDay?.at != null ? sameDay.at : stated;
};

/**
 * The article in a page: its record from what the page says for machines, else from what it shows; its text from where
 * the running text stands, without the page's own parts. Problems: `not-an-article`, `page-too-deep`, `date-invalid`.
 */
export const extractPage = (html: string): Extraction => {
  const page = parsePage(html);
  if (page === null) return { draft: null, problems: [toProblem('page-too-deep')] };
  const record = readPageRecord(page);
  const { title, element } = findTitle(page, record);
  const found = findBody(page);
  const refused: Extraction = { draft: null, problems: [toProblem('not-an-article')] };
  if (found === null) return refused;
  const { blocks, cut } = toPageBlocks(found.body);
  const shown = readShown(page, element, found.body, record);
  const kept = cutPage(blocks, title, cut);
  const datelines: Dateline[] = [...shown.datelines];
  let byline: Byline | null = null;
  let lead = shown.lead;
  for (let i = 0; i < Math.min(maxHeadBlocks, kept.length);) {
    const item = kept[i];
    if (item === undefined || (isProse(item.text) && item.called !== 'lead')) {
      // A bold first paragraph is a lead, too.
      if (item?.isBold === true && lead === null && item.block.type === 'paragraph' && kept.length > 2) {
        lead = item.text;
        kept.splice(i, 1);
      }
      break;
    }
    const line = item.block.type === 'paragraph' || item.block.type === 'heading' ? item.text : null;
    const dateline = line === null ? null : parseDateline(line);
    const named = line !== null && item.called === 'byline' ? parseByline(line) : null;
    if (dateline !== null) datelines.push(dateline);
    else if (named !== null) byline = named;
    else if (line !== null && lead === null && line.length >= 40 && item.called === 'lead') lead = line;
    else if (line !== null && lead === null && item.block.type === 'heading' && isProse(line)) lead = line;
    else {
      i += 1;
      continue;
    }
    cut.push({ rule: line === lead ? 'lead' : 'head', text: item.text });
    kept.splice(i, 1);
  }
  const isDupeOfLead = ({ text }: PageBlock): boolean => lead !== null && text === lead;
  const foot = readFoot(kept.filter((item) => !isDupeOfLead(item)));
  const body = toBlocks(foot.rest);
  const letters = lettersIn(body) + (lead?.length ?? 0);
  const isCalled = record.isArticle;
  const isList =
    found.linkShare > 0.5 ||
    body.filter(({ type }) => type === 'heading').length >
      2 * body.filter(({ type }) => type === 'paragraph').length;
  if (letters < (isCalled ? minCalledLetters : minLetters) || (isList && !isCalled)) return refused;
  if (title !== null && errorTitle.test(title) && letters < 3 * minLetters) return refused;
  const invalid = [...record.invalidDates, ...datelines.flatMap((dateline) => dateline.invalid ?? [])];
  const publishedAt = chooseDate(record.publishedAt, [...datelines, ...foot.datelines]);
  const bylineFound = foot.byline ?? shown.byline ?? byline;
  const authors = record.authors.length > 0 ? record.authors : (bylineFound?.authors ?? []);
  const draft = toDraft({
    title,
    kicker: shown.kicker,
    lead,
    publishedAt,
    updatedAt: record.updatedAt === publishedAt ? null : record.updatedAt,
    authors: [...authors],
    organisation: foot.byline?.organisation ?? bylineFound?.organisation ?? null,
    section: record.section ?? shown.section,
    url: record.url,
    sourceName: record.siteName,
    body,
    cut: [...cut, ...foot.cut],
  });
  const problems =
    publishedAt === null && invalid[0] !== undefined
      ? [toProblem('date-invalid', { field: 'publishedAt', value: invalid[0] })]
      : [];
  return { draft, problems };
};
