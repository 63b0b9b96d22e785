import type { Block } from '../article/block.ts';
import { parseByline } from './byline.ts';
import { isSignedCredit } from './credit.ts';
import { parseDateline } from './dateline.ts';
import { isDoubled } from './doubled.ts';
import { cutBelowSignature } from './cut-signed.ts';
import type { Cut } from './draft.ts';
import { furnitureOf } from './furniture.ts';
import type { PageBlock } from './page-blocks.ts';
import { movePictures } from './page-pictures.ts';
import { endsSentence, isProse, isSpeech, looksLikeCrossHead } from './prose.ts';

/** Above and below the text, so many blocks may hold headline, dateline or byline on lines of their own. */
const margin = 6;

/** The blocks, with those parted at their line breaks that hold headline, dateline or byline beside other lines. */
export const partMargins = (blocks: readonly PageBlock[], title: string | null): PageBlock[] =>
  blocks.flatMap((item, i): PageBlock[] => {
    const lines = item.block.type === 'paragraph' ? item.text.split('\n') : [];
    const isAbove = i < margin;
    if (lines.length < 2 || (!isAbove && i < blocks.length - margin)) return [item];
    const isParted =
      lines.some((line) => parseDateline(line) !== null) ||
      (isAbove && title !== null && lines.some((line) => isDoubled(line, title))) ||
      (!isAbove &&
        (parseByline(lines.at(-1) ?? '')?.authors.length ?? 0) > 0 &&
        endsSentence(lines.at(-2) ?? ''));
    if (!isParted || isSignedCredit(item.text)) return [item];
    return lines.map((text) => ({ ...item, text, block: { type: 'paragraph', text } }));
  });

/** Whether a paragraph that is wholly a link belongs to the text: a full sentence, with other text right below it. */
const isLinkedText = ({ text, block }: PageBlock, next: PageBlock | undefined): boolean =>
  isProse(text) &&
  (text.length > 200 ||
    (block.type === 'paragraph' &&
      /[.!?…]["”’)]*$/u.test(text) &&
      next !== undefined &&
      next.linkShare < 0.5 &&
      isProse(next.text)));

/** A page with fewer headlines and teasers is none of many articles. */
const minTeasers = 5;
const minTeaserLength = 20;

/** Whether most of the running text stands below headlines that lead to other pages: a home page, a section's, a search's. */
export const isListOfArticles = (blocks: readonly PageBlock[]): boolean => {
  const isDoor = ({ text, linkShare, isLinked, block }: PageBlock): boolean =>
    isLinked === true || (linkShare > 0.85 && block.type === 'paragraph' && !isProse(text));
  const isRunning = ({ text, block }: PageBlock): boolean =>
    block.type === 'paragraph' && text.length >= minTeaserLength;
  const running = blocks.filter((item) => isRunning(item) && !isDoor(item)).length;
  // Dates and sections' names may stand between a headline and its teaser.
  const told = blocks.filter((item) => isRunning(item) || isDoor(item));
  const teasers = told.filter((item, i) => {
    const above = told[i - 1];
    return above !== undefined && isDoor(above) && isRunning(item) && !isDoor(item);
  }).length;
  return teasers >= minTeasers && teasers >= 0.8 * running;
};

/** Words before a link to another article, in one line with it. */
const pointer =
  /^[^\p{L}\d]*(?:để |mời )?(?:(?:xem|đọc|nghe) (?:thêm|tiếp|ngay)|(?:tin|bài|bài viết)(?: có)? liên quan|có thể bạn quan tâm)(?!\p{L})/iu;

const isOfReaders = (text: string): boolean => /bình luận|ý kiến|phản hồi|reply|comment/iu.test(text);

/** An article that goes on behind a list of headlines has so many paragraphs there, one right behind another. */
const minGoingOn = 2;

/** Whether the article goes on behind a list of other headlines: with full paragraphs that stand below no headline. */
const isGoingOn = (blocks: readonly PageBlock[]): boolean => {
  const isDoor = ({ linkShare, isLinked, block }: PageBlock): boolean =>
    linkShare > 0.5 || isLinked === true || block.type === 'list';
  const isLabel = ({ text }: PageBlock): boolean => furnitureOf(text) === 'single';
  const start = blocks.findIndex((item) => !isDoor(item) && !isLabel(item));
  const isAfterDoors = start > 0 || blocks[0]?.block.type === 'heading';
  if (start === -1 || !isAfterDoors) return false;
  let run = 0;
  for (const item of blocks.slice(start)) {
    if (isDoor(item) || furnitureOf(item.text) === 'end') break;
    if (item.block.type === 'paragraph' && isProse(item.text)) run += 1;
    if (run >= minGoingOn) return true;
  }
  return false;
};

/** The blocks from the headline to the end of the article, without lines that are the page's own. */
export const cutPage = (blocks: readonly PageBlock[], title: string | null, cut: Cut[]): PageBlock[] => {
  const firstProse = blocks.findIndex(({ text, block }) => block.type === 'paragraph' && isProse(text));
  const top = blocks.slice(0, Math.max(firstProse, 8) + 1);
  const from = title === null ? 0 : top.findIndex(({ text }) => isDoubled(text, title)) + 1;
  const kept: PageBlock[] = [];
  const whole = cutBelowSignature(blocks.slice(from), cut);
  let inBox = false;
  for (const [i, item] of whole.entries()) {
    const { text, block, linkShare, called } = item;
    const next = whole[i + 1];
    const found = block.type === 'figure' || block.type === 'table' ? null : furnitureOf(text);
    const kind = found === 'end' && !isOfReaders(text) && isGoingOn(whole.slice(i + 1)) ? 'box' : found;
    const isTeaser = inBox && whole[i - 1]?.isLinked === true && block.type === 'paragraph';
    const isLinks =
      isTeaser ||
      (linkShare > 0.5 && pointer.test(text)) ||
      (linkShare > 0.3 && /^(?:từ kh[oó][aá]|tags?|thẻ|chủ đề)(?!\p{L})/iu.test(text)) ||
      (item.isLinked === true && (inBox || next?.isLinked === true)) ||
      (linkShare > 0.85 && called !== 'byline' && block.type !== 'list' && !isLinkedText(item, next));
    if (kind === 'end' && kept.some((other) => isProse(other.text))) {
      cut.push({
        rule: 'after-the-end',
        text: whole
          .slice(i)
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
export const toBlocks = (items: readonly PageBlock[]): Block[] => {
  const paragraphs = items.filter(({ block }) => block.type === 'paragraph');
  const isAllBold = paragraphs.filter(({ isBold }) => isBold).length * 2 > paragraphs.length;
  const ranks = items.flatMap(({ block }) => (block.type === 'heading' ? [block.level] : []));
  const last = items.findLastIndex(({ block }) => block.type !== 'heading');
  const isInterview = items.some(({ text }) => isSpeech(text));
  const top = ranks.reduce<number>((least, rank) => Math.min(least, rank), 4);
  return items.flatMap(({ block, text, isBold }, i): Block[] => {
    const isLast = i >= last;
    if (block.type === 'heading') {
      if (isLast || (i === 0 && text === text.toLowerCase())) return [];
      const level = block.level - top;
      return isProse(text) && text.length > 130
        ? [movePictures(block, { type: 'paragraph', text })]
        : [movePictures(block, { ...block, level: level <= 0 ? 2 : level === 1 ? 3 : 4 })];
    }
    if (
      block.type === 'paragraph' &&
      isBold &&
      !isAllBold &&
      !isLast &&
      looksLikeCrossHead(text) &&
      !(isInterview && text.endsWith('?'))
    ) {
      return [movePictures(block, { type: 'heading', level: 2, text })];
    }
    return [block];
  });
};

/** How many letters of running text there are. */
export const lettersIn = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, block) =>
      sum +
      (block.type === 'paragraph' || block.type === 'quote' ? (block.text.match(/\p{L}/gu)?.length ?? 0) : 0),
    0,
  );
