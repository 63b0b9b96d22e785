import { articlesOf, placesIn, zones, type Place, type PostingsSource } from './postings.ts';
import { readPiece, type Piece } from './match-piece.ts';

/** An article that answers, with what decides its rank. */
export interface Answer {
  readonly article: number;
  /** Bonds that had to be cut. */
  readonly cuts: number;
  readonly score: number;
  /** By which of the query's expansions it answers, none for the query itself. */
  readonly expansion?: number;
}

/** A part of a query, its places, and its articles, of those that are let through; an article may have it without a place. */
export interface MatchedPart {
  /** Any of which suffices. */
  readonly pieces: readonly Piece[];
  readonly places: readonly Place[];
  readonly articles: readonly number[];
  /** How many articles of the archive have it, as far as that is known: what makes it rare or common. */
  readonly having: number;
}

interface Standing {
  readonly article: number;
  /** Words whose piece stands in title, lead or kicker; then in the title. */
  readonly inOpening: number;
  readonly inTitle: number;
  /** Articles that share the reading; 0 where readings don't count. */
  readonly reading: number;
  readonly score: number;
}

/** The shortest way between two lists of places of one article, in slots; both ascending. */
const gapBetween = (left: readonly Place[], right: readonly Place[]): number => {
  let [i, j, gap] = [0, 0, Infinity];
  for (;;) {
    const [a, b] = [left[i], right[j]];
    if (a === undefined || b === undefined) return gap;
    gap = Math.min(gap, Math.abs(a - b));
    if (a < b) i += 1;
    else j += 1;
  }
};

/**
 * For an unmarked query of one unbroken piece: how many of the articles share each article's reading. An article with
 * several readings counts for each of them, and stands by the commonest of those in its best zone.
 */
const readingCounts = async (
  source: PostingsSource,
  piece: Piece,
  places: readonly Place[],
): Promise<Map<number, number>> => {
  const spelled = await readPiece(source, piece, places);
  const counts = new Map<string, number>();
  const articles = articlesOf(places);
  const own = placesIn(articles, places);
  for (const mine of own) {
    for (const reading of new Set(mine.map((place) => spelled.get(place) ?? ''))) {
      counts.set(reading, (counts.get(reading) ?? 0) + 1);
    }
  }
  const zoneAt = (place: Place): number => zones.indexOf(source.zoneOf(place));
  return new Map(
    own.map((mine, i) => {
      // Not Math.min(...): a long article can hold more places than a call takes arguments.
      const best = mine.reduce((least, place) => Math.min(least, zoneAt(place)), zones.length);
      const inBest = mine.filter((place) => zoneAt(place) === best);
      const countAt = (place: Place): number => counts.get(spelled.get(place) ?? '') ?? 0;
      return [articles[i] ?? 0, inBest.reduce((most, place) => Math.max(most, countAt(place)), 0)];
    }),
  );
};

const compareStandings = (a: Standing, b: Standing): number =>
  b.inOpening - a.inOpening ||
  b.inTitle - a.inTitle ||
  b.reading - a.reading ||
  b.score - a.score ||
  a.article - b.article;

/**
 * Ranks the articles, given ascending, that hold every piece: more words in title, lead and kicker first, of those more in the title; then, for an
 * unmarked query of one piece, the commoner reading; then the score; then the later date and the id, which is the
 * order of the articles' numbers.
 *
 * The score adds up, for each piece, how rare it is, `ln(1 + articles / articles with it)`, times
 * `1 + ln(times it stands in the article) / 4` (once, for a single word); and for each two neighbouring pieces the lesser of their rarities over
 * `1 + ln(1 + slots between them)`.
 */
export const rankAnswers = async (
  source: PostingsSource,
  matched: readonly MatchedPart[],
  articles: readonly number[],
  cuts: number,
  countsReadings: boolean,
): Promise<Answer[]> => {
  const [first] = matched;
  if (first === undefined || articles.length === 0) return [];
  const pieces = matched.map(({ pieces: own, places, having }) => ({
    words: Math.min(...own.map(({ tokens }) => tokens.length)),
    rarity: Math.log(1 + source.articles / Math.max(1, having)),
    places: placesIn(articles, places),
  }));
  const [only] = first.pieces;
  const hasReadings = countsReadings && matched.length === 1 && first.pieces.length === 1;
  const readings =
    hasReadings && only !== undefined && articles.length > 1
      ? await readingCounts(source, only, first.places)
      : null;
  const standings = articles.map((article, nth): Standing => {
    let [inOpening, inTitle, score] = [0, 0, 0];
    for (const [i, { words, rarity, places }] of pieces.entries()) {
      const own = places[nth] ?? [];
      // The first place is in the best zone: title, kicker and lead come before the text.
      const zone = own[0] === undefined ? 'text' : source.zoneOf(own[0]);
      if (zone !== 'text') inOpening += words;
      if (zone === 'title') inTitle += words;
      // Of a single word only the first place is known, one for each of its readings.
      const times = words > 1 ? Math.max(1, own.length) : 1;
      score += rarity * (1 + Math.log(times) / 4);
      const before = pieces[i - 1];
      if (before === undefined) continue;
      const gap = gapBetween(before.places[nth] ?? [], own);
      score += Math.min(rarity, before.rarity) / (1 + Math.log(1 + gap));
    }
    return {
      article,
      inOpening,
      inTitle,
      reading: readings?.get(article) ?? 0,
      score: Math.round(score * 1e4) / 1e4,
    };
  });
  return standings.sort(compareStandings).map(({ article, score }) => ({ article, cuts, score }));
};
