import type { Given } from './counting-server.ts';

/** Bytes given by the server, by what they are. */
export interface Weight {
  readonly requests: number;
  /** The index with its library. */
  readonly index: number;
  /** What completes typing: of the index, but of no search. */
  readonly completions: number;
  /** Other scripts. */
  readonly scripts: number;
  /** HTML, styles, fonts, pictures. */
  readonly page: number;
}

/** What was given, `indexPath` being the folder of the index (`/search/`). */
export const weigh = (given: readonly Given[], indexPath: string): Weight => {
  const sum = (isMeant: (path: string) => boolean): number =>
    given.reduce((total, { path, bytes }) => total + (isMeant(path) ? bytes : 0), 0);
  const isBelow = (path: string): boolean => path.startsWith(indexPath);
  const isCompletions = (path: string): boolean => path.startsWith(`${indexPath}completions/`);
  const isScript = (path: string): boolean => !isBelow(path) && path.endsWith('.js');
  return {
    requests: given.reduce((total, { requests }) => total + requests, 0),
    index: sum((path) => isBelow(path) && !isCompletions(path)),
    completions: sum(isCompletions),
    scripts: sum(isScript),
    page: sum((path) => !isBelow(path) && !isScript(path)),
  };
};

export const wholeOf = ({ index, completions, scripts, page }: Weight): number =>
  index + completions + scripts + page;

export const addWeights = (one: Weight, other: Weight): Weight => ({
  requests: one.requests + other.requests,
  index: one.index + other.index,
  completions: one.completions + other.completions,
  scripts: one.scripts + other.scripts,
  page: one.page + other.page,
});
