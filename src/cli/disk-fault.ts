import type { Problem } from '../problem/problem.ts';
import { toWriteProblem } from '../problem/to-write-problem.ts';

/** An error of the disk as a problem, at the path that it names, else at another. Any other error is thrown again. */
export const toDiskFault = (error: unknown, file: string): Problem => {
  const path =
    error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : file;
  return toWriteProblem(error, path);
};
