/**
 * Search written straight from what a query means, by scanning texts: slow, and with nothing of the search's own
 * code, its keys least of all. Queries here have no `-`, `OR` or fields.
 */
interface Word {
  readonly exact: string;
  readonly folded: string;
  /** What stands between it and the next word. */
  readonly after: string;
}

type By = 'exact' | 'folded';
interface Run {
  readonly words: readonly Word[];
  readonly by: By;
}

const tones = '\u0300\u0301\u0303\u0309\u0323';

const exactOf = (word: string): string => {
  const letters = Array.from(word.toLowerCase().normalize('NFD'));
  const tone = letters.filter((letter) => tones.includes(letter)).join('');
  let rest = letters.filter((letter) => !tones.includes(letter)).join('');
  for (const onset of ['h', 'k', 'l', 'm', 'qu', 's', 't']) if (rest === `${onset}y`) rest = `${onset}i`;
  return `${rest}|${tone}`;
};

const foldedOf = (word: string): string =>
  exactOf(word).replace('|', '').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const wordsOf = (text: string): Word[] => {
  const parts = text.normalize('NFC').split(/([\p{L}\p{N}]+)/u);
  return parts.flatMap((part, i) =>
    i % 2 === 0 ? [] : [{ exact: exactOf(part), folded: foldedOf(part), after: parts[i + 1] ?? '' }],
  );
};

const keyOf = (word: Word, by: By): string => word[by];

/** The joint, where digits stand on both sides and no white space between. */
const jointOf = (left: Word, right: Word): string => {
  const [a, b] = [left.folded, right.folded];
  if (!/\d$/.test(a) || !/^\d/.test(b) || /\s/.test(left.after)) return '';
  const isDayOrMonth = (digits: string, last: number) =>
    /^\d\d?$/.test(digits) && +digits > 0 && +digits <= last;
  const isYear = (digits: string) => /^[12]\d\d\d$/.test(digits);
  const isDate =
    (isDayOrMonth(a, 31) && isDayOrMonth(b, 31) && (+a <= 12 || +b <= 12)) ||
    (isYear(a) && isDayOrMonth(b, 12)) ||
    (isDayOrMonth(a, 12) && isYear(b));
  return isDate && ['-', '/', '.'].includes(left.after) ? 'date' : left.after;
};

const standsIn = ({ words, by }: Run, block: readonly Word[]): boolean =>
  block.some((_, at) =>
    words.every((word, i) => {
      const here = block[at + i];
      if (here === undefined || keyOf(here, by) !== keyOf(word, by)) return false;
      const [next, nextHere] = [words[i + 1], block[at + i + 1]];
      if (next === undefined) return true;
      return nextHere !== undefined && jointOf(word, next) === jointOf(here, nextHere);
    }),
  );

const isMarked = (words: readonly Word[]): boolean =>
  words.some(({ exact, folded }) => exact.replace('|', '') !== folded);

/** Articles by number, with the cuts that it took to find each, in the order of cuts. */
export type NaiveTier = { readonly article: number; readonly cuts: number }[];

/** Exact, folded and loose, each opened. */
export const naiveSearch = (
  query: string,
  archive: readonly (readonly string[])[],
): Record<'exact' | 'folded' | 'loose', NaiveTier> => {
  const blocks = archive.map((article) => article.map(wordsOf));
  const parts = query
    .split('"')
    .map((part, i) => ({ words: wordsOf(part), quoted: i % 2 === 1 }))
    .filter(({ words }) => words.length > 0);
  const all = parts.flatMap(({ words }) => words);
  const marked = isMarked(all);
  const hasAll = (runs: readonly Run[], article: number): boolean =>
    runs.every((run) => blocks[article]?.some((block) => standsIn(run, block)));
  const find = (runs: readonly Run[]): number[] =>
    runs.length === 0 ? [] : [...blocks.keys()].filter((article) => hasAll(runs, article));

  const isFixed = (words: readonly Word[], i: number): boolean => !/\s/.test(words[i]?.after ?? ' ');
  const split = (by: By, isCut: (part: number, i: number) => boolean): Run[] =>
    parts.flatMap(({ words, quoted }, part): Run[] => {
      if (quoted) return [{ words, by: isMarked(words) ? 'exact' : 'folded' }];
      const runs: Word[][] = [[]];
      for (const [i, word] of words.entries()) {
        runs.at(-1)?.push(word);
        if (i + 1 < words.length && !isFixed(words, i) && isCut(part, i)) runs.push([]);
      }
      return runs.map((run) => ({ words: run, by }));
    });

  const byRuns = (by: By): NaiveTier => {
    const bonds = parts.flatMap(({ words, quoted }, part) =>
      quoted
        ? []
        : words.slice(1).flatMap((_, i) => {
            if (isFixed(words, i)) return [];
            return [{ name: `${part}:${i}`, count: find([{ words: words.slice(i, i + 2), by }]).length }];
          }),
    );
    const cut = new Set(bonds.filter(({ count }) => count === 0).map(({ name }) => name));
    const answers: NaiveTier = [];
    for (;;) {
      const runs = split(by, (part, i) => cut.has(`${part}:${i}`));
      if (cut.size > 0 && !runs.some(({ words }) => words.length > 1)) return answers;
      for (const article of find(runs)) {
        if (!answers.some((answer) => answer.article === article)) answers.push({ article, cuts: cut.size });
      }
      const left = bonds.filter(({ name }) => !cut.has(name));
      if (answers.length >= 10 || left.length === 0) return answers;
      const fewest = Math.min(...left.map(({ count }) => count));
      const next = left.filter(({ count }) => count === fewest).at(-1);
      if (next === undefined) return answers;
      cut.add(next.name);
    }
  };

  const exact = marked ? byRuns('exact') : [];
  const isNew =
    (...tiers: NaiveTier[]) =>
    ({ article }: { article: number }) =>
      !tiers.some((tier) => tier.some((answer) => answer.article === article));
  const folded = byRuns('folded').filter(isNew(exact));
  const loose = find(split(marked ? 'exact' : 'folded', () => true))
    .map((article) => ({ article, cuts: 0 }))
    .filter(isNew(exact, folded));
  return { exact, folded, loose };
};
