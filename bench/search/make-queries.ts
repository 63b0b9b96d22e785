import type { Article } from '../../src/article/article.ts';
import { foldText } from '../../src/text/fold-text.ts';
import { blockTexts } from './article-text.ts';
import { kindNames, queryKinds, type BenchQuery, type QueryKind } from './bench-query.ts';
import { moveTone, spoil, swapVowel, toTelex, toVni } from './respell.ts';
import { createSeeded, type Seeded } from './seeded.ts';

/** What a query is made from. */
interface Material {
  readonly article: Article;
  readonly chance: Seeded;
  /** Whether any article has a word of this folded key. */
  readonly hasWord: (folded: string) => boolean;
}

/** Gives null where the article has nothing for the kind. */
type QueryMaker = (material: Material) => string | null;

const titleSyllables = 7;
const leadWords = 3;
const maxDraws = 400;

const isMarked = (text: string): boolean => foldText(text) !== text.normalize('NFC').toLowerCase();

/** Stretches of syllables with single spaces between them. */
const stretchesOf = (text: string): string[][] =>
  (text.normalize('NFC').match(/(?<![\p{L}\p{N}])\p{L}+(?: \p{L}+)*(?![\p{L}\p{N}])/gu) ?? []).map(
    (stretch) => stretch.split(' '),
  );

const runFrom = (stretches: readonly string[][], length: number, chance: Seeded): string[] | null => {
  const long = stretches.filter((stretch) => stretch.length >= length);
  if (long.length === 0) return null;
  const stretch = chance.pick(long);
  const start = chance.below(stretch.length - length + 1);
  return stretch.slice(start, start + length);
};

/** Some neighbouring syllables of an article. */
const drawRun = ({ article, chance }: Material, length: number): string[] | null =>
  runFrom(stretchesOf(chance.pick(blockTexts(article))), length, chance);

const markedRun = (material: Material, length: number): string[] | null => {
  const run = drawRun(material, length);
  return run === null || !isMarked(run.join(' ')) ? null : run;
};

const anyLength = ({ chance }: Material): number => 2 + chance.below(5);

const quote = (text: string | null): string | null => (text === null ? null : `"${text}"`);

const phrase = (material: Material): string | null =>
  markedRun(material, anyLength(material))?.join(' ') ?? null;

/** A phrase that another spelling changes. */
const respelt =
  (respell: (syllable: string) => string): QueryMaker =>
  (material) => {
    const run = markedRun(material, anyLength(material));
    const other = run?.map(respell).join(' ');
    return other === undefined || other === run?.join(' ') ? null : quote(other);
  };

const printed =
  (form: RegExp): QueryMaker =>
  ({ article, chance }) => {
    const found = blockTexts(article).flatMap((text) => text.normalize('NFC').match(form) ?? []);
    return found.length === 0 ? null : chance.pick(found);
  };

const fromTitle = ({ article, chance }: Material): string[] | null =>
  runFrom(stretchesOf(article.title), titleSyllables, chance);

/** Words of two syllables, none of them over another. */
const fromLead = ({ article, chance }: Material): string | null => {
  const pairs = stretchesOf(article.lead ?? '').flatMap((stretch) =>
    Array.from({ length: Math.floor(stretch.length / 2) }, (_, i) =>
      stretch.slice(2 * i, 2 * i + 2).join(' '),
    ),
  );
  const words = chance.shuffle([...new Set(pairs)]).slice(0, leadWords);
  return words.length < leadWords ? null : words.join(' ');
};

const folded = (text: string | null): string | null => (text === null ? null : foldText(text));

/** Every other text without its marks, by chance. */
const halfMarked = ({ chance }: Material, text: string | null): string | null =>
  chance.below(2) === 0 ? text : folded(text);

const makers: Readonly<Record<QueryKind, QueryMaker>> = {
  'phrase-marked': (material) => quote(phrase(material)),
  'phrase-unmarked': (material) => quote(folded(phrase(material))),
  'syllable-marked': (material) => markedRun(material, 1)?.[0] ?? null,
  'syllable-unmarked': (material) => folded(markedRun(material, 1)?.[0] ?? null),
  decomposed: (material) => quote(phrase(material)?.normalize('NFD') ?? null),
  capitals: (material) => quote(phrase(material)?.toUpperCase() ?? null),
  'tone-placement': respelt(moveTone),
  'y-for-i': respelt(swapVowel),
  'two-syllables': (material) => halfMarked(material, markedRun(material, 2)?.join(' ') ?? null),
  unquoted: (material) => halfMarked(material, phrase(material)),
  number: printed(
    /(?<![\p{L}\p{N}/.,-])(?:\d{1,3}(?:[.,]\d{1,3})+|\d{3,})(?![\p{L}\p{N}]|[-/.,][\p{L}\p{N}])/gu,
  ),
  document: printed(
    /(?<![\p{L}\p{N}/-])\d{1,4}(?:\/\d{4})?[-/]\p{Lu}{2,}(?:-\p{Lu}{2,})*(?:\/\p{Lu}{2,})?(?![\p{L}\p{N}]|[-/][\p{L}\p{N}])/gu,
  ),
  date: printed(
    /(?<![\p{L}\p{N}/.-])\d{1,2}[/.-]\d{1,2}(?:[/.-](?:19|20)\d\d)?(?![\p{L}\p{N}]|[-/.,%][\p{L}\p{N}])/gu,
  ),
  'title-unmarked': (material) => folded(fromTitle(material)?.join(' ') ?? null),
  'lead-marked': fromLead,
  'lead-unmarked': (material) => folded(fromLead(material)),
  telex: (material) => fromTitle(material)?.map(toTelex).join(' ') ?? null,
  vni: (material) => fromTitle(material)?.map(toVni).join(' ') ?? null,
  spoilt(material) {
    const run = fromTitle(material);
    if (run === null) return null;
    const at = material.chance.below(titleSyllables);
    const spoilt = spoil(run[at] ?? '', material.chance, material.hasWord);
    return run.with(at, spoilt).join(' ');
  },
};

/** So many different queries of each kind, out of articles drawn by chance; fewer where articles have too little for it. */
export const makeQueries = (
  articles: readonly Article[],
  hasWord: (folded: string) => boolean,
  { count, seed }: { readonly count: number; readonly seed: number },
): BenchQuery[] =>
  kindNames.flatMap((kind, i) => {
    const chance = createSeeded(seed * 1009 + i);
    const made = new Map<string, BenchQuery>();
    for (let draws = 0; made.size < count && draws < count * maxDraws; draws += 1) {
      const article = chance.pick(articles);
      const text = makers[kind]({ article, chance, hasWord });
      if (text === null || made.has(text)) continue;
      made.set(text, { kind, text, target: queryKinds[kind].judged === 'rank' ? article.id : null });
    }
    return [...made.values()];
  });
