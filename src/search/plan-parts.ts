import { matchPiece, type Piece } from './match-piece.ts';
import {
  phraseComparison,
  type Comparison,
  type Operand,
  type QueryPlan,
  type QueryRun,
} from './plan-query.ts';
import { articleOf, articlesOf, type PostingsSource } from './postings.ts';
import type { RecordTest } from './query-fields.ts';
import type { MatchedPart } from './rank-answers.ts';

/** A bond by its clause and the word before it. */
export interface Bond {
  readonly clause: number;
  readonly at: number;
}

/** What an article must have one of: pieces, or what a record or title says. */
export interface Part {
  readonly pieces: readonly Piece[];
  readonly others: readonly Exclude<Operand, { kind: 'words' }>[];
}

/** Which articles' records a test lets through. */
export type RecordLookup = (test: RecordTest) => Promise<(article: number) => boolean>;

/** What an evaluation looks things up in. */
export interface PartSource {
  readonly source: PostingsSource;
  readonly records: RecordLookup;
}

export const bondsOf = ({ clauses }: QueryPlan): Bond[] =>
  clauses.flatMap((one, clause) => {
    if (one.kind !== 'run' || one.run.quoted) return [];
    const { tokens } = one.run;
    return tokens.slice(1).flatMap((_, at) => (tokens[at]?.bound === true ? [] : [{ clause, at }]));
  });

/** A phrase is one piece by its own marks, as are words that nothing parts. */
const wholePiece = ({ tokens, quoted }: QueryRun, by: Comparison): Piece => ({
  tokens,
  by: quoted ? phraseComparison(tokens) : by,
});

const toPart = (operands: readonly Operand[], by: Comparison): Part => ({
  pieces: operands.flatMap((operand) => (operand.kind === 'words' ? [wholePiece(operand.run, by)] : [])),
  others: operands.flatMap((operand) => (operand.kind === 'words' ? [] : [operand])),
});

/** The parts of a plan when some bonds are cut. */
export const partsOf = ({ clauses }: QueryPlan, by: Comparison, isCut: (bond: Bond) => boolean): Part[] =>
  clauses.flatMap((one, clause): Part[] => {
    if (one.kind === 'either') return [toPart(one.operands, by)];
    const { tokens, quoted } = one.run;
    if (quoted) return [{ pieces: [wholePiece(one.run, by)], others: [] }];
    const parts: Part[] = [];
    let from = 0;
    for (const at of tokens.keys()) {
      if (at + 1 < tokens.length && (tokens[at]?.bound === true || !isCut({ clause, at }))) continue;
      parts.push({ pieces: [{ tokens: tokens.slice(from, at + 1), by }], others: [] });
      from = at + 1;
    }
    return parts;
  });

/** Whether a part holds a run of two words, whichever of it an article has. */
export const isTied = ({ pieces, others }: Part): boolean =>
  others.length === 0 && pieces.every(({ tokens }) => tokens.length > 1);

/** The articles, told one by one, that satisfy an operand. */
const satisfies = async (
  { source, records }: PartSource,
  operand: Operand,
): Promise<(article: number) => boolean> => {
  if (operand.kind === 'record') return records(operand.test);
  const { tokens } = operand.run;
  const places = await matchPiece(source, { tokens, by: phraseComparison(tokens) });
  const counted =
    operand.kind === 'title' ? places.filter((place) => source.zoneOf(place) === 'title') : places;
  const articles = new Set(articlesOf(counted));
  return (article) => articles.has(article);
};

/** Which articles are let through; null where all are. */
export type Admission = ((article: number) => boolean) | null;

/** The articles that a plan's filters and exclusions let through. */
export const admittedBy = async (from: PartSource, { filters, excluded }: QueryPlan): Promise<Admission> => {
  if (filters.length + excluded.length === 0) return null;
  const required = await Promise.all(
    filters.map((operands) => Promise.all(operands.map((operand) => satisfies(from, operand)))),
  );
  const refused = await Promise.all(excluded.map((operand) => satisfies(from, operand)));
  return (article) =>
    required.every((tests) => tests.some((holds) => holds(article))) &&
    !refused.some((holds) => holds(article));
};

/** Where a part stands, and in which articles, of those that are let through. */
export const matchPart = async (
  from: PartSource,
  { pieces, others }: Part,
  admits: Admission,
): Promise<MatchedPart> => {
  const { source } = from;
  const found = await Promise.all(pieces.map((piece) => matchPiece(source, piece)));
  const all = found.length > 1 ? [...new Set(found.flat())].sort((a, b) => a - b) : (found[0] ?? []);
  const places = admits === null ? all : all.filter((place) => admits(articleOf(place)));
  const tests = await Promise.all(others.map((operand) => satisfies(from, operand)));
  const besides =
    tests.length === 0
      ? []
      : allArticles(source).filter(
          (article) => (admits === null || admits(article)) && tests.some((holds) => holds(article)),
        );
  const own = articlesOf(places);
  const articles = besides.length === 0 ? own : [...new Set([...own, ...besides])].sort((a, b) => a - b);
  return { pieces, places, articles, having: articles.length };
};

/** Every article's number. */
export const allArticles = ({ articles }: PostingsSource): number[] => [...Array(articles).keys()];
