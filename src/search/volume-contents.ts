import { articlesPerVolume } from './index-files.ts';
import { bundleOf, filler, joinTerms, spellWord, wordTermOf } from './index-terms.ts';
import { firstSlots, zoneOfSlot, type ShardWords } from './shard-words.ts';

/** Which of a shard's bundles a content is made for, and from how many articles on a word is a common one. */
export interface ContentOptions {
  readonly bundle: number;
  readonly bundles: number;
  readonly commonFrom: number;
}

/**
 * The contents of the volumes of one bundle, one after another. Of each article there are first its pairs, one a slot, then as many
 * slots for its words: each word where it stands first. Words that many articles have would take more bytes than all others
 * together. They follow at the end, word by word, each with one place for every article of the volume, so that the
 * places of a word lie close together; what tells in which part of the article it stands first is its spelling.
 */
export function* volumeContents(
  words: ShardWords,
  { bundle, bundles, commonFrom }: ContentOptions,
): Generator<string> {
  const { tokens, keyOf, articlesWith, articles } = words;
  const isOwn = tokens.map(({ folded }) => bundleOf(folded, bundles) === bundle);
  const spelled = tokens.map(({ key }) => spellWord(key));
  const isCommon = (key: number): boolean => (articlesWith[key] ?? 0) >= commonFrom;
  const wordOfKey = new Map(keyOf.map((key, word) => [key, word]));
  const commonKeys = [...wordOfKey]
    .filter(([key, word]) => isCommon(key) && isOwn[word] === true)
    .map(([key]) => key)
    .sort((a, b) =>
      (spelled[wordOfKey.get(a) ?? 0] ?? '') < (spelled[wordOfKey.get(b) ?? 0] ?? '') ? -1 : 1,
    );
  for (let from = 0; from < articles.length; from += articlesPerVolume) {
    const volume = articles.slice(from, from + articlesPerVolume);
    const content: string[] = [];
    const common = new Map(commonKeys.map((key) => [key, volume.map(() => filler)]));
    for (const [at, article] of volume.entries()) {
      const { slots } = article;
      for (const [slot, word] of slots.entries()) {
        const [first, second] = [spelled[word], spelled[slots[slot + 1] ?? -1]];
        const isPair = first !== undefined && second !== undefined && isOwn[word] === true;
        content.push(isPair ? joinTerms(first, tokens[word]?.joint ?? '', second) : filler);
      }
      const own = Array.from(slots, () => filler);
      for (const [key, slot] of firstSlots(words, article)) {
        const word = slots[slot] ?? -1;
        if (isOwn[word] !== true) continue;
        const places = common.get(key);
        if (places === undefined) own[slot] = wordTermOf(spelled[word] ?? '', 'text');
        else places[at] = wordTermOf(spelled[word] ?? '', zoneOfSlot(article, slot));
      }
      for (const term of own) content.push(term);
    }
    for (const places of common.values()) for (const term of places) content.push(term);
    yield content.join(' ');
  }
}
