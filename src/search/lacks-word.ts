import type { QueryPlan } from './plan-query.ts';
import type { PostingsSource, Word } from './postings.ts';
import type { Token } from '../text/tokens.ts';

/** Whether a word that is no common one of the archive stands nowhere; where it stands beside its neighbour, that is known already. */
const standsNowhere = async (
  source: PostingsSource,
  tokens: readonly Token[],
  at: number,
): Promise<boolean> => {
  const word: Word | undefined = tokens[at];
  if (word === undefined || (await source.readings(word.folded)).length > 1) return false;
  const from = Math.max(0, at - 1);
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (first !== undefined && second !== undefined) {
    const beside = await source.pairPlaces(first, second, first.joint, 'folded');
    if (beside.length > 0) return false;
  }
  return (await source.wordPlaces(word, 'folded')).length === 0;
};

/**
 * Whether some word of a query's unquoted runs of several words stands in no article: then nothing answers, in any tier. It costs one
 * look-up or two where a word is misspelt or typed as an input method would have it, in place of one for every word.
 */
export const lacksWord = async (source: PostingsSource, { clauses }: QueryPlan): Promise<boolean> => {
  for (const clause of clauses) {
    if (clause.kind !== 'run' || clause.run.quoted || clause.run.tokens.length < 2) continue;
    const { tokens } = clause.run;
    for (const at of tokens.keys()) if (await standsNowhere(source, tokens, at)) return true;
  }
  return false;
};
