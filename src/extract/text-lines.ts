import { normaliseLine } from '../text/normalise-text.ts';

/** One line of a text as it was laid out. Empty lines are only remembered as gaps. */
export interface TextLine {
  /** From 1, in the capture. */
  readonly number: number;
  readonly text: string;
  /** How many blanks stand before the text; a byline is often pushed to the right with them. */
  readonly indent: number;
  /** Whether an empty line stands before it. */
  readonly hasGap: boolean;
  /** What tabs part in the line, two or more; else null. */
  readonly cells: readonly string[] | null;
}

/** Lines longer than this are not the lines of a text broken at a fixed width. */
const maxWrappedLength = 100;

/** In a text broken at a fixed width, a line shorter than this ends its paragraph. */
const minFullLength = 45;

const isContinued = (line: TextLine, next: TextLine | undefined): boolean =>
  next !== undefined && !next.hasGap && line.text.length >= minFullLength && next.indent < 20;

/** Whether the paragraphs are broken at a fixed width, as old mail and typed texts are. */
const isWrapped = (lines: readonly TextLine[]): boolean => {
  if (lines.some(({ text }) => text.length > maxWrappedLength)) return false;
  const following = lines.flatMap((line, i) =>
    isContinued(line, lines[i + 1]) ? (lines[i + 1]?.text ?? '') : [],
  );
  const within = following.filter((text) => /^[\p{Ll}\d(]/u.test(text));
  return following.length >= 3 && within.length * 2 >= following.length;
};

const joinWrapped = (lines: readonly TextLine[]): TextLine[] => {
  const joined: TextLine[] = [];
  for (const [i, line] of lines.entries()) {
    const previous = lines[i - 1];
    const last = joined.at(-1);
    if (last !== undefined && previous !== undefined && isContinued(previous, line)) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    } else joined.push(line);
  }
  return joined;
};

/** The lines of a text that hold something, whatever ends them; paragraphs that were broken at a fixed width are made whole. */
export const toTextLines = (text: string): TextLine[] => {
  const lines: TextLine[] = [];
  let hasGap = true;
  for (const [i, raw] of text.split(/\r\n?|[\n\u2028\u2029\u0085\v\f]/).entries()) {
    const line = normaliseLine(raw);
    if (line === '') {
      hasGap = true;
      continue;
    }
    const indent = /^[\s\ufeff]*/.exec(raw)?.[0].replaceAll('\t', '        ').length ?? 0;
    const cells = raw.trim().split('\t').map(normaliseLine);
    lines.push({ number: i + 1, text: line, indent, hasGap, cells: cells.length > 1 ? cells : null });
    hasGap = false;
  }
  return isWrapped(lines) ? joinWrapped(lines) : lines;
};
