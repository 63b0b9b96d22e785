import { toDateProblem } from '../problem/date-problem.ts';
import { toProblem } from '../problem/problem.ts';
import { mergeBylines } from './byline.ts';
import { cutFurniture } from './cut-furniture.ts';
import { cutTail } from './cut-tail.ts';
import type { Dateline } from './dateline.ts';
import type { Extraction } from './extract.ts';
import { readFoot } from './read-foot.ts';
import { readHead } from './read-head.ts';
import { readLabels } from './read-labels.ts';
import { toTextBlocks } from './text-blocks.ts';
import { toTextLines } from './text-lines.ts';
import { toDraft } from './to-draft.ts';

/** Without a headline, fewer letters than this are no article. */
const minLetters = 20;

/** What these rules take out of the text stands in the article's record. */
const recorded: ReadonlySet<string> = new Set(['label', 'dateline', 'section', 'byline']);

/** A line that was cut is quoted up to this length. */
const maxQuoteLength = 60;

const beginningOf = (line: string): string =>
  line.length <= maxQuoteLength ? line : `${/^.{60}/u.exec(line)?.[0].trimEnd() ?? line}…`;

/** The first date of publication; a date of change stands for it where there is no other. */
const datesOf = (
  datelines: readonly Dateline[],
): { publishedAt: string | null; updatedAt: string | null } => {
  const known = datelines.filter(({ at }) => at !== null);
  const updated = known.find(({ kind }) => kind === 'updated')?.at ?? null;
  const published = known.find(({ kind }) => kind === 'published')?.at ?? null;
  return { publishedAt: published ?? updated, updatedAt: published === null ? null : updated };
};

/**
 * The article in a plain text that was laid out as a page shows it: above, banner, kicker, headline, dateline; below,
 * byline and the page's own lines. Problems: `not-an-article`, `date-invalid` (the date then stays unknown), the
 * note `text-cut`.
 */
export const extractText = (text: string): Extraction => {
  const labels = readLabels(toTextLines(text));
  const { kept: cleaned, cut, section } = cutFurniture(labels.rest);
  const { kept, cut: tail } = cutTail(cleaned);
  const head = readHead(kept, labels.title);
  const foot = readFoot(head.rest);
  const body = toTextBlocks(foot.rest, head.title);
  const isHeadAlone = body.length === 0 && head.title !== null;
  const blocks = isHeadAlone ? [{ type: 'paragraph' as const, text: head.title }] : body;
  const letters = kept.reduce((sum, line) => sum + (line.text.match(/\p{L}/gu)?.length ?? 0), 0);
  const isTitled = head.title !== null && body.length > 0;
  if (blocks.length === 0 || (letters < minLetters && !isTitled))
    return { draft: null, problems: [toProblem('not-an-article', { reason: 'this-file' })] };
  const datelines = [...head.datelines, ...foot.datelines];
  const { publishedAt, updatedAt } = datesOf(datelines);
  const { authors, organisation } = mergeBylines(foot.byline, head.byline);
  const draft = toDraft({
    title: isHeadAlone ? null : head.title,
    kicker: head.kicker,
    section: section ?? head.section,
    publishedAt: publishedAt ?? labels.publishedAt,
    updatedAt,
    authors: authors.length === 0 && labels.author !== null ? [labels.author] : authors,
    organisation,
    url: head.url,
    body: blocks,
    cut: [...labels.cut, ...cut, ...tail, ...head.cut, ...foot.cut],
  });
  const problems = datelines.flatMap(({ invalid, line }) =>
    invalid === null ? [] : [toDateProblem('publishedAt', invalid, line === undefined ? {} : { line })],
  );
  const lines = draft.cut
    .filter(({ rule }) => !recorded.has(rule))
    .flatMap(({ text: lost }) => lost.split('\n'));
  if (lines[0] !== undefined)
    problems.push(toProblem('text-cut', { count: lines.length, text: beginningOf(lines[0]) }));
  return { draft, problems };
};
