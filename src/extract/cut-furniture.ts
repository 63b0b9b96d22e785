import { parseByline } from './byline.ts';
import { isCaptionLine } from './credit.ts';
import { parseDatelines } from './dateline.ts';
import type { Cut } from './draft.ts';
import { furnitureOf, sectionOfBreadcrumb } from './furniture.ts';
import { isProse } from './prose.ts';
import type { TextLine } from './text-lines.ts';

/** Of what stands below an article, only lines as short as headlines are taken. */
const maxHeadlineLength = 220;

/** A headline of so many words may begin as a button does: `Chia sẻ yêu thương ngày Tết`. */
const minHeadlineWords = 4;

interface Kept {
  readonly kept: TextLine[];
  readonly cut: Cut[];
  readonly section: string | null;
}

const isHeadline = ({ text }: TextLine): boolean =>
  text.length <= maxHeadlineLength && !isProse(text) && !/[.,;]["”’)]*$/u.test(text);

/** A rule or an ornament, without a letter or a number. */
const isOrnament = ({ text }: TextLine): boolean => !/[\p{L}\d]/u.test(text) && text !== '.';

const joined = (lines: readonly TextLine[]): string => lines.map(({ text }) => text).join('\n');

const isByline = (line: TextLine | undefined): boolean =>
  line !== undefined && parseByline(line.text) !== null;

/** A line of a page's own, a headline, a date or a caption. */
const isPageOwn = (line: TextLine): boolean =>
  furnitureOf(line.text) !== null || isHeadline(line) || isCaptionLine(line.text);

const opensEnd = ({ text }: TextLine): boolean => ['end', 'box'].includes(furnitureOf(text) ?? '');

/**
 * Where the article ends: at a line that opens what stands below one, if nothing else follows it; or right below a byline,
 * if less follows than stands above.
 */
const findEnd = (lines: readonly TextLine[], lastProse: number): number => {
  const total = joined(lines).length;
  const lastOfText = Math.max(
    lastProse,
    lines.findLastIndex((line) => !isPageOwn(line)),
  );
  let above = 0;
  for (const [i, line] of lines.entries()) {
    const isOpening = opensEnd(line);
    const isSigned =
      isOpening &&
      2 * above > total &&
      isByline(lines[i - 1]) &&
      lines.slice(Math.max(0, i - 3), i - 1).some(({ text }) => isProse(text));
    if (isSigned || (isOpening && i > lastOfText)) return i;
    above += line.text.length + 1;
  }
  return lines.length;
};

/**
 * The lines without the page's own: breadcrumbs, share bars and the like above the running text, and all of them below its
 * last full paragraph, with the headlines that stand there. What looks like them within the text is text.
 */
export const cutFurniture = (lines: readonly TextLine[]): Kept => {
  const kept: TextLine[] = [];
  const cut: Cut[] = [];
  let section: string | null = null;
  const firstProse = lines.findIndex(({ text }) => isProse(text) && furnitureOf(text) === null);
  const lastProse = lines.findLastIndex(({ text }) => isProse(text) && furnitureOf(text) === null);
  const end = firstProse === -1 ? lines.length : findEnd(lines, lastProse);
  for (const [i, line] of lines.slice(0, end).entries()) {
    const { text } = line;
    const next = lines[i + 1];
    const kind = furnitureOf(text);
    const isAbove = firstProse === -1 || i < firstProse;
    const isTitle =
      kind === 'single' &&
      kept.length === 0 &&
      text.split(' ').length >= minHeadlineWords &&
      next !== undefined &&
      parseDatelines(next.text).length > 0;
    const isKept = isOrnament(line)
      ? kept.length > 0 && !isByline(kept.at(-1))
      : isTitle || !(isAbove || i > lastProse);
    if (kind === null || isKept) kept.push(line);
    else {
      if (kind === 'breadcrumb' && isAbove) section ??= sectionOfBreadcrumb(text);
      cut.push({ rule: kind === 'breadcrumb' ? 'breadcrumb' : 'page-furniture', text });
    }
  }
  if (end < lines.length) cut.push({ rule: 'after-the-end', text: joined(lines.slice(end)) });
  return { kept, cut, section };
};
