import { toTokens, type Token } from '../text/tokens.ts';
import type { RecordTest } from './query-fields.ts';
import { narrowOrs, readQuery, type QueryItem } from './query-items.ts';

/** By which keys two words are compared. */
export type Comparison = 'exact' | 'folded';

/** Neighbouring words of a query: a phrase in quotes, or a stretch without quotes, whose bonds may be cut. */
export interface QueryRun {
  readonly tokens: readonly Token[];
  readonly quoted: boolean;
  /** Where its text begins in the normalised query; its tokens count from there. */
  readonly start: number;
}

/** What `OR` joins, `-` excludes and a field asks: words, words in the title, or what a record says. */
export type Operand =
  | { readonly kind: 'words'; readonly run: QueryRun }
  | { readonly kind: 'title'; readonly run: QueryRun }
  | { readonly kind: 'record'; readonly test: RecordTest };

/** What must be found in an article: a run, or one at least of several operands, not all of them records. */
export type Clause =
  | { readonly kind: 'run'; readonly run: QueryRun }
  | { readonly kind: 'either'; readonly operands: readonly Operand[] };

/** What a query means. Without clause, filter and exclusion nothing is asked, and nothing answers. */
export interface QueryPlan {
  readonly clauses: readonly Clause[];
  /** Of each list one operand at least must hold; none is a mere word. They rank nothing. */
  readonly filters: readonly (readonly Operand[])[];
  readonly excluded: readonly Operand[];
  /** Every run that an article may match by, for its marks. */
  readonly runs: readonly QueryRun[];
  /** Whether any syllable of a clause carries a mark: then exact keys are compared first. */
  readonly marked: boolean;
  /** Operators that could not be read and are searched as words. */
  readonly unread: readonly string[];
  /** What `OR` joins where it may not be what was meant: single words out of longer runs. */
  readonly narrow: readonly string[];
}

/** Words of a query that are read, of those after it nothing; a phrase longer than this finds the same articles. */
export const maxQueryTokens = 64;

const isMarked = (tokens: readonly Token[]): boolean => tokens.some(({ key, folded }) => key !== folded);

/** A phrase is compared by its own marks, whatever stands around it. */
export const phraseComparison = (tokens: readonly Token[]): Comparison =>
  isMarked(tokens) ? 'exact' : 'folded';

const runsOf = (operand: Operand): readonly QueryRun[] => (operand.kind === 'record' ? [] : [operand.run]);

type Operator = Exclude<QueryItem, { kind: 'or' }>;

/** The items in groups: those joined by `OR` together, plain words that follow each other as one. */
const groupItems = (items: readonly QueryItem[]): Operator[][] => {
  const groups: Operator[][] = [];
  let joins = false;
  let isOpen = false;
  for (const [i, item] of items.entries()) {
    if (item.kind === 'or') {
      joins = true;
      continue;
    }
    const isPlain = item.kind === 'words' && !item.quoted && !item.negated;
    const isAlone = !joins && items[i + 1]?.kind !== 'or';
    const last = groups.at(-1);
    const before = last?.[0];
    if (joins) last?.push(item);
    else if (isOpen && isPlain && isAlone && before?.kind === 'words') {
      last?.splice(0, 1, { ...before, text: before.text.padEnd(item.start - before.start) + item.text });
    } else groups.push([item]);
    isOpen = isPlain && isAlone;
    joins = false;
  }
  return groups;
};

/** Reads a query. */
export const planQuery = (query: string): QueryPlan => {
  const { items, unread } = readQuery(query);
  let left = maxQueryTokens;
  const toRun = (text: string, quoted: boolean, start: number): QueryRun => {
    const tokens = toTokens(text).slice(0, left);
    left -= tokens.length;
    return { tokens, quoted, start };
  };
  const toOperand = (item: Operator): Operand => {
    if (item.kind === 'record') return { kind: 'record', test: item.test };
    if (item.kind === 'title') return { kind: 'title', run: toRun(item.text, true, 0) };
    return { kind: 'words', run: toRun(item.text, item.quoted || item.negated, item.start) };
  };
  const clauses: Clause[] = [];
  const filters: Operand[][] = [];
  const excluded: Operand[] = [];
  for (const group of groupItems(items)) {
    const operands = group
      .map(toOperand)
      .filter((operand) => runsOf(operand).every(({ tokens }) => tokens.length > 0));
    const [first] = operands;
    if (first === undefined) continue;
    if (group[0]?.negated === true) excluded.push(first);
    else if (operands.every(({ kind }) => kind !== 'words')) filters.push(operands);
    else if (operands.length === 1 && first.kind === 'words') clauses.push({ kind: 'run', run: first.run });
    else clauses.push({ kind: 'either', operands });
  }
  const words = clauses.flatMap((clause): readonly Operand[] =>
    clause.kind === 'run' ? [{ kind: 'words', run: clause.run }] : clause.operands,
  );
  return {
    clauses,
    filters,
    excluded,
    runs: [...words, ...filters.flat()].flatMap(runsOf),
    marked: words.some((operand) => operand.kind === 'words' && isMarked(operand.run.tokens)),
    unread,
    narrow: narrowOrs(items),
  };
};
