import { foldText } from '../text/fold-text.ts';
import { toTokens } from '../text/tokens.ts';
import { firstLetter } from './complete-query.ts';
import type { IndexedSummary } from './indexed-article.ts';

/** Words of a run of a title that is offered, and entries of the list, at most. */
const mostWords = 5;
const mostEntries = 8000;

interface Entry {
  /** Articles that have it. */
  count: number;
  readonly spellings: Map<string, number>;
}

/** A run that fewer articles have is offered by small archives alone. */
const fewestArticles = (articles: number): number =>
  articles < 200 ? 1 : Math.max(2, Math.ceil(articles / 5000));

/** Runs of so many words in a title, parted by single spaces, by their keys, as written. */
const runsOf = (title: string, size: number): { key: string; spelling: string; isFirst: boolean }[] => {
  const tokens = toTokens(title);
  return tokens.flatMap((first, at) => {
    const run = tokens.slice(at, at + size);
    const last = run.at(-1);
    if (run.length < size || last === undefined) return [];
    const spelling = title.slice(first.start, last.end);
    const isPlain = /^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u.test(spelling) && /\p{L}/u.test(spelling);
    return isPlain ? [{ key: run.map(({ key }) => key).join(' '), spelling, isFirst: at === 0 }] : [];
  });
};

const add = (entries: Map<string, Entry>, key: string, spelling: string, weight: number): Entry => {
  const entry = entries.get(key) ?? { count: 0, spellings: new Map<string, number>() };
  entry.spellings.set(spelling, (entry.spellings.get(spelling) ?? 0) + weight);
  entries.set(key, entry);
  return entry;
};

/** Runs of each size; one is counted only where the run without its last word is frequent, so that most never are. */
const titleRuns = (titles: readonly string[], fewest: number): Map<string, Entry> => {
  const frequent = new Map<string, Entry>();
  for (let size = 2; size <= mostWords; size += 1) {
    const counted = new Map<string, Entry>();
    for (const title of titles) {
      const seen = new Set<string>();
      for (const { key, spelling, isFirst } of runsOf(title, size)) {
        if (size > 2 && !frequent.has(key.slice(0, key.lastIndexOf(' ')))) continue;
        // A title's first word is written large whatever it is.
        const entry = add(counted, key, spelling, isFirst ? 0 : 1);
        if (!seen.has(key)) entry.count += 1;
        seen.add(key);
      }
    }
    for (const [key, entry] of counted) {
      if (entry.count < fewest) continue;
      frequent.set(key, entry);
      const shorter = key.slice(0, key.lastIndexOf(' '));
      // What always goes on in one way is offered as the longer run alone.
      if (frequent.get(shorter)?.count === entry.count) frequent.delete(shorter);
    }
  }
  return frequent;
};

const commonest = ({ spellings }: Entry): string =>
  [...spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';

/**
 * What may complete a query: runs of the articles' titles, names of places and numbers of documents, as most articles write
 * them, the most frequent first.
 */
export const toCompletionList = (articles: readonly IndexedSummary[]): string[] => {
  const titles = articles.map(({ title }) => title.normalize('NFC'));
  const entries = titleRuns(titles, fewestArticles(articles.length));
  for (const { fields } of articles) {
    for (const name of [...fields.place, ...fields.document]) {
      const tokens = toTokens(name);
      if (tokens.length > 0) add(entries, tokens.map(({ key }) => key).join(' '), name, 2).count += 1;
    }
  }
  return [...entries]
    .map(([key, entry]) => ({ key, name: commonest(entry), count: entry.count }))
    .sort((a, b) => b.count - a.count || (foldText(a.key) + a.key < foldText(b.key) + b.key ? -1 : 1))
    .slice(0, mostEntries)
    .map(({ name }) => name);
};

/** The entries by the first letter of their folded keys, in the same order; the letters sorted. */
export const byFirstLetter = (entries: readonly string[]): [letter: string, entries: string[]][] => {
  const lists = new Map<string, string[]>();
  for (const entry of entries) {
    const letter = firstLetter(toTokens(entry)[0]?.folded ?? '');
    lists.set(letter, [...(lists.get(letter) ?? []), entry]);
  }
  return [...lists].sort(([a], [b]) => (a < b ? -1 : 1));
};
