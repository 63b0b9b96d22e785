import type { NaiveToken } from './naive-tokens.ts';

/** The words of all articles as numbers, one after another; a gap stands after each block. */
export interface ScannedText {
  /** The articles that have these words side by side in a block. */
  readonly articlesWith: (words: readonly NaiveToken[], key: 'exact' | 'folded') => Set<number>;
  readonly hasWord: (folded: string) => boolean;
}

const gap = -1;

/** Numbers for strings; a string that no text has gets none. */
const createNumbering = () => {
  const numbers = new Map<string, number>();
  return {
    give: (value: string): number => {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      numbers.set(value, numbers.size);
      return numbers.size - 1;
    },
    of: (value: string): number | undefined => numbers.get(value),
  };
};

const join = (parts: readonly Int32Array[]): Int32Array => {
  const whole = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Takes in articles, each as the words of its blocks. */
export const openScannedText = (articles: Iterable<readonly (readonly NaiveToken[])[]>): ScannedText => {
  const numberings = { exact: createNumbering(), folded: createNumbering(), joint: createNumbering() };
  const parts: Record<keyof typeof numberings, Int32Array[]> = { exact: [], folded: [], joint: [] };
  const ends: number[] = [];
  for (const blocks of articles) {
    for (const name of ['exact', 'folded', 'joint'] as const) {
      const { give } = numberings[name];
      parts[name].push(
        Int32Array.from(blocks.flatMap((block) => [...block.map((token) => give(token[name])), gap])),
      );
    }
    ends.push((ends.at(-1) ?? 0) + (parts.exact.at(-1)?.length ?? 0));
  }
  const columns = { exact: join(parts.exact), folded: join(parts.folded), joint: join(parts.joint) };

  const articleAt = (place: number): number => {
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > place) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  const articlesWith: ScannedText['articlesWith'] = (words, key) => {
    const found = new Set<number>();
    const column = columns[key];
    const wanted = words.map((word) => numberings[key].of(word[key]));
    const joints = words.slice(0, -1).map(({ joint }) => numberings.joint.of(joint));
    const [first] = wanted;
    if (first === undefined || wanted.includes(undefined)) return found;
    const isHere = (place: number): boolean =>
      wanted.every((word, i) => column[place + i] === word) &&
      joints.every((joint, i) => columns.joint[place + i] === joint);
    for (let place = column.indexOf(first); place !== -1; place = column.indexOf(first, place + 1)) {
      if (isHere(place)) found.add(articleAt(place));
    }
    return found;
  };

  return { articlesWith, hasWord: (folded) => numberings.folded.of(folded) !== undefined };
};
