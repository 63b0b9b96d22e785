import { normaliseText } from '../text/normalise-text.ts';
import { toFieldName, toRecordTest, type FieldName, type RecordTest } from './query-fields.ts';

/** A part of a query as it is read from the left. */
export type QueryItem =
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly quoted: boolean;
      readonly negated: boolean;
      /** Where the text begins in the normalised query. */
      readonly start: number;
    }
  | { readonly kind: 'title'; readonly text: string; readonly negated: boolean }
  | { readonly kind: 'record'; readonly test: RecordTest; readonly negated: boolean }
  | { readonly kind: 'or'; readonly start: number };

/** What was read, and the operators that could not be. */
export interface QueryReading {
  readonly items: readonly QueryItem[];
  readonly unread: readonly string[];
}

const isPlainWord = (item: QueryItem | undefined): boolean =>
  item?.kind === 'words' && !item.quoted && !item.negated;

/**
 * What each `OR` joins where a word stands beside that a reader may have meant with it: of `đường sắt OR đường bộ`, that is
 * `sắt OR đường`.
 */
export const narrowOrs = (items: readonly QueryItem[]): string[] =>
  items.flatMap((item, i) => {
    const [before, after] = [items[i - 1], items[i + 1]];
    if (item.kind !== 'or' || before?.kind !== 'words' || after?.kind !== 'words') return [];
    const isBetweenRuns =
      (isPlainWord(before) && isPlainWord(items[i - 2])) || (isPlainWord(after) && isPlainWord(items[i + 2]));
    return isBetweenRuns ? [`${before.text} OR ${after.text}`] : [];
  });

const wordSign = /[\p{L}\p{N}]/u;

/** The text in stretches, the odd ones in quotes. A quote without its partner is a space, and so is a pair with no word inside. */
const unquote = (text: string): string[] => {
  const parts = text.split(/["“”„‟«»]/);
  const stretches = [parts[0] ?? ''];
  for (let i = 1; i < parts.length; i += 2) {
    const [inside = '', after] = parts.slice(i, i + 2);
    if (after !== undefined && wordSign.test(inside)) stretches.push(inside, after);
    else stretches.push(`${stretches.pop() ?? ''} ${inside} ${after ?? ''}`);
  }
  return stretches;
};

const toFieldItem = (name: FieldName, value: string, negated: boolean): QueryItem | null => {
  if (name === 'title') return wordSign.test(value) ? { kind: 'title', text: value, negated } : null;
  const test = toRecordTest(name, value);
  return test === null ? null : { kind: 'record', test, negated };
};

/** A stretch without white space as minus, field and the rest. */
const takeApart = (chunk: string): { negated: boolean; name: FieldName | null; rest: string } => {
  const negated = chunk.startsWith('-');
  const bare = negated ? chunk.slice(1) : chunk;
  const [, name = '', value = ''] = /^([\p{L}-]+):(.*)$/u.exec(bare) ?? [];
  const field = toFieldName(name);
  return { negated, name: field, rest: field === null ? bare : value };
};

/** Where a chunk stands: the phrase that follows it without white space, and whether it is first or last of all. */
interface ChunkSetting {
  readonly start: number;
  readonly phrase: string | null;
  readonly isAtEnd: boolean;
}

/** Reads one chunk; `phrase` of the answer tells whether the phrase was taken with it. */
const readChunk = (
  chunk: string,
  { start, phrase, isAtEnd }: ChunkSetting,
): { items: QueryItem[]; unread: string[]; takesPhrase: boolean } => {
  const asWords: QueryItem = { kind: 'words', text: chunk, quoted: false, negated: false, start };
  if (chunk === 'OR') return { items: [{ kind: 'or', start }], unread: [], takesPhrase: false };
  const { negated, name, rest } = takeApart(chunk);
  if (phrase !== null && rest === '' && (negated || name !== null)) {
    const item: QueryItem | null =
      name === null
        ? { kind: 'words', text: phrase, quoted: true, negated, start: start + chunk.length + 1 }
        : toFieldItem(name, phrase, negated);
    if (item !== null) return { items: [item], unread: [], takesPhrase: true };
    return { items: [asWords], unread: [`${chunk}"${phrase}"`], takesPhrase: false };
  }
  if (name !== null) {
    const item = toFieldItem(name, rest, negated);
    return item === null
      ? { items: [asWords], unread: [chunk], takesPhrase: false }
      : { items: [item], unread: [], takesPhrase: false };
  }
  if (negated && /^[\p{L}\p{N}]/u.test(rest)) {
    return {
      items: [{ kind: 'words', text: rest, quoted: false, negated, start: start + 1 }],
      unread: [],
      takesPhrase: false,
    };
  }
  const isUnread = negated && (wordSign.test(rest) || (chunk === '-' && isAtEnd));
  return { items: [asWords], unread: isUnread ? [chunk] : [], takesPhrase: false };
};

const isOperand = (item: QueryItem | undefined): boolean =>
  item !== undefined && item.kind !== 'or' && !item.negated;

/** Each `OR` that does not stand between two that it can join becomes a word. */
const settleOrs = (items: readonly QueryItem[]): QueryReading => {
  const settled: QueryItem[] = [];
  const unread: string[] = [];
  for (const [i, item] of items.entries()) {
    if (item.kind !== 'or' || (isOperand(settled.at(-1)) && isOperand(items[i + 1]))) {
      settled.push(item);
      continue;
    }
    settled.push({ kind: 'words', text: 'OR', quoted: false, negated: false, start: item.start });
    unread.push('OR');
  }
  return { items: settled, unread };
};

/**
 * Reads a query's words, phrases and operators. Quotes, straight or curly, are paired from the left; `-` and a field's name
 * count where a word begins. An operator that can't be read is words.
 */
export const readQuery = (query: string): QueryReading => {
  const stretches = unquote(normaliseText(query));
  const items: QueryItem[] = [];
  const unread: string[] = [];
  let taken = -1;
  let next = 0;
  for (const [i, stretch] of stretches.entries()) {
    const from = next;
    next += stretch.length + 1;
    if (i % 2 === 1) {
      if (taken !== i)
        items.push({ kind: 'words', text: stretch, quoted: true, negated: false, start: from });
      continue;
    }
    const chunks = [...stretch.matchAll(/\S+/g)];
    for (const [at, { 0: chunk, index }] of chunks.entries()) {
      const isLast = at === chunks.length - 1;
      const phrase = isLast && !/\s$/.test(stretch) ? (stretches[i + 1] ?? null) : null;
      const isAtEnd = (at === 0 && i === 0) || (isLast && i === stretches.length - 1);
      const read = readChunk(chunk, { start: from + index, phrase, isAtEnd });
      items.push(...read.items);
      unread.push(...read.unread);
      if (read.takesPhrase) taken = i + 1;
    }
  }
  const worded = items.filter((item) => item.kind !== 'words' || wordSign.test(item.text));
  const settled = settleOrs(worded);
  return { items: settled.items, unread: [...unread, ...settled.unread] };
};
