import { toProblem } from '../problem/problem.ts';
import { parseByline, type Byline } from './byline.ts';
import { cutPage, lettersIn, toBlocks } from './cut-page.ts';
import { parseDateline, type Dateline } from './dateline.ts';
import type { Extraction } from './extract.ts';
import { findBody } from './find-body.ts';
import { findTitle } from './find-title.ts';
import { hasNoHour } from './machine-date.ts';
import { toPageBlocks, type PageBlock } from './page-blocks.ts';
import { readPageRecord } from './page-record.ts';
import { parsePage } from './page-tree.ts';
import { isProse } from './prose.ts';
import { readFoot } from './read-foot.ts';
import { readShown } from './read-shown.ts';
import { toDraft } from './to-draft.ts';

/** An article has at least this many letters of running text; one that the page itself calls an article, fewer. */
const minLetters = 250;
const minCalledLetters = 60;

/** Above the text, datelines and bylines are looked for among so many blocks. */
const maxHeadBlocks = 6;

const errorTitle =
  /(?:^|\D)404(?:\D|$)|không tìm thấy|không tồn tại|page not found|đăng nhập|kết quả tìm kiếm|^tìm kiếm/iu;

/** The best date: the record's, unless it tells no hour and the page shows one of that day. */
const chooseDate = (stated: string | null, datelines: readonly Dateline[]): string | null => {
  const shown =
    datelines.find(({ at, kind }) => at !== null && kind === 'published') ??
    datelines.find(({ at }) => at !== null);
  if (stated === null) return shown?.at ?? null;
  const sameDay = datelines.find(({ at }) => at?.slice(0, 10) === stated.slice(0, 10) && !hasNoHour(at));
  return hasNoHour(stated) && sameDay ? sameDay.at : stated;
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
  // Old layouts print the date above the headline, in the same column.
  const start = kept[0] === undefined ? 0 : blocks.indexOf(kept[0]);
  const above = blocks
    .slice(Math.max(0, start - maxHeadBlocks), start)
    .map(({ text }) => parseDateline(text));
  const datelines: Dateline[] = [...shown.datelines, ...above.filter((line) => line !== null)];
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
