import type { Document } from 'domhandler';
import type { Block } from '../article/block.ts';
import type { SourceRules } from '../article/source-record.ts';
import { toDateProblem } from '../problem/date-problem.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import { mergeBylines, type Byline } from './byline.ts';
import { cutPage, isListOfArticles, lettersIn, partMargins, toBlocks } from './cut-page.ts';
import { isSignature } from './cut-signed.ts';
import { parseDateline, type Dateline } from './dateline.ts';
import type { Cut } from './draft.ts';
import type { Extraction, RulesFor } from './extract.ts';
import { findBody } from './find-body.ts';
import { findTitle } from './find-title.ts';
import { countDoors, isArticle, isTitled, lettersOf, type PageSigns } from './is-article.ts';
import { hasNoHour } from './machine-date.ts';
import { toPageBlocks, type PageBlock } from './page-blocks.ts';
import { readPageRecord, type PageRecord } from './page-record.ts';
import { findPictures } from './page-pictures.ts';
import { parsePage } from './page-tree.ts';
import { readDataBody } from './read-data-body.ts';
import { proseOutside } from './prose-outside.ts';
import { readFoot } from './read-foot.ts';
import { maxHeadBlocks, readPageHead } from './read-page-head.ts';
import { readShown } from './read-shown.ts';
import { cutByRules, nothingRuled, readByRules, withRuled } from './source-rules.ts';
import { tellTaken, type TakenBy } from './taken-by.ts';
import { toDraft, type DraftParts } from './to-draft.ts';

/** An article that is given for machines alone has at least this many letters. */
const minLetters = 250;

/** Text for machines alone stands for a shown one that is so many times shorter: the page is a shell for a script. */
const shellFactor = 4;

interface Reading extends PageSigns {
  readonly parts: DraftParts;
  readonly invalidDates: readonly string[];
  readonly takenBy: TakenBy;
}

/** Vietnam's offset, in milliseconds. */
const vietnamOffset = 7 * 60 * 60 * 1000;

/**
 * The shown date, where the machine's is the same hour read in another zone: seven hours off to the minute, as programs write
 * that take UTC for Vietnam's time, or Vietnam's for UTC.
 */
const inOtherZone = (stated: string | null, shown: string | null): string | null => {
  if (stated === null || shown === null || !stated.includes('T') || !shown.includes('T')) return null;
  const apart = Math.floor(Date.parse(stated) / 60_000) - Math.floor(Date.parse(shown) / 60_000);
  return Math.abs(apart) * 60_000 === vietnamOffset ? shown : null;
};

/** The best date: the record's, unless it tells no hour and the page shows one of that day. */
const chooseDate = (stated: string | null, datelines: readonly Dateline[]): string | null => {
  const shown =
    datelines.find(({ at, kind }) => at !== null && kind === 'published') ??
    datelines.find(({ at }) => at !== null);
  const day = inOtherZone(stated, shown?.at ?? null) ?? stated ?? shown?.at ?? null;
  if (day === null || !hasNoHour(day)) return day;
  return (
    datelines.find(
      ({ at, kind }) =>
        (stated !== null || kind === 'published') && at?.slice(0, 10) === day.slice(0, 10) && !hasNoHour(at),
    )?.at ?? day
  );
};

/** What the page says for machines, where it shows nothing. */
const partsOf = (record: PageRecord, body: Block[]): DraftParts => ({
  title: record.title,
  publishedAt: record.publishedAt,
  updatedAt: record.updatedAt === record.publishedAt ? null : record.updatedAt,
  authors: [...record.authors],
  section: record.section,
  url: record.url,
  sourceName: record.siteName,
  body,
});

/**
 * Whether the byline that is printed outdoes the machine's: meta elements and microdata name as a rule the account that put
 * the page up.
 */
const isOutdone = ({ places }: PageRecord, foot: Byline | null, labelled: Byline | null): boolean =>
  places.authors !== undefined &&
  places.authors !== 'json-ld' &&
  [foot, labelled].some((byline) => byline !== null && byline.authors.length > 0);

const withoutAuthors = (record: PageRecord): PageRecord => {
  const places = Object.entries(record.places).filter(([field]) => field !== 'authors');
  return { ...record, authors: [], places: Object.fromEntries(places) };
};

/** The blocks without headings that nothing stands below: those of the page's next part. */
const cutLastHeadings = (blocks: readonly PageBlock[], cut: Cut[]): readonly PageBlock[] => {
  const end = blocks.findLastIndex(({ block }) => block.type !== 'heading') + 1;
  cut.push(...blocks.slice(end).map(({ text }) => ({ rule: 'after-the-end', text })));
  return blocks.slice(0, end);
};

const readPage = (page: Document, machines: PageRecord, rules: SourceRules | null): Reading | null => {
  const ruledCut: Cut[] = [];
  if (rules !== null) cutByRules(page, rules, ruledCut);
  const ruled = rules === null ? nothingRuled : readByRules(page, rules);
  const record = withRuled(machines, ruled);
  const found = findBody(page, ruled.body);
  if (found === null) return null;
  const { title, element, isShown } = findTitle(page, record, found.body);
  const { blocks: whole, cut } = toPageBlocks(found.body);
  const blocks = partMargins(whole, title);
  const shown = readShown(page, element, found, record);
  const kept = cutPage(blocks, title, cut);
  const figures =
    shown.figures === null
      ? []
      : toPageBlocks(shown.figures).blocks.filter(
          ({ block }) => block.type === 'figure' && block.text !== '',
        );
  // Old layouts print the date above the headline, in the same column.
  const start = kept[0] === undefined ? 0 : blocks.indexOf(kept[0]);
  const above = blocks
    .slice(Math.max(0, start - maxHeadBlocks), start)
    .map(({ text }) => parseDateline(text));
  const head = readPageHead(kept, {
    hasTitle: isShown || record.title !== null,
    lead: ruled.lead ?? shown.lead,
    description: record.description,
  });
  const { lead } = head;
  const isDupeOfLead = ({ text }: PageBlock): boolean => lead !== null && text === lead;
  const told = cutLastHeadings(
    head.rest.filter((item) => !isDupeOfLead(item)),
    cut,
  );
  const foot = readFoot(told);
  const datelines = [
    ...ruled.datelines,
    ...shown.datelines,
    ...above.filter((line) => line !== null),
    ...head.datelines,
    ...foot.datelines,
  ];
  const last = foot.rest.at(-1);
  const penName =
    foot.byline === null && last !== undefined && foot.rest.length > 1 && isSignature(last)
      ? last.text
      : null;
  const captions = new Set(foot.rest.map(({ text }) => text));
  const body = toBlocks([
    ...figures.filter(({ text }) => !captions.has(text)),
    ...(penName === null ? foot.rest : foot.rest.slice(0, -1)),
  ]);
  const isPrinted = isOutdone(record, foot.byline, shown.labelled);
  const stated = isPrinted ? withoutAuthors(record) : record;
  const { authors, organisation } = mergeBylines(
    ruled.byline,
    isPrinted ? shown.labelled : null,
    foot.byline,
    penName === null ? null : { authors: [penName], organisation: null },
    shown.byline,
    head.byline,
  );
  const publishedAt = chooseDate(record.publishedAt, datelines);
  const updatedAt =
    record.updatedAt ?? datelines.find(({ at, kind }) => at !== null && kind === 'updated')?.at ?? null;
  const section = record.section ?? shown.section ?? head.section;
  const kicker = ruled.kicker ?? shown.kicker;
  const count = (type: Block['type']): number => body.filter((block) => block.type === type).length;
  return {
    parts: {
      ...partsOf(record, body),
      title: head.title ?? title,
      kicker,
      lead,
      publishedAt,
      updatedAt: updatedAt === publishedAt ? null : updatedAt,
      authors: [...(record.authors.length > 0 && !isPrinted ? record.authors : authors)],
      organisation,
      section,
      cut: [...ruledCut, ...cut, ...head.cut, ...foot.cut, ...proseOutside(page, found.body, lead)],
    },
    title: head.title ?? title,
    body,
    lead,
    isList: found.linkShare > 0.5 || isListOfArticles(whole) || count('heading') > 2 * count('paragraph'),
    isHeaded: isShown || head.title !== null || publishedAt !== null,
    isTitled: isShown && isTitled(page, title),
    isSigned: publishedAt !== null && authors.length > 0,
    doors: countDoors(page),
    takenBy: tellTaken({ stated, ruled, shown, head, foot, publishedAt }),
    invalidDates: datelines.flatMap(({ invalid }) => invalid ?? []),
  };
};

/**
 * The article in a page: its record from what the page says for machines, else from what it shows; its text from where
 * the running text stands, without the page's own parts. Problems: `not-an-article`, `page-too-deep`, `date-invalid`,
 * the note `text-for-machines`.
 * @param rulesFor the rules of the source that the page names
 */
export const extractPage = (html: string, rulesFor: RulesFor = () => null): Extraction => {
  const page = parsePage(html);
  if (page === null) return { draft: null, problems: [toProblem('page-too-deep')] };
  const record = readPageRecord(page);
  const shown = readPage(page, record, rulesFor({ url: record.url, sourceName: record.siteName }));
  const dataBody = record.articleBody === null ? [] : readDataBody(record.articleBody);
  const dataLetters = lettersIn(dataBody);
  const isShell =
    dataLetters >= minLetters && dataLetters > shellFactor * (shown === null ? 0 : lettersOf(shown));
  if (!isShell && (shown === null || !isArticle(shown, record)))
    return { draft: null, problems: [toProblem('not-an-article', { reason: 'this-file' })] };
  const draft = toDraft(isShell || shown === null ? partsOf(record, dataBody) : shown.parts);
  const invalid = [...record.invalidDates, ...(shown?.invalidDates ?? [])][0];
  const problems: Problem[] = [
    ...(isShell ? [toProblem('text-for-machines')] : []),
    ...((draft.publishedAt === null || record.invalidDates.length > 0) && invalid !== undefined
      ? [toDateProblem('publishedAt', invalid)]
      : []),
  ];
  return {
    draft,
    problems,
    takenBy: isShell ? { ...record.places, body: 'json-ld' } : (shown?.takenBy ?? {}),
    pictures: findPictures(page, draft.body),
  };
};
