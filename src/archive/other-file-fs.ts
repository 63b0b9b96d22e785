/** The files of another archive: whoever made them, they are read within bounds of size and depth. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { recordSchema, type Article } from '../article/article.ts';
import type { CaptureRecord } from '../article/capture-record.ts';
import { splitFrontMatter } from '../article/front-matter.ts';
import { parseArticle } from '../article/parse-article.ts';
import { printBody } from '../article/print-body.ts';
import { errorCodeOf } from '../problem/error-code.ts';
import { atPlace, hasError, toProblem, type Problem } from '../problem/problem.ts';
import { textKey } from './text-key.ts';

/** An article's file is a thousand times shorter as a rule. */
const maxFileBytes = 2 * 1024 * 1024;
const maxRecordLength = 512 * 1024;

/** Quotations and lists stand in one another so deep at most, and fences have so many marks. */
const maxDepth = 32;
const maxFence = 100;

/** A text file of another archive, or why it can't be had. */
export type OtherText =
  | { readonly text: string; readonly sha256: string; readonly problem: null }
  | { readonly text: null; readonly sha256: null; readonly problem: Problem };

/** Reads a file below another archive's folder. Problems: `file-too-large`, `file-unreadable`. */
export const readOtherText = async (root: string, path: string): Promise<OtherText> => {
  const file = join(root, path);
  const none = (problem: Problem): OtherText => ({ text: null, sha256: null, problem });
  try {
    const { size } = await stat(file);
    if (size > maxFileBytes)
      return none(toProblem('file-too-large', { size, limit: maxFileBytes }, { file }));
    const bytes = await readFile(file);
    return {
      text: bytes.toString('utf8'),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      problem: null,
    };
  } catch (error) {
    const reason = errorCodeOf(error);
    if (reason === null) throw error;
    return none(toProblem('file-unreadable', { reason }, { file }));
  }
};

const containerMarks = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const oneMark = />|[-*+](?=[ \t])|\d{1,9}[.)]/g;

/** Whether a text nests what Markdown can nest so deep that reading it takes for ever. */
export const isTooDeep = (markdown: string): boolean => {
  if (new RegExp(`(?:\`{${String(maxFence)}}|~{${String(maxFence)}}|:{${String(maxFence)}})`).test(markdown))
    return true;
  let open = 0;
  for (const line of markdown.split('\n')) {
    const marks = containerMarks.exec(line)?.[0].match(oneMark)?.length ?? 0;
    if (marks > maxDepth) return true;
    if (!/^[ \t>]*:::/.test(line)) continue;
    open = Math.max(0, open + (/^[ \t>]*:{3,}[ \t]*$/.test(line) ? -1 : 1));
    if (open > maxDepth) return true;
  }
  return false;
};

/** An article's file, or a former version's, of another archive. */
export interface OtherState {
  readonly text: string;
  readonly article: Article;
  /** The keys of its text: as the file stands, and as it is printed here. */
  readonly keys: readonly [string, string];
}

/** The record of a file and the text after it, as their lines stand; nothing is parsed yet. */
const splitLines = (text: string): { record: string; body: string } => {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  const end = lines.findIndex((line, i) => i > 0 && /^---[ \t]*$/.test(line));
  return end === -1
    ? { record: text, body: '' }
    : { record: lines.slice(0, end).join('\n'), body: lines.slice(end + 1).join('\n') };
};

const boundOf = ({ record, body }: { record: string; body: string }): Problem | null => {
  if (record.length > maxRecordLength)
    return toProblem('file-too-large', { size: record.length, limit: maxRecordLength });
  return isTooDeep(body) ? toProblem('markdown-too-deep') : null;
};

/** Reads an article's file as one. Problems: those of `parseArticle`, `file-too-large`, `markdown-too-deep`. */
export const parseOther = async (
  file: string,
  text: string,
): Promise<{ state: OtherState | null; problems: Problem[] }> => {
  const parts = splitLines(text);
  const beyond = boundOf(parts);
  const { article, problems } = beyond === null ? parseArticle(text) : { article: null, problems: [beyond] };
  const told = problems.map((problem) => atPlace(problem, { file }));
  if (article === null || hasError(problems)) return { state: null, problems: told };
  const keys = [await textKey(article, parts.body), await textKey(article, printBody(article.body))] as const;
  return { state: { text, article, keys }, problems: told };
};

/** The captures that a file names, where it can be read as an article's. */
export const capturesIn = (text: string): readonly CaptureRecord[] => {
  if (boundOf({ ...splitLines(text), body: '' }) !== null) return [];
  const record = recordSchema.safeParse(splitFrontMatter(text).value?.data);
  return record.success ? record.data.captures : [];
};
