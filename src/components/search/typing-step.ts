import { foldText } from '../../text/fold-text.ts';

/** How the address follows the state: a new entry that Back leads out of, or the present one rewritten. */
export type Step = 'push' | 'replace';

/**
 * The step that fits a typed query. Typing on and taking back letters stays in one entry; another query, and an emptied
 * box, make a new one. Accents don't count, since they come while a syllable is being typed.
 */
export const typingStep = (before: string, after: string): Step => {
  const [from, to] = [foldText(before).trim(), foldText(after).trim()];
  if (from === '') return 'replace';
  if (to === '') return 'push';
  return from.startsWith(to) || to.startsWith(from) ? 'replace' : 'push';
};
