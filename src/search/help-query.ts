import { normaliseText } from '../text/normalise-text.ts';
import { readTelex } from '../text/telex.ts';
import type { Token } from '../text/tokens.ts';
import { toTokens } from '../text/tokens.ts';
import { readVni } from '../text/vni.ts';
import { nearestSyllable, type Lexicon } from './nearest-syllable.ts';
import { maxQueryTokens, planQuery } from './plan-query.ts';
import { articlesOf, type PostingsSource } from './postings.ts';
import type { SearchAnswer } from './search-answer.ts';
import { longestRun } from './standing-run.ts';

export type QueryHelp = NonNullable<SearchAnswer['help']>;

/** Words that are brought to others at most (a query with more is in no language of the archive), words of one that some are dropped from, and how many are. */
const mostBrought = 3;
const mostWeighed = 12;
const mostDropped = 3;

/** A word of an unquoted run, and where in the query's text it stands. */
interface PlacedWord {
  readonly run: readonly Token[];
  readonly at: number;
  readonly token: Token;
  readonly start: number;
  readonly end: number;
}

const placedWords = (text: string): PlacedWord[] =>
  planQuery(text).clauses.flatMap((clause) => {
    if (clause.kind !== 'run' || clause.run.quoted) return [];
    const { tokens, start } = clause.run;
    return tokens.map((token, at) => ({
      run: tokens,
      at,
      token,
      start: start + token.start,
      end: start + token.end,
    }));
  });

const replace = (text: string, { start, end }: PlacedWord, word: string): string =>
  normaliseText(text.slice(0, start) + word + text.slice(end));

/** How many articles have a word, about so for a common one. */
const articlesWith = async (source: PostingsSource, token: Token): Promise<number> =>
  (await source.articlesWith(token, 'folded')) ?? articlesOf(await source.wordPlaces(token, 'folded')).length;

/** The query with one word brought to the archive's nearest, or null where every word is in some article or none is near. */
const withNearest = async (
  text: string,
  source: PostingsSource,
  lexicon: () => Promise<Lexicon>,
): Promise<string | null> => {
  const missing: PlacedWord[] = [];
  for (const word of placedWords(text)) {
    if (!/^\p{L}+$/u.test(word.token.folded) || (await articlesWith(source, word.token)) > 0) continue;
    missing.push(word);
    if (missing.length > mostBrought) return null;
  }
  const { marked } = planQuery(text);
  for (const word of missing) {
    const nearest = await nearestSyllable(source, await lexicon(), word.run, word.at, marked);
    if (nearest !== null) return replace(text, word, nearest);
  }
  return null;
};

/**
 * The query without the word whose removal leaves the longest run; of several the one that the fewest articles have,
 * then the last. Null where no run of two is left of more than two words: single words that stand anywhere are no help.
 */
const withDropped = async (text: string, source: PostingsSource): Promise<string | null> => {
  const words = placedWords(text);
  if (words.length > mostWeighed) {
    // Without a word that no article has nothing is found, whichever other is dropped.
    for (const word of words) {
      const isBound = word.token.bound || word.run[word.at - 1]?.bound === true;
      if (!isBound && (await articlesWith(source, word.token)) === 0) return replace(text, word, '');
    }
    return null;
  }
  const standings = [];
  for (const word of words) {
    const { run, at } = word;
    const isBound = word.token.bound || run[at - 1]?.bound === true;
    const left = replace(text, word, '');
    if (isBound || planQuery(left).clauses.length === 0) continue;
    const runs = planQuery(left).clauses.flatMap((clause) =>
      clause.kind === 'run' && !clause.run.quoted ? [clause.run.tokens] : [],
    );
    const lengths = [];
    for (const tokens of runs) lengths.push(await longestRun(source, tokens, 'folded'));
    const articles = await articlesWith(source, word.token);
    standings.push({ left, length: Math.max(0, ...lengths), articles });
  }
  const best = standings.reverse().sort((a, b) => b.length - a.length || a.articles - b.articles)[0];
  return best === undefined || (best.length < 2 && words.length > 2) ? null : best.left;
};

/**
 * What a query that found nothing may have meant, in the order in which it is tried: as typed in Telex, in VNI
 * (all words, then only those that no article has as they stand), with words that no article has brought to the nearest,
 * and with words dropped from that.
 */
export const helpQuery = async function* (
  query: string,
  source: PostingsSource,
  lexicon: () => Promise<Lexicon>,
): AsyncGenerator<QueryHelp> {
  const text = normaliseText(query);
  const known = new Set<string>();
  const methods = [
    ['telex', readTelex],
    ['vni', readVni],
  ] as const;
  for (const [kind, read] of methods) {
    const typed = read(text);
    if (typed === null) continue;
    yield { kind, query: typed };
    const readings = toTokens(typed);
    for (const [i, token] of toTokens(text).slice(0, maxQueryTokens).entries()) {
      // A word that the archive has as it stands is read otherwise only beside words that it then goes with.
      const nearby = readings.slice(Math.max(0, i - 1), i + 2);
      const goes = (await longestRun(source, nearby, 'exact', Math.min(i, 1))) > 1;
      if (!goes && (await articlesWith(source, token)) > 0) known.add(token.folded);
    }
    const kept = read(text, (word) => known.has(word));
    if (kept !== null && kept !== typed) yield { kind, query: kept };
  }
  let nearest = text;
  for (let brought = 0; brought < mostBrought; brought += 1) {
    const next = await withNearest(nearest, source, lexicon);
    if (next === null || next === nearest) break;
    nearest = next;
  }
  if (nearest !== text) yield { kind: 'nearest', query: nearest };
  let dropped: string | null = nearest;
  for (let times = 0; times < mostDropped && dropped !== null; times += 1) {
    if (times > 0 && placedWords(dropped).length < 3) break;
    dropped = await withDropped(dropped, source);
    if (dropped !== null) yield { kind: 'dropped', query: dropped };
  }
};
