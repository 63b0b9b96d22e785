import { errorCodeOf } from './error-code.ts';
import { toProblem, type Problem } from './problem.ts';

/** A failure to write as a problem: `disk-full`, `write-failed`. What is no fault of the system is thrown again. */
export const toWriteProblem = (error: unknown, file: string): Problem => {
  const code = errorCodeOf(error);
  if (code === null) throw error;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? toProblem('disk-full', { file }, { file })
    : toProblem('write-failed', { file, reason: code }, { file });
};
