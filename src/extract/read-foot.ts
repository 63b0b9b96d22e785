import { isLabelledByline, isOrganisation, parseByline, type Byline } from './byline.ts';
import { isCaptionLine } from './credit.ts';
import { parseDateline, type Dateline } from './dateline.ts';
import type { Cut } from './draft.ts';
import { isCapitals } from './prose.ts';

/** A line at the end of a text. */
export interface FootLine {
  readonly text: string;
  /** Blanks before it, where the layout was kept. */
  readonly indent?: number;
  readonly number?: number;
  readonly hasGap?: boolean;
  readonly block?: { readonly type: string };
  /** The page calls it a byline. */
  readonly called?: string | null;
}

/** What stands below the running text. */
export interface Foot<L extends FootLine> {
  readonly byline: Byline | null;
  readonly datelines: readonly (Dateline & { readonly line: number | undefined })[];
  readonly cut: Cut[];
  readonly rest: L[];
}

/** Text pushed this far to the right is a signature. */
const signatureIndent = 20;

const isSignedOrganisation = ({ text, indent = 0 }: FootLine): boolean =>
  isOrganisation(text) || (indent >= signatureIndent && text.length <= 80);

/** An address below a text is as a rule that of another page which it was taken from. */
const address = /^(?:link(?: gốc)?|url|nguồn(?: tin)?|theo)?\s*:?\s*https?:\/\/\S+$/iu;

/** A line of a list is no longer than this. */
const maxListedLength = 60;

const isLabelled = ({ text }: FootLine): boolean =>
  isLabelledByline(text) || /^\(?(?:theo|nguồn(?: tin)?)[\s:]/iu.test(text);

const listItem = /^[-–—+*•●▪·]\s*[^\s–—-].*[^\s–—-]$/u;

/**
 * Whether the last line belongs to a list: an item among items or below a colon, a name among names, or one of several short
 * lines that are set alike and end no sentence.
 */
const isListed = (lines: readonly FootLine[]): boolean => {
  const last = lines.at(-1);
  if (last === undefined || isLabelled(last) || (last.indent ?? 0) >= signatureIndent) return false;
  const others = lines.slice(0, -1);
  const isLike = ({ text, hasGap, block }: FootLine): boolean =>
    text.length <= maxListedLength &&
    !/[.!?…]["”’)]*$/u.test(text) &&
    (block === undefined || block.type === 'paragraph') &&
    hasGap === last.hasGap &&
    isCapitals(text) === isCapitals(last.text) &&
    !isCaptionLine(text) &&
    !isLabelled({ text });
  const start = others.findLastIndex((line) => !isLike(line)) + 1;
  const run = others.slice(start);
  const [above] = run.slice(-1);
  if (
    listItem.test(last.text) &&
    others.slice(-1).some(({ text }) => listItem.test(text) || text.endsWith(':'))
  )
    return true;
  return (
    run.length >= 2 || (above !== undefined && (listItem.test(above.text) || /:(?:\s|$)/u.test(above.text)))
  );
};

/** Whether the line below one that says whom it follows is another source, not a writer. */
const isSourceBelow = (line: FootLine, below: FootLine | undefined): boolean =>
  below !== undefined &&
  /^theo\s/iu.test(line.text) &&
  !isLabelled(below) &&
  !below.text.trim().includes(' ');

/** How many lines a byline may have: its names, an organisation, a source. */
const maxBylineLines = 3;

/**
 * Takes the byline off the end of a text, with the organisation that may stand in the line below or above it, and datelines that
 * stand there. A list of names longer than a byline is left in the text.
 */
export const readFoot = <L extends FootLine>(lines: readonly L[]): Foot<L> => {
  const rest = [...lines];
  const taken: L[] = [];
  const datelines: (Dateline & { line: number | undefined })[] = [];
  const cut: Cut[] = [];
  let authors: string[] = [];
  let organisation: string | null = null;
  while (rest.length > 1 && taken.length <= maxBylineLines) {
    const last = rest.at(-1);
    const above = rest.at(-2);
    if (last === undefined) break;
    if (address.test(last.text)) {
      cut.push({ rule: 'address', text: last.text });
      rest.pop();
      continue;
    }
    const dateline = taken.length === 0 ? parseDateline(last.text) : null;
    if (dateline !== null) {
      datelines.push({ ...dateline, line: last.number });
      cut.push({ rule: 'dateline', text: last.text });
      rest.pop();
      continue;
    }
    const byline = taken.length === 0 && isListed(rest) ? null : parseByline(last.text);
    // `Theo …` names the writer; the one word below it is where it was taken from.
    if (taken.length === 1 && byline !== null && organisation === null && isSourceBelow(last, taken[0])) {
      organisation = byline.organisation ?? taken[0]?.text ?? null;
      authors = [];
    }
    if (byline !== null && (authors.length === 0 || byline.authors.length === 0)) {
      authors = authors.length === 0 ? byline.authors : authors;
      organisation ??= byline.organisation;
    } else if (
      organisation === null &&
      isSignedOrganisation(last) &&
      (last.called === 'byline' ||
        authors.length > 0 ||
        (above !== undefined && (parseByline(above.text)?.authors.length ?? 0) > 0))
    ) {
      organisation = last.text;
    } else break;
    taken.push(last);
    rest.pop();
  }
  if (taken.length > maxBylineLines)
    return { byline: null, datelines, cut, rest: [...rest, ...taken.reverse()] };
  if (taken.length > 0)
    cut.push({
      rule: 'byline',
      text: taken
        .map(({ text }) => text)
        .reverse()
        .join('\n'),
    });
  return { byline: taken.length > 0 ? { authors, organisation } : null, datelines, cut, rest };
};
