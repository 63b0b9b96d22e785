import { normaliseLine } from '../text/normalise-text.ts';
import { isNameLike } from './byline.ts';
import type { Cut } from './draft.ts';
import { parseMachineDate } from './machine-date.ts';
import type { TextLine } from './text-lines.ts';

/** What labelled lines at a text's very beginning say of it: a mail's head, or a librarian's own notes. */
export interface Labels {
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly author: string | null;
  readonly cut: Cut[];
  readonly rest: readonly TextLine[];
}

const label =
  /^(?<name>subject|title|tiêu đề|tựa đề|date|sent|from|to|cc|reply-to|message-id|newsgroups|organization|người gửi|người nhận)\s*:\s*(?<value>.*)$/iu;

/** Fewer labelled lines than this are text. */
const minLabels = 2;

/** Reads the labelled lines that a text begins with; without two in a row it takes nothing. */
export const readLabels = (lines: readonly TextLine[]): Labels => {
  const end = lines.findIndex(({ text }) => !label.test(text));
  const labelled = end < minLabels ? [] : lines.slice(0, end);
  const values = labelled.map(({ text }) => label.exec(text)?.groups ?? {});
  const valueOf = (...names: string[]): string =>
    values.find(({ name }) => names.includes(name?.toLowerCase() ?? ''))?.value ?? '';
  const title = valueOf('subject', 'title', 'tiêu đề', 'tựa đề').replace(/^(?:(?:re|fwd?)\s*:\s*)+/i, '');
  const sender = normaliseLine(valueOf('from', 'người gửi').replace(/<[^>]*>|"|\([^)]*\)|\S+@\S+/g, ' '));
  return {
    title: title === '' ? null : title,
    publishedAt: parseMachineDate(valueOf('date', 'sent')).at,
    author: isNameLike(sender) ? sender : null,
    cut: labelled.map(({ text }) => ({ rule: 'label', text })),
    rest: labelled.length === 0 ? lines : lines.slice(labelled.length),
  };
};
