import type { Block } from '../article/block.ts';
import { findCredit, isCaptionLine, isCreditLine } from './credit.ts';
import { isDoubled } from './doubled.ts';
import { endsSentence } from './prose.ts';
import type { TextLine } from './text-lines.ts';

/** Two lines are taken for a picture's alternative text and caption up to this length. */
const maxCaptionLength = 600;

/** The alternative text that newspapers' systems make from a headline: `Chợ nổi vắng ghe - Ảnh 1.`, `Chợ nổi vắng ghe - 1` */
const numbered = /\s[-–]\s?(?:(?:ảnh|hình)\s*)?\d{1,2}\.?$/iu;

const toFigure = (alt: string | null, caption: string): Block => ({
  type: 'figure',
  image: alt === null ? null : { src: null, alt },
  text: caption,
  credit: findCredit(caption),
});

/** Whether two lines are a picture's alternative text and its caption, by their likeness. */
export const isPair = (line: TextLine, next: TextLine | undefined, after: TextLine | undefined): boolean => {
  if (next === undefined || line.text.length > maxCaptionLength) return false;
  if (line.text === next.text) return true;
  return line.hasGap && !next.hasGap && after?.hasGap !== false && isDoubled(line.text, next.text);
};

const isNumberedAlt = (text: string, title: string | null): boolean => {
  const words = text.replace(numbered, '');
  return words !== text && (/(?:ảnh|hình)\s*\d{1,2}\.?$/iu.test(text) || (title !== null && words === title));
};

/**
 * The figure that begins at a line, and how many lines it takes. `block` null: a picture without a caption, whose
 * alternative text is the headline over again. Null where no figure begins.
 */
export const readTextFigure = (
  [line, next, after]: readonly [TextLine, TextLine | undefined, TextLine | undefined],
  title: string | null,
): { block: Block | null; length: number } | null => {
  const { text } = line;
  if (isPair(line, next, after) && next !== undefined) return { block: toFigure(text, next.text), length: 2 };
  if (isNumberedAlt(text, title)) {
    return next !== undefined && isCaptionLine(next.text)
      ? { block: toFigure(text, next.text), length: 2 }
      : { block: null, length: 1 };
  }
  const isCaptionAbove = text.length <= maxCaptionLength / 2 && (line.hasGap || !endsSentence(text));
  if (next !== undefined && !next.hasGap && isCreditLine(next.text) && isCaptionAbove)
    return { block: toFigure(null, `${text} ${next.text}`), length: 2 };
  if (isCaptionLine(text)) return { block: toFigure(null, text), length: 1 };
  const isAltAlone = line.hasGap && next?.hasGap === false && after?.hasGap !== false && text.length <= 130;
  return isAltAlone && isCaptionLine(next.text) ? { block: toFigure(text, next.text), length: 2 } : null;
};
