import { diffArrays } from 'diff';
import type { ArticleRecord } from '../article/article.ts';
import type { Block } from '../article/block.ts';
import { parseBody } from '../article/parse-body.ts';

/** What of an article is compared, in the order of the page. */
export const comparedParts = ['kicker', 'title', 'date', 'byline', 'lead', 'text'] as const;
export type ComparedPart = (typeof comparedParts)[number];

/** A stretch of a paragraph that both versions have, or one alone. */
export interface DiffPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A paragraph that differs, or a run of those that don't. */
export type DiffParagraph =
  | { readonly kind: 'changed'; readonly pieces: readonly DiffPiece[] }
  | { readonly kind: 'unchanged'; readonly count: number };

/** How a version differs from the one before. Words are counted as they are written apart: Vietnamese syllables. */
export interface VersionDiff {
  /** Those that differ, in the order of the page. */
  readonly parts: readonly { readonly part: ComparedPart; readonly paragraphs: readonly DiffParagraph[] }[];
  readonly added: number;
  readonly removed: number;
  /** Whether the text differs so much that its words were not compared; it is not in `parts` then. */
  readonly isRewritten: boolean;
}

/** An article as it is compared. */
export interface ComparedArticle {
  readonly record: ArticleRecord;
  readonly markdown: string;
}

/** Beyond so many words added and removed, a comparison takes long and says little. */
const maxWordEdits = 1000;
const maxParagraphEdits = 1000;

const tokensOf = (text: string): string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+|\n|[^\S\n]+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

const textsOf = (block: Block): string[] => {
  switch (block.type) {
    case 'list':
      return block.items;
    case 'table':
      return block.rows.map((row) => row.join(' · '));
    default:
      return block.text === '' ? [] : [block.text];
  }
};

/** A break within a paragraph counts as a space: paragraphs are compared, not lines. */
const inParagraph = (text: string): string => text.replaceAll('\n', ' ');

const paragraphsOf = (
  { record, markdown }: ComparedArticle,
  part: ComparedPart,
  dateInWords: (date: string | null) => string,
): string[] => {
  switch (part) {
    case 'text':
      return parseBody(markdown).body.flatMap(textsOf).map(inParagraph);
    case 'date':
      return [dateInWords(record.publishedAt)];
    case 'byline':
      return [[...record.authors, ...(record.organisation === null ? [] : [record.organisation])].join(', ')];
    default:
      return [inParagraph(record[part] ?? '')];
  }
};

/** Words that stand on both sides of a space alone are told as one change, not as many. */
const joinAcrossSpaces = (pieces: readonly DiffPiece[]): DiffPiece[] => {
  const joined: DiffPiece[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    // A space that both sides end with is no change.
    const shared = removed !== '' && added !== '' && removed.endsWith(' ') && added.endsWith(' ');
    if (removed !== '') joined.push({ kind: 'removed', text: shared ? removed.slice(0, -1) : removed });
    if (added !== '') joined.push({ kind: 'added', text: shared ? added.slice(0, -1) : added });
    if (shared) joined.push({ kind: 'same', text: ' ' });
    removed = '';
    added = '';
  };
  for (const [i, { kind, text }] of pieces.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (text === ' ' && removed !== '' && added !== '' && pieces[i + 1]?.kind !== 'same') {
      removed += text;
      added += text;
    } else {
      flush();
      joined.push({ kind, text });
    }
  }
  flush();
  return joined;
};

/** The words of two runs of paragraphs, compared and cut at the ends of paragraphs; null where they are too far apart. */
const compareWords = (before: readonly string[], after: readonly string[]): DiffPiece[][] | null => {
  if (before.length === 0) return after.map((text) => [{ kind: 'added', text }]);
  if (after.length === 0) return before.map((text) => [{ kind: 'removed', text }]);
  const changes = diffArrays(tokensOf(before.join('\n')), tokensOf(after.join('\n')), {
    maxEditLength: maxWordEdits,
  });
  if (changes === undefined) return null;
  const pieces = changes.map(({ value, added, removed }): DiffPiece => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
  const paragraphs: DiffPiece[][] = [[]];
  for (const { kind, text } of joinAcrossSpaces(pieces)) {
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) paragraphs.push([]);
      // Where a paragraph is cut in two, a space goes: that is no change of words.
      if (line !== '') paragraphs.at(-1)?.push({ kind: line.trim() === '' ? 'same' : kind, text: line });
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
};

const toParagraphs = (paragraphs: readonly (readonly DiffPiece[])[]): DiffParagraph[] =>
  paragraphs.map((pieces) =>
    pieces.every(({ kind }) => kind === 'same')
      ? { kind: 'unchanged', count: 1 }
      : { kind: 'changed', pieces },
  );

const joinUnchanged = (paragraphs: readonly DiffParagraph[]): DiffParagraph[] => {
  const joined: DiffParagraph[] = [];
  for (const paragraph of paragraphs) {
    const last = joined.at(-1);
    if (paragraph.kind === 'unchanged' && last?.kind === 'unchanged') {
      joined[joined.length - 1] = { kind: 'unchanged', count: last.count + paragraph.count };
    } else joined.push(paragraph);
  }
  return joined;
};

/** Whole paragraphs first, then the words of those that differ; null where the texts are too far apart. */
const compareParagraphs = (before: readonly string[], after: readonly string[]): DiffParagraph[] | null => {
  const runs = diffArrays([...before], [...after], { maxEditLength: maxParagraphEdits });
  if (runs === undefined) return null;
  const paragraphs: DiffParagraph[] = [];
  for (let i = 0; i < runs.length; i += 1) {
    const run = runs[i];
    const next = runs[i + 1];
    if (run === undefined) break;
    if (!run.added && !run.removed) {
      paragraphs.push({ kind: 'unchanged', count: run.value.length });
      continue;
    }
    const isPair = run.removed && next?.added === true;
    const words = compareWords(
      run.removed ? run.value : [],
      isPair ? next.value : run.added ? run.value : [],
    );
    if (words === null) return null;
    paragraphs.push(...toParagraphs(words));
    if (isPair) i += 1;
  }
  return joinUnchanged(paragraphs);
};

const countWords = (parts: VersionDiff['parts'], kind: DiffPiece['kind']): number =>
  parts
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap((paragraph) => (paragraph.kind === 'changed' ? paragraph.pieces : []))
    .filter((piece) => piece.kind === kind)
    .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0), 0);

/** Compares a version of an article with the one before, word by word. */
export const compareVersions = (
  before: ComparedArticle,
  after: ComparedArticle,
  dateInWords: (date: string | null) => string,
): VersionDiff => {
  const compared = comparedParts.map((part) => ({
    part,
    paragraphs: compareParagraphs(
      paragraphsOf(before, part, dateInWords).filter((text) => text !== ''),
      paragraphsOf(after, part, dateInWords).filter((text) => text !== ''),
    ),
  }));
  const parts = compared.flatMap(({ part, paragraphs }) =>
    paragraphs?.some(({ kind }) => kind === 'changed') === true ? [{ part, paragraphs }] : [],
  );
  return {
    parts,
    added: countWords(parts, 'added'),
    removed: countWords(parts, 'removed'),
    isRewritten: compared.some(({ paragraphs }) => paragraphs === null),
  };
};
