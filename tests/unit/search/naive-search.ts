/**
 * Search written straight from what a query means, by scanning texts: slow, and with nothing of the search's own
 * code, its keys least of all. Of a query's operators it reads those that are written well.
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

/** What records say, by a field's name as typed and its value. */
export type NaiveRecords = (field: string, value: string, article: number) => boolean;

interface Item {
  readonly negated: boolean;
  readonly field: string;
  readonly quoted: boolean;
  readonly text: string;
}

const itemsOf = (query: string): (Item | 'OR')[] => {
  const read = [
    ...query.matchAll(/(?<!\S)(-(?=\S))?((?:[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)?):)?(?:"([^"]*)"|(\S+))/gu),
  ];
  return read.map(([, minus, field, phrase, word]) =>
    word === 'OR' && minus === undefined
      ? 'OR'
      : {
          negated: minus !== undefined,
          field: field ?? '',
          quoted: phrase !== undefined,
          text: phrase ?? word ?? '',
        },
  );
};

/** Exact, folded and loose, each opened. The first block of an article is its title. */
export const naiveSearch = (
  query: string,
  archive: readonly (readonly string[])[],
  records: NaiveRecords = () => false,
): Record<'exact' | 'folded' | 'loose', NaiveTier> => {
  const blocks = archive.map((article) => article.map(wordsOf));
  type Test = (article: number) => boolean;
  const stands =
    (run: Run): Test =>
    (article) =>
      (blocks[article] ?? []).some((block) => standsIn(run, block));
  const byOwnMarks = (words: readonly Word[]): Run => ({ words, by: isMarked(words) ? 'exact' : 'folded' });

  /** What an item asks, by the keys in use. */
  const toTest = ({ field, quoted, negated, text }: Item, by: By): Test => {
    const words = wordsOf(text);
    if (field === 'tiêu-đề:' || field === 'title:') {
      return (article) => standsIn(byOwnMarks(words), blocks[article]?.[0] ?? []);
    }
    if (field !== '') return (article) => records(field, text, article);
    return stands(quoted || negated ? byOwnMarks(words) : { words, by });
  };

  // Operators first: what OR joins, then what stands alone; plain words side by side are one stretch.
  const groups: Item[][] = [];
  const items = itemsOf(query).filter((item) => item === 'OR' || /[\p{L}\p{N}]/u.test(item.text));
  for (const [i, item] of items.entries()) {
    if (item === 'OR') continue;
    if (items[i - 1] === 'OR') groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  const isPlain = ({ field, quoted, negated }: Item): boolean => field === '' && !quoted && !negated;
  const parts: { words: Word[]; quoted: boolean; either: Item[] | null }[] = [];
  const filters: Test[] = [];
  let isOpen = false;
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    const joins: boolean = isOpen && group.length === 1 && isPlain(first);
    isOpen = group.length === 1 && isPlain(first);
    if (first.negated) {
      const test = toTest(first, 'folded');
      filters.push((article) => !test(article));
    } else if (group.every(({ field }) => field !== '')) {
      filters.push((article) => group.some((item) => toTest(item, 'folded')(article)));
    } else if (group.length > 1) parts.push({ words: [], quoted: true, either: group });
    else if (joins) {
      const { words = [] } = parts.at(-1) ?? {};
      const glue = words.pop();
      if (glue !== undefined) words.push({ ...glue, after: ' ' });
      words.push(...wordsOf(first.text));
    } else parts.push({ words: wordsOf(first.text), quoted: first.quoted, either: null });
  }

  const marked = parts.some(({ words, either }) =>
    [words, ...(either ?? []).filter(({ field }) => field === '').map(({ text }) => wordsOf(text))].some(
      isMarked,
    ),
  );
  const admitted = [...blocks.keys()].filter((article) => filters.every((holds) => holds(article)));
  const find = (tests: readonly Test[]): number[] =>
    admitted.filter((article) => tests.every((holds) => holds(article)));

  const isFixed = (words: readonly Word[], i: number): boolean => !/\s/.test(words[i]?.after ?? ' ');
  interface Need {
    readonly test: Test;
    readonly isRun: boolean;
  }
  const split = (by: By, isCut: (part: number, i: number) => boolean): Need[] =>
    parts.flatMap(({ words, quoted, either }, part): Need[] => {
      if (either !== null) {
        const tests = either.map((item) => toTest(item, by));
        const isRun = either.every(({ field, text }) => field === '' && wordsOf(text).length > 1);
        return [{ test: (article) => tests.some((holds) => holds(article)), isRun }];
      }
      if (quoted) return [{ test: stands(byOwnMarks(words)), isRun: words.length > 1 }];
      const runs: Word[][] = [[]];
      for (const [i, word] of words.entries()) {
        runs.at(-1)?.push(word);
        if (i + 1 < words.length && !isFixed(words, i) && isCut(part, i)) runs.push([]);
      }
      return runs.map((run) => ({ test: stands({ words: run, by }), isRun: run.length > 1 }));
    });

  if (parts.length === 0 && filters.length > 0) {
    return { exact: admitted.map((article) => ({ article, cuts: 0 })), folded: [], loose: [] };
  }
  if (parts.length === 0) return { exact: [], folded: [], loose: [] };

  const byRuns = (by: By): NaiveTier => {
    const bonds = parts.flatMap(({ words, quoted }, part) =>
      quoted
        ? []
        : words.slice(1).flatMap((_, i) => {
            if (isFixed(words, i)) return [];
            const count = find([stands({ words: words.slice(i, i + 2), by })]).length;
            return [{ name: `${part}:${i}`, count }];
          }),
    );
    const cut = new Set(bonds.filter(({ count }) => count === 0).map(({ name }) => name));
    const answers: NaiveTier = [];
    for (;;) {
      const needs = split(by, (part, i) => cut.has(`${part}:${i}`));
      if (cut.size > 0 && !needs.some(({ isRun }) => isRun)) return answers;
      for (const article of find(needs.map(({ test }) => test))) {
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
  const loose = find(split(marked ? 'exact' : 'folded', () => true).map(({ test }) => test))
    .map((article) => ({ article, cuts: 0 }))
    .filter(isNew(exact, folded));
  return { exact, folded, loose };
};
