import type { Article } from '../../src/article/article.ts';
import { blockTexts } from './article-text.ts';
import type { Tiers } from './bench-query.ts';
import { naiveTokens, type NaiveToken } from './naive-tokens.ts';
import { openScannedText } from './scanned-text.ts';

type Key = 'exact' | 'folded';

/** Answers in the order found, each with the number of bonds that were cut for it. */
export type CutsById = ReadonlyMap<string, number>;

/** What a query should find. */
export interface NaiveAnswer {
  readonly tiers: Tiers;
  /** Of the answers of the first two tiers. */
  readonly cuts: CutsById;
  readonly marked: boolean;
}

/** All articles as words, searched by going through them. */
export interface NaiveScan {
  readonly search: (query: string) => NaiveAnswer;
  /** Whether any article has a word of this folded key. */
  readonly hasWord: (folded: string) => boolean;
}

const enough = 10;

const piecesOf = (tokens: readonly NaiveToken[], isCut: (bond: number) => boolean): NaiveToken[][] => {
  const pieces: NaiveToken[][] = [];
  for (const [at, token] of tokens.entries()) {
    const last = pieces.at(-1);
    if (last === undefined || isCut(at - 1)) pieces.push([token]);
    else last.push(token);
  }
  return pieces;
};

const isMarked = (query: string): boolean => /[\u0300-\u036f]|đ/iu.test(query.normalize('NFD'));

/** Of one phrase in quotes, or a query without any quotes; fields and operators are not for it. */
export const createNaiveScan = (articles: Iterable<Article>): NaiveScan => {
  const ids: string[] = [];
  const text = openScannedText(
    (function* () {
      for (const article of articles) {
        ids.push(article.id);
        yield blockTexts(article).map(naiveTokens);
      }
    })(),
  );
  const withAll = (pieces: readonly (readonly NaiveToken[])[], key: Key): Set<number> =>
    pieces.map((piece) => text.articlesWith(piece, key)).reduce((all, some) => all.intersection(some));

  /** The answers of a tier, by the number of bonds cut for each. */
  const answersOf = (tokens: readonly NaiveToken[], key: Key): Map<number, number> => {
    const found = new Map<number, number>();
    if (tokens.length === 1) {
      for (const article of withAll([tokens], key)) found.set(article, 0);
      return found;
    }
    const bonds = [...tokens.slice(1).keys()].filter((bond) => tokens[bond]?.bound !== true);
    const satisfy = new Map(
      bonds.map((bond) => [bond, text.articlesWith(tokens.slice(bond, bond + 2), key).size]),
    );
    const cut = new Set(bonds.filter((bond) => satisfy.get(bond) === 0));
    for (let level = 0; ; level += 1) {
      const pieces = piecesOf(tokens, (bond) => cut.has(bond));
      if (pieces.every(({ length }) => length === 1)) return found;
      for (const article of withAll(pieces, key)) if (!found.has(article)) found.set(article, level);
      const uncut = bonds.filter((bond) => !cut.has(bond));
      if (found.size >= enough || uncut.length === 0 || tokens.length - 1 - cut.size <= 1) return found;
      const count = (bond: number): number => satisfy.get(bond) ?? 0;
      cut.add(uncut.reduce((rarest, bond) => (count(bond) <= count(rarest) ? bond : rarest)));
    }
  };

  const search = (query: string): NaiveAnswer => {
    const quoted = query.startsWith('"');
    const tokens = naiveTokens(query);
    const marked = isMarked(query);
    const own: Key = marked ? 'exact' : 'folded';
    const tierOf = (key: Key): Map<number, number> => {
      if (!quoted) return answersOf(tokens, key);
      return new Map(key === own ? [...withAll([tokens], key)].map((article) => [article, 0]) : []);
    };
    const exact: ReadonlyMap<number, number> = marked ? tierOf('exact') : new Map();
    const folded = new Map([...tierOf('folded')].filter(([article]) => !exact.has(article)));
    const pieces = quoted ? [tokens] : piecesOf(tokens, (bond) => tokens[bond]?.bound !== true);
    const loose = [...withAll(pieces, own)].filter((article) => !exact.has(article) && !folded.has(article));
    const idOf = (article: number): string => ids[article] ?? '';
    return {
      tiers: {
        exact: [...exact.keys()].map(idOf),
        folded: [...folded.keys()].map(idOf),
        loose: loose.map(idOf),
      },
      cuts: new Map([...exact, ...folded].map(([article, level]) => [idOf(article), level])),
      marked,
    };
  };
  return { search, hasWord: text.hasWord };
};
