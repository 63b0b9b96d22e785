import { severities, type ProblemCode, type Severity } from './severities.ts';

/** Where a problem was met. Lines and columns count from 1; what is not known is left out, never made up. */
export interface Place {
  /** As the person would write it: relative to where the command runs, or to the archive. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The facts that a message quotes, by name. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * Something wrong (or worth telling) in content, as data: collected and reported, never thrown.
 * The words for it are in `src/i18n/<language>/problems.ts`, by code.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly values: Values;
  readonly place: Place;
}

/** A problem of the given code, with the severity that the code has for good. */
export const toProblem = (code: ProblemCode, values: Values = {}, place: Place = {}): Problem => ({
  code,
  severity: severities[code],
  values,
  place,
});

/** The same problem, told of another place: what a reader of bytes can't know (the file) is added by its caller. */
export const atPlace = (problem: Problem, place: Place): Problem => ({
  ...problem,
  place: { ...problem.place, ...place },
});

/** Whether any of the problems keeps the thing from being used. */
export const hasError = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');
