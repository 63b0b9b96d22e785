import { isOrganisation, parseByline } from './byline.ts';
import { isCaptionLine } from './credit.ts';
import type { Cut } from './draft.ts';
import { endsSentence, isProse } from './prose.ts';
import type { TextLine } from './text-lines.ts';

/** A headline of another article is no shorter than this. */
const minHeadlineLength = 15;

/** Text pushed to the right is a signature. */
const maxIndent = 20;

const isHeadline = ({ text, indent }: TextLine): boolean =>
  indent < maxIndent &&
  text.length >= minHeadlineLength &&
  !isProse(text) &&
  !endsSentence(text) &&
  !isCaptionLine(text) &&
  parseByline(text) === null &&
  !isOrganisation(text);

/** The lines without a list of other headlines that stands below the byline and has no line of its own to open it. */
export const cutTail = (lines: readonly TextLine[]): { kept: readonly TextLine[]; cut: Cut[] } => {
  const last = lines.findLastIndex((line) => !isHeadline(line));
  const byline = lines[last];
  const above = lines[last - 1];
  const isEnd =
    byline !== undefined &&
    above !== undefined &&
    last < lines.length - 1 &&
    parseByline(byline.text) !== null &&
    (isProse(above.text) || parseByline(above.text) !== null || isCaptionLine(above.text));
  if (!isEnd) return { kept: lines, cut: [] };
  const tail = lines.slice(last + 1).map(({ text }) => text);
  return { kept: lines.slice(0, last + 1), cut: [{ rule: 'after-the-end', text: tail.join('\n') }] };
};
