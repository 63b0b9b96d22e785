import type { Block } from '../article/block.ts';
import { findCredit, isCaptionLine, isCreditLine } from './credit.ts';
import { isDoubled } from './doubled.ts';
import { looksLikeCrossHead } from './prose.ts';
import type { TextLine } from './text-lines.ts';

/** Two lines are taken for a picture's alternative text and caption up to this length. */
const maxCaptionLength = 600;

/** A cross-head has text below it that is at least this long. */
const minTextBelow = 60;

const isPair = (line: TextLine, next: TextLine | undefined, after: TextLine | undefined): boolean => {
  if (next === undefined || line.text.length > maxCaptionLength) return false;
  if (line.text === next.text) return true;
  return line.hasGap && !next.hasGap && after?.hasGap !== false && isDoubled(line.text, next.text);
};

const isCrossHead = (
  line: TextLine,
  previous: TextLine | undefined,
  next: TextLine | undefined,
  after: TextLine | undefined,
): boolean => {
  if (next === undefined || !looksLikeCrossHead(line.text) || previous?.text.endsWith(':') === true)
    return false;
  if (next.text.length >= minTextBelow)
    return !looksLikeCrossHead(next.text) || isPair(next, after, undefined);
  // Two cross-heads, one below the other; more short lines in a row are verse or a list.
  return after !== undefined && looksLikeCrossHead(next.text) && after.text.length >= 2 * minTextBelow;
};

const bullet = /^[•●▪*·]\s*/u;

/** The blocks of a text's lines: paragraphs, cross-heads, figures where a caption stands. */
export const toTextBlocks = (lines: readonly TextLine[]): Block[] => {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined) break;
    const { text } = line;
    const next = lines[i + 1];
    if (next !== undefined && isPair(line, next, lines[i + 2])) {
      blocks.push({
        type: 'figure',
        image: { src: null, alt: text },
        text: next.text,
        credit: findCredit(next.text),
      });
      i += 1;
    } else if (
      next !== undefined &&
      !next.hasGap &&
      isCreditLine(next.text) &&
      text.length <= maxCaptionLength / 2
    ) {
      const caption = `${text} ${next.text}`;
      blocks.push({ type: 'figure', image: null, text: caption, credit: findCredit(caption) });
      i += 1;
    } else if (isCaptionLine(text)) {
      blocks.push({ type: 'figure', image: null, text, credit: findCredit(text) });
    } else if (bullet.test(text)) {
      const items = [text];
      for (let item = lines[i + 1]; item !== undefined && bullet.test(item.text); item = lines[i + 1]) {
        items.push(item.text);
        i += 1;
      }
      blocks.push({ type: 'list', ordered: false, items: items.map((item) => item.replace(bullet, '')) });
    } else if (isCrossHead(line, lines[i - 1], next, lines[i + 2])) {
      blocks.push({ type: 'heading', level: 2, text });
    } else blocks.push({ type: 'paragraph', text });
  }
  return blocks;
};
