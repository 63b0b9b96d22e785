import type { Language } from '../i18n/language.ts';
import { describeProblem } from './describe-problem.ts';
import type { Problem } from './problem.ts';
import type { Severity } from './severities.ts';

const severityWords: Record<Language, Record<Severity, string>> = {
  vi: { error: 'lỗi', warning: 'cảnh báo', note: 'ghi chú' },
  en: { error: 'error', warning: 'warning', note: 'note' },
};

/**
 * A problem for a person, over three lines:
 *
 *     content/articles/bao-x/2009/gia-gao.md:4:14  error  date-invalid
 *       `publishedAt` is "31/02/2009", which is not a day of the calendar.
 *       → Write it as YYYY-MM-DD, for example 2009-02-28.   docs/problems/date-invalid.md
 */
export const printProblem = (problem: Problem, language: Language): string => {
  const { file, line, column } = problem.place;
  const where = [file, line, column].filter((part) => part !== undefined).join(':');
  const { message, hint } = describeProblem(problem, language);
  const head = [where, severityWords[language][problem.severity], problem.code].filter((part) => part !== '');
  return `${head.join('  ')}\n  ${message}\n  → ${hint}   docs/problems/${problem.code}.md`;
};

/** A problem as `--json` shows it. */
export interface ProblemLine {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A problem for a machine: one object of the contract's `problems` list. */
export const toProblemLine = (problem: Problem, language: Language): ProblemLine => ({
  code: problem.code,
  severity: problem.severity,
  ...describeProblem(problem, language),
  ...problem.place,
});
