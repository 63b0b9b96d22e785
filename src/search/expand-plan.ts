import { normaliseText } from '../text/normalise-text.ts';
import { toTokens, type Token } from '../text/tokens.ts';
import type { Synonym } from './index-files.ts';
import { planQuery, type Comparison, type QueryPlan } from './plan-query.ts';

/** A query with an abbreviation written out, or a name abbreviated. */
export interface Expansion {
  readonly query: string;
  readonly plan: QueryPlan;
}

/** Expansions of one query at most. */
const mostExpansions = 8;

/** A form of an archive's abbreviation that a query holds, and what may stand for it. */
interface Substitution {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isAt = (tokens: readonly Token[], at: number, form: readonly Token[], by: Comparison): boolean =>
  form.length > 0 &&
  form.every((token, i) => {
    const here = tokens[at + i];
    return by === 'exact' ? here?.key === token.key : here?.folded === token.folded;
  });

const substitutionsIn = (plan: QueryPlan, synonyms: readonly Synonym[]): Substitution[] => {
  const by = plan.marked ? 'exact' : 'folded';
  const forms = synonyms
    .flatMap(([short, long]) => [
      { form: toTokens(short), text: long },
      { form: toTokens(long), text: short },
    ])
    .sort((a, b) => b.form.length - a.form.length);
  return plan.clauses.flatMap((clause) => {
    if (clause.kind !== 'run' || clause.run.quoted) return [];
    const { tokens, start } = clause.run;
    return [...tokens.keys()].flatMap((at): Substitution[] =>
      forms.flatMap(({ form, text }) => {
        const [first, last] = [tokens[at], tokens[at + form.length - 1]];
        // A part of what is bound (`QĐ-UBND`) is no word of its own.
        const isFree = tokens[at - 1]?.bound !== true && last?.bound === false;
        if (first === undefined || !isFree || !isAt(tokens, at, form, by)) return [];
        return [{ start: start + first.start, end: start + last.end, text }];
      }),
    );
  });
};

/** Every choice of substitutions that do not overlap, those with fewer first; the empty one left out. */
const choicesOf = (substitutions: readonly Substitution[]): Substitution[][] => {
  let choices: Substitution[][] = [[]];
  for (const one of substitutions.slice(0, mostExpansions)) {
    const free = choices.filter((choice) =>
      choice.every(({ start, end }) => end <= one.start || one.end <= start),
    );
    choices = [...choices, ...free.map((choice) => [...choice, one])];
  }
  return choices
    .slice(1)
    .sort((a, b) => a.length - b.length)
    .slice(0, mostExpansions);
};

/** What was put in stays whole, like words that nothing parts. */
const bindWithin = (
  plan: QueryPlan,
  ranges: readonly { start: number; end: number }[],
): QueryPlan['clauses'] =>
  plan.clauses.map((clause) => {
    if (clause.kind !== 'run') return clause;
    const { run } = clause;
    const tokens = run.tokens.map((token): Token => {
      const end = run.start + token.end;
      const isInside = ranges.some((range) => range.start < end && end < range.end);
      return isInside ? { ...token, bound: true } : token;
    });
    return { kind: 'run', run: { ...run, tokens } };
  });

/**
 * What a query may mean besides by an archive's abbreviations, both ways, outside quotes and operators: compared by exact
 * keys if it is marked, else by folded ones.
 */
export const expandQuery = (query: string, synonyms: readonly Synonym[]): Expansion[] => {
  const plan = planQuery(query);
  const text = normaliseText(query);
  return choicesOf(substitutionsIn(plan, synonyms)).map((choice) => {
    let expanded = '';
    let from = 0;
    const ranges = [];
    for (const { start, end, text: put } of [...choice].sort((a, b) => a.start - b.start)) {
      expanded += text.slice(from, start);
      ranges.push({ start: expanded.length, end: expanded.length + put.length });
      expanded += put;
      from = end;
    }
    expanded += text.slice(from);
    const own = planQuery(expanded);
    return { query: expanded, plan: { ...own, clauses: bindWithin(own, ranges), marked: plan.marked } };
  });
};
