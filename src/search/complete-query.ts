import { normaliseText } from '../text/normalise-text.ts';
import { toTokens, type Token } from '../text/tokens.ts';

/** Words at the end of a query that are completed together. */
const mostCompleted = 5;

const tone = /[\u0300\u0301\u0303\u0309\u0323]$/;

const isSame = (typed: Token, word: Token): boolean =>
  typed.key === typed.folded ? typed.folded === word.folded : typed.key === word.key;

/** Whether a word begins as typed; a tone that is typed must be the word's, one that is not may still come. */
const begins = (typed: Token, word: Token): boolean => {
  if (typed.key === typed.folded) return word.folded.startsWith(typed.folded);
  const typedTone = tone.exec(typed.key)?.[0] ?? '';
  return (
    word.key.replace(tone, '').startsWith(typed.key.replace(tone, '')) &&
    (typedTone === '' || word.key.endsWith(typedTone))
  );
};

/** Whether an entry goes on from the words typed, of which the last may be unfinished. */
const goesOn = (typed: readonly Token[], isFinished: boolean, entry: readonly Token[]): boolean =>
  entry.length >= typed.length + (isFinished ? 1 : 0) &&
  typed.every((token, i) => {
    const word = entry[i];
    if (word === undefined) return false;
    return i + 1 < typed.length || isFinished ? isSame(token, word) : begins(token, word);
  });

/** An entry of the archive's completions, its words read. */
export interface Completion {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export const toCompletions = (list: readonly string[]): Completion[] =>
  list.map((text) => ({ text, tokens: toTokens(text) }));

/** The letter by which completions that begin with a folded key are had. */
export const firstLetter = (folded: string): string => Array.from(folded)[0] ?? '';

/**
 * Queries that a beginning may become, the likeliest first: its last words, as many as fit, give way to an entry that goes on from
 * them, with the entry's marks.
 */
export const completeQuery = async (
  prefix: string,
  completionsOf: (letter: string) => Promise<readonly Completion[]>,
  limit: number,
): Promise<string[]> => {
  const text = normaliseText(prefix);
  const isFinished = /\s$/.test(prefix);
  const typed = toTokens(text);
  const found = new Set<string>();
  for (let words = Math.min(mostCompleted, typed.length); words > 0; words -= 1) {
    const tail = typed.slice(-words);
    const head = text.slice(0, tail[0]?.start ?? 0);
    for (const entry of await completionsOf(firstLetter(tail[0]?.folded ?? ''))) {
      if (found.size >= limit) return [...found];
      if (!goesOn(tail, isFinished, entry.tokens)) continue;
      // After a minus or a field's name, several words are one value only in quotes.
      const isValue = /[-:]$/.test(head) && entry.tokens.length > 1;
      const completed = head + (isValue ? `"${entry.text}"` : entry.text);
      if (completed !== text) found.add(completed);
    }
    if (found.size > 0) break;
  }
  return [...found];
};
