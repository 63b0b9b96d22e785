import { spellSyllable } from './spell-syllable.ts';
import { onsets, rimes } from './syllable-table.ts';

/** The keys of an input method: what is typed for a mark of a letter, and for a tone. */
export interface InputMethod {
  /** By marked letter; `đ` aside, keys are typed anywhere after their letter. */
  readonly letterKeys: Readonly<Record<string, string>>;
  /** By key the tone as a combining mark; empty for the key that takes a tone away. */
  readonly toneKeys: ReadonlyMap<string, string>;
  /** Letters that stand for others at the beginning of a rime: Telex's `w` for `uw`. */
  readonly rimeStart?: readonly [string, string];
}

/** Reads one word; null where it is no syllable typed by this method, or bears none of its keys. */
export type SyllableReader = (word: string) => string | null;

const plainLetters: Readonly<Record<string, string>> = { ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u' };

/** Every way to type a rime without its tone. */
const typingsOf = (rime: string, letterKeys: InputMethod['letterKeys']): string[] => {
  const letters = Array.from(rime);
  const plain = letters.map((letter) => plainLetters[letter] ?? letter);
  const signs = letters.flatMap((letter, at) => {
    const key = letterKeys[letter];
    return key === undefined ? [] : [{ at, key }];
  });
  // Keys are put behind letters' numbers; one horn does for both letters of `ươ`.
  const place = (list: typeof signs): string[] =>
    list
      .reduce<string[][]>(
        (found, { at, key }) =>
          found.flatMap((slots) =>
            slots.flatMap((_, slot) =>
              slot < at ? [] : [slots.map((typed, i) => (i === slot ? typed + key : typed))],
            ),
          ),
        [plain],
      )
      .map((slots) => slots.join(''));
  const isHorned = rime.includes('ươ');
  return [...place(signs), ...(isHorned ? place(signs.slice(0, 1)) : [])];
};

const withCaseOf = (typed: string, read: string): string => {
  if (typed.length > 1 && typed === typed.toUpperCase()) return read.toUpperCase();
  const [first = ''] = typed;
  return first === first.toUpperCase() ? read.charAt(0).toUpperCase() + read.slice(1) : read;
};

export const syllableReader = ({ letterKeys, toneKeys, rimeStart }: InputMethod): SyllableReader => {
  let rimesByTyping: Map<string, string> | null = null;
  const toRimes = (): Map<string, string> => {
    const found = new Map<string, string>();
    // Rimes with more marks last, so that `oong` is read as `ông` and not left as it is.
    const countMarks = (rime: string): number => rime.normalize('NFD').length - rime.length;
    for (const rime of [...rimes].sort((a, b) => countMarks(a) - countMarks(b))) {
      for (const typing of typingsOf(rime, letterKeys)) found.set(typing, rime);
    }
    return found;
  };
  const strokeKey = letterKeys.đ ?? '';

  const readRest = (onset: string, rest: string): string | null => {
    rimesByTyping ??= toRimes();
    const keys = Array.from(rest);
    const tones = keys.filter((key, i) => i > 0 && toneKeys.has(key));
    const strokes = onset === 'd' ? keys.filter((key) => key === strokeKey).length : 0;
    if (tones.length > 1 || strokes > 1) return null;
    const typing = keys
      .filter((key, i) => (i === 0 || !toneKeys.has(key)) && (strokes === 0 || key !== strokeKey))
      .join('');
    const rime = rimesByTyping.get(typing);
    if (rime === undefined) return null;
    const tone = toneKeys.get(tones[0] ?? '') ?? '';
    const isStopped = /(?:c|ch|p|t)$/.test(rime);
    if (isStopped && tone !== '' && tone !== '\u0301' && tone !== '\u0323') return null;
    return spellSyllable(strokes > 0 ? 'đ' : onset, rime, tone);
  };

  return (word) => {
    const typed = word.toLowerCase();
    for (const onset of onsets) {
      if (onset === 'đ' || !typed.startsWith(onset)) continue;
      let rest = typed.slice(onset.length);
      if (rimeStart !== undefined && rest.startsWith(rimeStart[0])) {
        rest = rimeStart[1] + rest.slice(rimeStart[0].length);
      }
      // The stroke's key right behind the letter stands where a rime should begin.
      const stroked = onset === 'd' && rest.startsWith(strokeKey) ? rest.slice(strokeKey.length) : null;
      const read = stroked === null ? readRest(onset, rest) : readRest('đ', stroked);
      if (read !== null) return read === typed ? null : withCaseOf(word, read);
    }
    return null;
  };
};

/**
 * Reads every word of a text that an input method's keys are left in, or null where none is. Words that stand in a
 * compound (`35-NQ/TW`), `OR`, names of fields and words to keep stay as they are.
 */
export const readTyped = (
  text: string,
  read: SyllableReader,
  keeps: (word: string) => boolean,
): string | null => {
  const words =
    /(?<=(?:^|[\s"'“”‘’„«»([:])-?)[A-Za-z][A-Za-z0-9]*(?=$|:?(?:$|\s)|["'“”‘’»)\],.;!?…](?![A-Za-z0-9]))/g;
  const after = text.replace(words, (word) =>
    word === 'OR' || keeps(word.toLowerCase()) ? word : (read(word) ?? word),
  );
  return after === text ? null : after;
};
