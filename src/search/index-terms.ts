import type { Token } from '../text/tokens.ts';
import type { ArticleSlots } from './article-slots.ts';
import { firstSlotsByKey } from './article-slots.ts';

/*
 * The words that Pagefind holds for us. Each ends in a letter that nobody types, so that its prefix matching can't reach
 * past a syllable; đ is written as a d that Unicode decomposes, and the tone as a letter `a` that bears it or not, so
 * that Pagefind's own folding makes of every exact term the folded one, and all of a folded term lie in one chunk.
 */
const end = 'ǀ';
const join = 'ǁ';
/** Stands where a slot has no term; Pagefind counts its place and keeps nothing of it. */
const filler = '.';

const toneLetters = new Map([
  ['\u0300', 'à'],
  ['\u0301', 'á'],
  ['\u0303', 'ã'],
  ['\u0309', 'ả'],
  ['\u0323', 'ạ'],
]);

const spell = (key: string): string => {
  const tone = toneLetters.get(key.at(-1) ?? '');
  const letters = tone === undefined ? key : key.slice(0, -1);
  return letters.replaceAll('đ', 'ď').replace(/[^\p{L}\p{N}]/gu, '') + (tone ?? 'a');
};

const spellJoint = (joint: string): string => {
  if (joint === '') return join;
  const signs = Array.from(joint, (sign) => sign.codePointAt(0)?.toString(16)).join('x');
  return `${join}${joint === 'date' ? joint : signs}${join}`;
};

/** The term of a word, from its exact or its folded key. */
export const wordTerm = (key: string): string => spell(key) + end;

/** The term of two neighbours; `joint` as a token has it. */
export const pairTerm = (first: string, second: string, joint: string): string =>
  spell(first) + spellJoint(joint) + spell(second) + end;

/** Of so many bundles the one that holds a word's terms and those of its pairs, by the folded key of the word or of the pair's first. */
export const bundleOf = (folded: string, bundles: number): number => {
  let hash = 0;
  for (const letter of folded) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return hash % bundles;
};

/**
 * Terms that an article takes in a volume's content: one a slot for its pairs, then one a slot for its words. A bundle has
 * only its own; their places are the same in all.
 */
export const termsOf = ({ slots }: ArticleSlots, bundle: number, bundles: number): string[] => {
  const isOwn = ({ folded }: Token): boolean => bundles === 1 || bundleOf(folded, bundles) === bundle;
  const pairs = slots.map((token, slot) => {
    const next = slots[slot + 1] ?? null;
    if (token === null || next === null || !isOwn(token)) return filler;
    return pairTerm(token.key, next.key, token.joint);
  });
  const words = slots.map(() => filler);
  for (const [key, slot] of firstSlotsByKey(slots)) {
    const token = slots[slot] ?? null;
    if (token !== null && isOwn(token)) words[slot] = wordTerm(key);
  }
  return [...pairs, ...words];
};
