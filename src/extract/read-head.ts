import { isAgency, isLabelledByline, isOrganisation, parseByline, type Byline } from './byline.ts';
import { isCaptionLine } from './credit.ts';
import { parseDatelines, type Dateline } from './dateline.ts';
import { isDoubled } from './doubled.ts';
import type { Cut } from './draft.ts';
import { isCapitals, isProse } from './prose.ts';
import { isSectionName } from './section-name.ts';
import type { TextLine } from './text-lines.ts';

/** What stands above the running text. */
export interface Head {
  readonly title: string | null;
  readonly kicker: string | null;
  readonly section: string | null;
  readonly datelines: readonly (Dateline & { readonly line: number })[];
  readonly byline: Byline | null;
  readonly url: string | null;
  readonly cut: Cut[];
  /** The text below. */
  readonly rest: TextLine[];
}

/** A headline has at most so many lines above the text that belong to it. */
const maxHeadLines = 14;

/** A line right above a dateline is a headline up to this length, whatever it looks like. */
const maxTitleLength = 200;

/** The first line is one up to this length, where an empty line and a dateline follow. */
const maxFirstTitleLength = 600;

const masthead =
  /^(?:báo (?:điện tử|online)|đài (?:pt|phát thanh|truyền hình|tiếng nói)|thông tấn xã|báo\s\S.{0,40}(?:online|điện tử)$|cổng thông tin|trang thông tin|trang tin|tạp chí điện tử|cơ quan (?:của|ngôn luận|trung ương|chủ quản)|tiếng nói của)/iu;

/** A newspaper's name or motto; the bare name only above all else. */
const isMasthead = (text: string, found: number): boolean =>
  masthead.test(text) ||
  (found === 0 &&
    (isAgency(text) ||
      /^tạp chí(?:\s\S+){1,6}$/iu.test(text) ||
      /^báo(?:\s\p{Lu}\p{L}*){1,4}$/iu.test(text)) &&
    (text.startsWith('Tạp chí') || text.split(' ').every((word) => /^\p{Lu}/u.test(word))));

const isAddress = (text: string): boolean =>
  /^(?:link|url|nguồn|địa chỉ)?\s*:?\s*https?:\/\/\S+$/iu.test(text);

/** Where the head ends: at the first running text, or the first caption below a headline. */
const headLength = (lines: readonly TextLine[]): number => {
  let length = 0;
  for (const [i, { text, hasGap, cells }] of lines.entries()) {
    const next = lines[i + 1];
    const isRow = cells !== null && (next?.cells ?? null) !== null;
    const isHeadline =
      next !== undefined &&
      text.length <= (i === 0 && next.hasGap ? maxFirstTitleLength : maxTitleLength) &&
      parseDatelines(next.text).length > 0;
    if (i >= maxHeadLines || isRow) break;
    if (!isHeadline && (isProse(text) || (i > 0 && isCaptionLine(text)))) break;
    // A picture's alternative text right above its caption; a headline said twice has a gap or the article's beginning.
    if (i > 0 && next !== undefined && !next.hasGap && hasGap && isDoubled(text, next.text)) break;
    length = i + 1;
  }
  return length;
};

/** The first of several datelines, where it holds words of its own, or a day that has no year. */
const findDatedHeadline = (dated: readonly TextLine[]): TextLine | undefined => {
  const [first, second] = dated;
  if (first === undefined || second === undefined) return undefined;
  const [dateline] = parseDatelines(first.text);
  const isDay = dateline?.at === null && dateline.invalid === null;
  const words = dateline?.rest ?? '';
  const isOwn = words !== '' && !isOrganisation(words) && !isSectionName(words) && !isLabelledByline(words);
  return isDay || isOwn ? first : undefined;
};

/**
 * Reads what stands above the running text: datelines, byline, section, kicker and headline. A text that begins at once
 * has no headline: null.
 * @param knownTitle the headline, where a label gave it
 */
export const readHead = (lines: readonly TextLine[], knownTitle: string | null = null): Head => {
  const length = headLength(lines);
  const datelines: (Dateline & { line: number; isBelow: boolean })[] = [];
  const cut: Cut[] = [];
  const found: TextLine[] = [];
  const mastheads: TextLine[] = [];
  const dated: TextLine[] = [];
  let byline: Byline | null = null;
  let section: string | null = null;
  let url: string | null = null;
  let isDatedBelowFirst = false;
  for (const line of lines.slice(0, length)) {
    const { text } = line;
    const inLine = parseDatelines(text);
    if (inLine.length > 0) {
      dated.push(line);
      datelines.push(
        ...inLine.map((dateline) => ({ ...dateline, line: line.number, isBelow: found.length > 0 })),
      );
      isDatedBelowFirst ||= found.length === 1;
      // A single word beside a date is a newspaper's or a place's.
      byline ??= inLine.map(({ rest }) => (/[\s.]/u.test(rest) ? parseByline(rest) : null))[0] ?? null;
      cut.push({ rule: 'dateline', text });
    } else if (/^chuyên mục\s*:/iu.test(text)) {
      section ??= text.replace(/^[^:]*:\s*/u, '') || null;
      cut.push({ rule: 'section', text });
    } else if (isAddress(text)) {
      url ??= /https?:\/\/\S+/.exec(text)?.[0] ?? null;
      cut.push({ rule: 'address', text });
    } else if (isMasthead(text, found.length) && length > 1) mastheads.push(line);
    else if (found.length === 0 && isSectionName(text) && length > 1) {
      section ??= text;
      cut.push({ rule: 'section', text });
    } else if (found.slice(0, 2).some((other) => isDoubled(other.text, text)))
      cut.push({ rule: 'said-twice', text });
    else if (found.length === 0 && !/[\p{L}\d]/u.test(text)) cut.push({ rule: 'page-furniture', text });
    else found.push(line);
  }
  // With nothing else to be the headline, what looked like a newspaper's name is it, or a line of a date with more.
  if (found.length === 0 && knownTitle === null) {
    const headline = mastheads.length > 0 ? undefined : findDatedHeadline(dated);
    if (headline === undefined) found.push(...mastheads.splice(-1));
    else {
      found.push(headline);
      datelines.splice(0, datelines.length, ...datelines.filter(({ line }) => line !== headline.number));
      cut.splice(0, cut.length, ...cut.filter(({ text }) => text !== headline.text));
    }
  }
  cut.push(...mastheads.map(({ text }) => ({ rule: 'masthead', text })));
  // An office and the one above it, as official pages are headed.
  const offices = found.findIndex(({ text }) => !isCapitals(text) || !isOrganisation(text));
  if (offices >= 2) cut.push(...found.splice(0, offices).map(({ text }) => ({ rule: 'masthead', text })));
  const [first, second] = found;
  const hasKicker =
    knownTitle === null &&
    first !== undefined &&
    second !== undefined &&
    ((isCapitals(first.text) &&
      !isCapitals(second.text) &&
      !isDatedBelowFirst &&
      parseByline(second.text) === null) ||
      (first.text.endsWith(':') && first.text.length <= 80));
  const title = knownTitle ?? (hasKicker ? second : first)?.text ?? null;
  const isOver = first !== undefined && (knownTitle === null || isDoubled(knownTitle, first.text));
  const below = found.slice(hasKicker ? 2 : isOver ? 1 : 0);
  // Further down, a line of a name is one of a list or of a verse.
  const named = below.slice(0, 2).findIndex(({ text }) => parseByline(text) !== null);
  if (named !== -1 && byline === null) {
    byline = parseByline(below[named]?.text ?? '');
    cut.push({ rule: 'byline', text: below[named]?.text ?? '' });
    below.splice(named, 1);
    const office = below[named]?.text;
    if (byline?.organisation === null && office !== undefined && isOrganisation(office)) {
      byline = { ...byline, organisation: office };
      cut.push({ rule: 'byline', text: office });
      below.splice(named, 1);
    }
  }
  return {
    title,
    kicker: hasKicker ? first.text : null,
    section,
    // Today's date may stand at the very top, above the article's own below its headline.
    datelines: [
      ...datelines.filter(({ isBelow }) => isBelow),
      ...datelines.filter(({ isBelow }) => !isBelow),
    ],
    byline,
    url,
    cut,
    rest: [...below, ...lines.slice(length)],
  };
};
