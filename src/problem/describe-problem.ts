import { problems as english } from '../i18n/en/problems.ts';
import { reasons as englishReasons } from '../i18n/en/reasons.ts';
import type { Language } from '../i18n/language.ts';
import { problems as vietnamese } from '../i18n/vi/problems.ts';
import { reasons as vietnameseReasons } from '../i18n/vi/reasons.ts';
import type { Problem, Values } from './problem.ts';

/** What a person reads of a problem: what happened and why, with the value quoted; then what to do. */
export interface ProblemWords {
  readonly message: string;
  readonly hint: string;
}

const fill = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Values that are keys of `src/i18n/<language>/reasons.ts`: why, what to do, and where from. */
const worded = ['reason', 'advice', 'of'] as const;

/** The words of a problem in a language. */
export const describeProblem = (problem: Problem, language: Language): ProblemWords => {
  const words = (language === 'vi' ? vietnamese : english)[problem.code];
  const reasons = language === 'vi' ? vietnameseReasons : englishReasons;
  const values: Record<string, string | number> = { ...problem.values };
  for (const name of worded) {
    const told = reasons[String(values[name])];
    if (told !== undefined) values[name] = fill(told, problem.values);
  }
  return { message: fill(words.message, values), hint: fill(words.hint, values) };
};
