import { foldedKey } from '../text/syllable-keys.ts';
import { spellKey } from '../text/spell-syllable.ts';
import type { Token } from '../text/tokens.ts';
import { editDistance } from './edit-distance.ts';
import type { Comparison } from './plan-query.ts';
import type { PostingsSource } from './postings.ts';
import { longestRun } from './standing-run.ts';

/** The archive's words: exact keys by their folded one, of both the commonest first. */
export type Lexicon = ReadonlyMap<string, readonly string[]>;

export const toLexicon = (keys: readonly string[]): Lexicon => {
  const lexicon = new Map<string, string[]>();
  for (const key of keys) {
    const folded = foldedKey(key);
    const known = lexicon.get(folded);
    if (known === undefined) lexicon.set(folded, [key]);
    else known.push(key);
  }
  return lexicon;
};

/** Words that are tried at one distance. */
const mostTried = 16;

type Word = Pick<Token, 'key' | 'folded'>;

/** Of several words at one place of a run the one that keeps the longest run, the earlier at equal length. */
const keepsLongest = async (
  source: PostingsSource,
  tokens: readonly Token[],
  at: number,
  words: readonly Word[],
  by: Comparison,
): Promise<{ word: Word | null; length: number }> => {
  const withWord = (word: Word): Token[] =>
    tokens.map((token, i) => (i === at ? { ...token, ...word } : token));
  const besides = async (from: number): Promise<Word[]> => {
    if (from < 0 || from + 2 > tokens.length) return [];
    const lengths = words.map((word) => longestRun(source, withWord(word).slice(from, from + 2), by));
    const found = await Promise.all(lengths);
    return words.filter((_, i) => found[i] === 2);
  };
  // Most words stand beside neither neighbour, and few beside the one before.
  const before = await besides(at - 1);
  const likely = before.length > 0 ? before : await besides(at);
  let best: { word: Word | null; length: number } = { word: words[0] ?? null, length: 1 };
  for (const word of likely) {
    const length = await longestRun(source, withWord(word), by, at);
    if (length > best.length) best = { word, length };
  }
  return best;
};

/**
 * The word of the archive that a word no article has is brought to: one or else two letters away, of those the one that keeps the
 * longest run, of those the commonest; written as the query is, with marks or without. Null where none is near.
 */
export const nearestSyllable = async (
  source: PostingsSource,
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
  marked: boolean,
): Promise<string | null> => {
  const typed = tokens[at]?.folded ?? '';
  if (typed.length < 2) return null;
  const distances = [...lexicon.keys()].map((folded) => [folded, editDistance(typed, folded, 2)] as const);
  let nearest: string | null = null;
  for (const distance of typed.length > 2 ? [1, 2] : [1]) {
    const near = distances
      .filter(([, away]) => away === distance)
      .slice(0, mostTried)
      .map(([folded]) => ({ key: folded, folded }));
    const { word, length } = await keepsLongest(source, tokens, at, near, 'folded');
    if (word === null) continue;
    nearest ??= word.folded;
    if (length < 2 && tokens.length > 1) continue;
    nearest = word.folded;
    break;
  }
  if (nearest === null || !marked) return nearest;
  const folded = nearest;
  const readings = (lexicon.get(folded) ?? []).map((key) => ({ key, folded }));
  const { word } = await keepsLongest(source, tokens, at, readings, 'exact');
  return spellKey(word?.key ?? folded);
};
