import { articlesPerVolume } from './index-files.ts';
import { bundleOf, filler, joinTerms, spellWord, wordTermOf } from './index-terms.ts';
import { firstSlots, zoneOfSlot, type ShardWords } from './shard-words.ts';

/** The exact keys of a shard's common words, sorted. */
export const commonKeys = ({ tokens, keyOf, articlesWith }: ShardWords, commonFrom: number): string[] => {
  const keys = new Set<string>();
  for (const [word, { key }] of tokens.entries()) {
    if ((articlesWith[keyOf[word] ?? -1] ?? 0) >= commonFrom) keys.add(key);
  }
  return [...keys].sort();
};

/** Which of a shard's bundles a content is made for, and the exact keys of its common words. */
export interface ContentOptions {
  readonly bundle: number;
  readonly bundles: number;
  readonly common: readonly string[];
}

/**
 * The contents of the volumes of one bundle, one after another. Of each article there are first its pairs, one a slot, then as many
 * slots for its words: each word where it stands first. Words that many articles have would take more bytes than all others
 * together. They follow at the end, word by word, each with one place for every article of the volume, so that the
 * places of a word lie close together; what tells in which part of the article it stands first is its spelling.
 */
export function* volumeContents(
  words: ShardWords,
  { bundle, bundles, common }: ContentOptions,
): Generator<string> {
  const { tokens, articles } = words;
  const isOwn = tokens.map(({ folded }) => bundleOf(folded, bundles) === bundle);
  const spelled = tokens.map(({ key }) => spellWord(key));
  const ownKeys = new Set(tokens.filter((_, word) => isOwn[word] === true).map(({ key }) => key));
  const ownCommon = common.filter((key) => ownKeys.has(key));
  for (let from = 0; from < articles.length; from += articlesPerVolume) {
    const volume = articles.slice(from, from + articlesPerVolume);
    const content: string[] = [];
    const commonPlaces = new Map(ownCommon.map((key) => [key, volume.map(() => filler)]));
    for (const [at, article] of volume.entries()) {
      const { slots } = article;
      for (const [slot, word] of slots.entries()) {
        const [first, second] = [spelled[word], spelled[slots[slot + 1] ?? -1]];
        const isPair = first !== undefined && second !== undefined && isOwn[word] === true;
        content.push(isPair ? joinTerms(first, tokens[word]?.joint ?? '', second) : filler);
      }
      const own = Array.from(slots, () => filler);
      for (const slot of firstSlots(words, article).values()) {
        const word = slots[slot] ?? -1;
        if (isOwn[word] !== true) continue;
        const places = commonPlaces.get(tokens[word]?.key ?? '');
        if (places === undefined) own[slot] = wordTermOf(spelled[word] ?? '', 'text');
        else places[at] = wordTermOf(spelled[word] ?? '', zoneOfSlot(article, slot));
      }
      for (const term of own) content.push(term);
    }
    for (const places of commonPlaces.values()) for (const term of places) content.push(term);
    yield content.join(' ');
  }
}
