import { parseByline } from './byline.ts';
import { parseDateline } from './dateline.ts';
import type { Cut } from './draft.ts';
import type { PageBlock } from './page-blocks.ts';
import { isProse } from './prose.ts';

/** An article has so many paragraphs above its signature at the least, and more text than stands below. */
const minProse = 2;
const maxShareBelow = 0.5;

/** A pen name of words, without capitals: `Người làng`. */
const isPenName = (text: string): boolean =>
  text.length <= 30 && text.split(' ').length <= 4 && /^\p{Lu}[\p{L} .]+$/u.test(text);

/** Whether a block is a signature: names at the right or in what the page calls its author, in bold letters a pen name. */
export const isSignature = ({ text, isRight, isBold, called, block }: PageBlock): boolean => {
  if (block.type !== 'paragraph' || (isRight !== true && called !== 'byline')) return false;
  const line = text.split('\n')[0] ?? '';
  return (parseByline(line)?.authors.length ?? 0) > 0 || (isRight === true && isBold && isPenName(line));
};

const isProseBlock = ({ text, block, linkShare }: PageBlock): boolean =>
  block.type === 'paragraph' && linkShare < 0.5 && isProse(text);

const proseIn = (blocks: readonly PageBlock[]): number =>
  blocks.filter(isProseBlock).reduce((sum, { text }) => sum + text.length, 0);

/** What may stand right below a signature, and is the article's: another one, its office, a date, a picture. */
const isBelowSignature = (item: PageBlock): boolean =>
  item.block.type === 'figure' ||
  item.isRight === true ||
  item.called === 'byline' ||
  parseDateline(item.text) !== null ||
  parseByline(item.text) !== null;

/** The blocks up to the signature, where what follows it is not the article's: lists of headlines, teasers, polls. */
export const cutBelowSignature = (blocks: readonly PageBlock[], cut: Cut[]): readonly PageBlock[] => {
  const prose = proseIn(blocks);
  for (const [i, item] of blocks.entries()) {
    if (!isSignature(item)) continue;
    const above = blocks.slice(0, i);
    if (above.filter(isProseBlock).length < minProse) continue;
    let end = i + 1;
    for (let next = blocks[end]; next !== undefined && isBelowSignature(next); next = blocks[end]) end += 1;
    const next = blocks[end];
    if (next === undefined) return blocks;
    const before = proseIn(above);
    if (isProseBlock(next) || prose - before > maxShareBelow * before) continue;
    cut.push({
      rule: 'after-the-end',
      text: blocks
        .slice(end)
        .map(({ text }) => text)
        .join('\n'),
    });
    return blocks.slice(0, end);
  }
  return blocks;
};
