import type { Token } from '../text/tokens.ts';
import type { Comparison } from './plan-query.ts';
import { placesFollowed, type FormPlaces, type Place, type PostingsSource } from './postings.ts';

/** Words that must stand side by side, and by which keys they are compared. */
export interface Piece {
  readonly tokens: readonly Token[];
  readonly by: Comparison;
}

const pairAt = (
  source: PostingsSource,
  { tokens }: Piece,
  i: number,
  by: Comparison,
): Promise<readonly Place[]> => {
  const [first, second] = [tokens[i], tokens[i + 1]];
  if (first === undefined || second === undefined) return Promise.resolve([]);
  return source.pairPlaces(first, second, first.joint, by);
};

/** The pairs that settle a piece: each word is in one, and each joint that counts is one. Places do the rest. */
const settlingPairs = (tokens: readonly Token[]): number[] => {
  const pairs: number[] = [];
  let covered = 0;
  for (let i = 0; i + 1 < tokens.length; i += 1) {
    const isLast = i + 2 === tokens.length;
    if (covered > i && tokens[i]?.joint === '' && !(isLast && covered < tokens.length)) continue;
    pairs.push(i);
    covered = i + 2;
  }
  return pairs;
};

/** Every place where a piece begins, ascending; for a piece of one word what `wordPlaces` gives. */
export const matchPiece = async (source: PostingsSource, piece: Piece): Promise<readonly Place[]> => {
  const [only] = piece.tokens;
  if (only === undefined) return [];
  if (piece.tokens.length === 1) return source.wordPlaces(only, piece.by);
  const pairs = settlingPairs(piece.tokens);
  const found = await Promise.all(pairs.map((i) => pairAt(source, piece, i, piece.by)));
  const [places = [], ...others] = found;
  return others.reduce((left, right, n) => placesFollowed(left, right, pairs[n + 1] ?? 0), places);
};

/**
 * How a piece compared by folded keys reads at each of its places: a name that is the same where the exact keys are. What
 * was looked up to find the places tells it; nothing more is fetched.
 */
export const readPiece = async (
  source: PostingsSource,
  { tokens }: Piece,
  places: readonly Place[],
): Promise<Map<Place, string>> => {
  const [only] = tokens;
  const read = new Map(places.map((place) => [place, '']));
  const add = (forms: readonly FormPlaces[], at: number): void => {
    for (const { form, places: own } of forms) {
      for (const place of own) {
        const before = read.get(place - at);
        if (before !== undefined) read.set(place - at, `${before} ${form}`);
      }
    }
  };
  if (only !== undefined && tokens.length === 1) add(await source.wordForms(only), 0);
  for (const i of tokens.length > 1 ? settlingPairs(tokens) : []) {
    const [first, second] = [tokens[i], tokens[i + 1]];
    if (first === undefined || second === undefined) continue;
    add(await source.pairForms(first, second, first.joint), i);
  }
  return read;
};
