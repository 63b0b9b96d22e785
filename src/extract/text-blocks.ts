import type { Block } from '../article/block.ts';
import { endsSentence, isCapitals, looksLikeCrossHead } from './prose.ts';
import { isPair, readTextFigure } from './text-figures.ts';
import type { TextLine } from './text-lines.ts';

/** A cross-head has text below it that is at least this long. */
const minTextBelow = 60;

/** A line of verse is no longer than this, and a stanza no shorter than that. */
const maxVerseLength = 60;
const minVerses = 3;

/** A block, how many lines it takes, and null where they are left out. */
interface BlockRead {
  readonly block: Block | null;
  readonly length: number;
}

const isCrossHead = (
  line: TextLine,
  previous: TextLine | undefined,
  next: TextLine | undefined,
  after: TextLine | undefined,
): boolean => {
  if (next === undefined || !looksLikeCrossHead(line.text)) return false;
  const isCounted = /^[IVX]+[.)]\s/.test(line.text) || isCapitals(line.text);
  if (previous?.text.endsWith(':') === true && !isCounted) return false;
  if (next.text.length >= minTextBelow)
    return !looksLikeCrossHead(next.text) || isPair(next, after, undefined);
  // Two cross-heads, one below the other; more short lines in a row are verse or a list.
  return after !== undefined && looksLikeCrossHead(next.text) && after.text.length >= 2 * minTextBelow;
};

const bullet = /^[•●▪*·]\s*(?=[\p{L}\p{N}“"‘'([<])/u;

const readList = (lines: readonly TextLine[], at: number): BlockRead | null => {
  if (!bullet.test(lines[at]?.text ?? '')) return null;
  const after = lines.findIndex(({ text }, i) => i >= at && !bullet.test(text));
  const items = lines.slice(at, after === -1 ? lines.length : after);
  if (items.length === 0) return null;
  return {
    block: { type: 'list', ordered: false, items: items.map(({ text }) => text.replace(bullet, '')) },
    length: items.length,
  };
};

/** Rows of cells that tabs part; a single such line is none. */
const readTable = (lines: readonly TextLine[], at: number): BlockRead | null => {
  if ((lines[at]?.cells ?? null) === null) return null;
  const after = lines.findIndex(({ cells }, i) => i >= at && cells === null);
  const rows = lines.slice(at, after === -1 ? lines.length : after).map(({ cells }) => cells ?? []);
  if (rows.length < 2) return null;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const filled = rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
  return { block: { type: 'table', rows: filled }, length: rows.length };
};

const isVerse = ({ text }: TextLine): boolean =>
  text.length <= maxVerseLength && /^["“'‘(]?\p{L}/u.test(text) && !text.endsWith(':');

/** A stanza: short lines without a gap between them, most of which end no sentence. */
const readStanza = (lines: readonly TextLine[], at: number): BlockRead | null => {
  const first = lines[at];
  if (!first?.hasGap) return null;
  const gap = lines.findIndex(({ hasGap }, i) => i > at && hasGap);
  const stanza = lines.slice(at, gap === -1 ? lines.length : gap);
  const open = stanza.filter(({ text }) => !endsSentence(text));
  if (stanza.length < minVerses || !stanza.every(isVerse) || open.length * 2 < stanza.length) return null;
  const text = stanza.map((line) => line.text).join('\n');
  return { block: { type: 'paragraph', text }, length: stanza.length };
};

/** The blocks of a text's lines: paragraphs, cross-heads, lists, tables, and figures where a caption stands. */
export const toTextBlocks = (lines: readonly TextLine[], title: string | null = null): Block[] => {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length;) {
    const line = lines[i];
    if (line === undefined) break;
    const next = lines[i + 1];
    const after = lines[i + 2];
    const read =
      readTable(lines, i) ??
      readTextFigure([line, next, after], title) ??
      readList(lines, i) ??
      readStanza(lines, i);
    if (read !== null) {
      if (read.block !== null) blocks.push(read.block);
      i += read.length;
      continue;
    }
    const { text } = line;
    if (isCrossHead(line, lines[i - 1], next, after)) blocks.push({ type: 'heading', level: 2, text });
    else blocks.push({ type: 'paragraph', text });
    i += 1;
  }
  return blocks;
};
