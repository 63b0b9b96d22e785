import { zones, type Zone } from './postings.ts';

/*
 * The words that Pagefind holds for us. Each ends in a letter that nobody types, so that none begins as another; đ is
 * written as a d that Unicode decomposes, and the tone as a letter `a` that bears it or not, so that Pagefind's own folding
 * makes of every exact term the folded one, and all of a folded term lie in one chunk.
 */
const end = 'ǀ';
const join = 'ǁ';
/** Stands where a slot has no term; Pagefind counts its place and keeps nothing of it. */
export const filler = '.';

const toneLetters = new Map([
  ['\u0300', 'à'],
  ['\u0301', 'á'],
  ['\u0303', 'ã'],
  ['\u0309', 'ả'],
  ['\u0323', 'ạ'],
]);

/** The letters that bear the tone, by the part of an article that a common word stands in first; all fold to `a`. */
const zoneLetters = { text: 'aàáãảạ', title: 'ăằắẵẳặ', lead: 'âầấẫẩậ' } as const satisfies Record<
  Zone,
  string
>;

/** A word's letters from its exact or folded key, as they begin its terms. */
export const spellWord = (key: string): string => {
  const tone = toneLetters.get(key.at(-1) ?? '');
  const letters = tone === undefined ? key : key.slice(0, -1);
  return letters.replaceAll('đ', 'ď').replace(/[^\p{L}\p{N}]/gu, '') + (tone ?? 'a');
};

const spellJoint = (joint: string): string => {
  if (joint === '') return join;
  const signs = Array.from(joint, (sign) => sign.codePointAt(0)?.toString(16)).join('x');
  return `${join}${joint === 'date' ? joint : signs}${join}`;
};

/** The term of a word as `spellWord` gives it; for a common one it tells where in the article it stands first. */
export const wordTermOf = (spelled: string, zone: Zone): string => {
  const tone = zoneLetters.text.indexOf(spelled.at(-1) ?? '');
  return spelled.slice(0, -1) + zoneLetters[zone].charAt(tone) + end;
};

/** A word's term, and which zone it tells. */
export const readWordTerm = (term: string): { readonly term: string; readonly zone: Zone } => {
  const letter = term.at(-end.length - 1) ?? '';
  const zone = zones.find((one) => zoneLetters[one].includes(letter)) ?? 'text';
  const tone = zoneLetters[zone].indexOf(letter);
  return { term: term.slice(0, -end.length - 1) + zoneLetters.text.charAt(tone) + end, zone };
};

/** The term of two neighbours as `spellWord` gives them. */
export const joinTerms = (first: string, joint: string, second: string): string =>
  first + spellJoint(joint) + second + end;

/** The term of a word, from its exact or its folded key. */
export const wordTerm = (key: string): string => spellWord(key) + end;

/** The term of two neighbours; `joint` as a token has it. */
export const pairTerm = (first: string, second: string, joint: string): string =>
  joinTerms(spellWord(first), joint, spellWord(second));

/** Of so many bundles the one that holds a word's terms and those of its pairs, by the folded key of the word or of the pair's first. */
export const bundleOf = (folded: string, bundles: number): number => {
  let hash = 0;
  for (const letter of folded) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return hash % bundles;
};
