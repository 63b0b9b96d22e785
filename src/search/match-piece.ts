import type { Token } from '../text/tokens.ts';
import type { Comparison } from './plan-query.ts';
import { articleOf, placesFollowed, slotOf, type Place, type PostingsSource } from './postings.ts';

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

/** Exact keys of two neighbours, the likelier (by the places of each in its list) first. */
const likelyPairs = (firsts: readonly string[], seconds: readonly string[]): [string, string][] =>
  firsts
    .flatMap((first, i) =>
      seconds.map((second, j) => ({ pair: [first, second] as [string, string], rank: (i + 1) * (j + 1) })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ pair }) => pair);

/** So few places are read in their articles rather than looked up reading after reading, of which most stand nowhere. */
const fewPlaces = 6;
/** In bytes: from a host that gives no parts of files an article comes with some tens of others. */
const cheapArticleBytes = 4000;

const readsCheaply = (source: PostingsSource): boolean => source.articleBytes() <= cheapArticleBytes;

/** The exact keys of so many words from a place on. */
const wordsAt = async (source: PostingsSource, place: Place, size: number): Promise<string[]> => {
  const slots = await source.slotsOf(articleOf(place));
  return slots.slice(slotOf(place), slotOf(place) + size).map((word) => word?.key ?? '');
};

/**
 * How a piece compared by folded keys reads at each of its places: the exact keys, joined by spaces. Asks the index for
 * one reading after the other, the likelier first, until no place is left.
 */
export const readPiece = async (
  source: PostingsSource,
  piece: Piece,
  places: readonly Place[],
): Promise<Map<Place, string>> => {
  const { tokens } = piece;
  const readings = await Promise.all(tokens.map(({ folded }) => source.readings(folded)));
  const spelled = new Map(places.map((place) => [place, tokens.map(({ folded }) => folded)]));
  const settle = async (
    at: number,
    size: number,
    look: (keys: readonly string[]) => Promise<readonly Place[]>,
  ): Promise<void> => {
    const left = new Set(places.map((place) => place + at));
    const [firsts = [], seconds = []] = readings.slice(at, at + size);
    const candidates = size === 1 ? firsts.map((key) => [key]) : likelyPairs(firsts, seconds);
    for (const [tried, keys] of candidates.entries()) {
      if (left.size === 0) return;
      if (left.size <= fewPlaces && candidates.length - tried > left.size && readsCheaply(source)) {
        const read = [...left].map(async (place) => [place, await wordsAt(source, place, size)] as const);
        for (const [place, words] of await Promise.all(read)) {
          spelled.get(place - at)?.splice(at, size, ...words);
        }
        return;
      }
      for (const place of await look(keys)) {
        if (left.delete(place)) spelled.get(place - at)?.splice(at, size, ...keys);
      }
    }
  };
  const wordOf = (key: string | undefined, token: Token) => ({ key: key ?? token.key, folded: token.folded });
  const [only] = tokens;
  if (only !== undefined && tokens.length === 1) {
    await settle(0, 1, ([key]) => source.wordPlaces(wordOf(key, only), 'exact'));
  }
  for (const i of tokens.length > 1 ? settlingPairs(tokens) : []) {
    const [first, second] = [tokens[i], tokens[i + 1]];
    if (first === undefined || second === undefined) continue;
    await settle(i, 2, ([a, b]) =>
      source.pairPlaces(wordOf(a, first), wordOf(b, second), first.joint, 'exact'),
    );
  }
  return new Map([...spelled].map(([place, keys]) => [place, keys.join(' ')]));
};
