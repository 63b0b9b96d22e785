import type { CommandContext } from '../../src/cli/command.ts';
import { cli as words } from '../../src/i18n/en/cli.ts';
import type { Problem } from '../../src/problem/problem.ts';

/** What a command told and printed. */
export interface Told {
  readonly problems: Problem[];
  readonly printed: object[];
}

/** A world around a command that keeps what it is told, as for machines. */
export const toldContext = (
  { problems, printed }: Told,
  signal: AbortSignal = new AbortController().signal,
): CommandContext => ({
  language: 'en',
  words,
  json: true,
  verbose: false,
  print: () => undefined,
  printJson: (value) => printed.push(value),
  tell: () => undefined,
  tellProblem: (problem) => problems.push(problem),
  showProgress: () => undefined,
  signal,
});
