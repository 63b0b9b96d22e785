/** A word by its keys, straight from the meaning of a query; nothing of the index's own code is used. */
export interface NaiveToken {
  readonly exact: string;
  readonly folded: string;
  /** Whether no white space parts it from the next. */
  readonly bound: boolean;
  /** What of the joint to the next counts: something only between digits. */
  readonly joint: string;
}

interface Run {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
const eitherVowel = /^(?:h|k|l|m|qu|s|t)y$/;

const keep = (compute: (word: string) => string): ((word: string) => string) => {
  const kept = new Map<string, string>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const key = compute(word);
    kept.set(word, key);
    return key;
  };
};

/** Lower case, without tone, i for y where they are alike; then the tone. */
const exactOf = keep((word) => {
  const decomposed = word.toLowerCase().normalize('NFD');
  const letters = decomposed.replace(toneMarks, '').normalize('NFC');
  return `${eitherVowel.test(letters) ? letters.replace(/y$/, 'i') : letters}|${(decomposed.match(toneMarks) ?? []).join('')}`;
});

const foldedOf = keep((word) =>
  exactOf(word).replace(/\|.*$/u, '').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'),
);

/** Day and month, month and year, or day, month and year, all joined by signs of dates. */
const isDate = (parts: readonly string[]): boolean => {
  const [first = '', second = '', third] = parts;
  const isDay = (part: string): boolean => /^\d{1,2}$/.test(part) && Number(part) >= 1 && Number(part) <= 31;
  const isMonth = (part: string): boolean => isDay(part) && Number(part) <= 12;
  const isYear = (part: string): boolean => /^[12]\d{3}$/.test(part);
  if (parts.length === 2) return (isDay(first) && isMonth(second)) || (isMonth(first) && isYear(second));
  return (
    parts.length === 3 &&
    isDay(first) &&
    isMonth(second) &&
    (isYear(third ?? '') || /^\d\d$/.test(third ?? ''))
  );
};

/** The last of a chain of numbers joined by signs of dates, from one on. */
const chainEnd = (runs: readonly Run[], text: string, from: number): number => {
  let last = from;
  for (;;) {
    const [here, next] = [runs[last], runs[last + 1]];
    if (here === undefined || next === undefined) return last;
    if (!/^\d+$/.test(next.text) || !/^[-/.]$/.test(text.slice(here.end, next.start))) return last;
    last += 1;
  }
};

/** The words before which a sign of a date stands. */
const insideDates = (runs: readonly Run[], text: string): Set<number> => {
  const inside = new Set<number>();
  for (let at = 0; at < runs.length; at += 1) {
    if (!/^\d+$/.test(runs[at]?.text ?? '')) continue;
    const last = chainEnd(runs, text, at);
    if (last > at && isDate(runs.slice(at, last + 1).map((run) => run.text))) {
      for (let word = at + 1; word <= last; word += 1) inside.add(word);
    }
    at = last;
  }
  return inside;
};

export const naiveTokens = (text: string): NaiveToken[] => {
  const composed = text.normalize('NFC');
  const runs = Array.from(composed.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }): Run => {
    return { text: word, start: index, end: index + word.length };
  });
  const dates = insideDates(runs, composed);
  return runs.map((run, at) => {
    const next = runs[at + 1];
    const gap = next === undefined ? ' ' : composed.slice(run.end, next.start);
    const bound = !/\s/.test(gap);
    const digits = /\p{N}$/u.test(run.text) && /^\p{N}/u.test(next?.text ?? '');
    const joint = !digits || !bound ? '' : dates.has(at + 1) ? 'date' : gap;
    return { exact: exactOf(run.text), folded: foldedOf(run.text), bound, joint };
  });
};
