import type { ArticleRecord } from '../article/article.ts';
import { foldText } from '../text/fold-text.ts';

/** Letters with a mark of their own are named as Telex types them: addresses stay ASCII, and each letter has one. */
const telex: Readonly<Record<string, string>> = {
  ă: 'aw',
  â: 'aa',
  đ: 'dd',
  ê: 'ee',
  ô: 'oo',
  ơ: 'ow',
  ư: 'uw',
};

const alphabet = 'a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z'.split(' ');

/** Headlines that begin with a digit, and those that begin with neither letter nor digit of ours. */
export const digits = 'so';
export const otherSigns = 'khac';

/** The last parts of the lists' addresses in Vietnamese order, each with its letter; null for digits and other signs. */
export const headlineLetters: readonly { readonly slug: string; readonly letter: string | null }[] = [
  ...alphabet.map((letter) => ({ slug: telex[letter] ?? letter, letter: letter.toUpperCase() })),
  { slug: digits, letter: null },
  { slug: otherSigns, letter: null },
];

const known = new Set(alphabet);
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A headline from its first letter or digit on: quotation marks and brackets before it do not count. */
const fromFirstSign = (title: string): string => title.replace(/^[^\p{L}\p{N}]+/u, '');

/** The list that a headline stands in, by its first letter without its tone: `“Ếch…` → `ee`. */
export const headlineLetter = (title: string): string => {
  const first = /^./u.exec(fromFirstSign(title.normalize('NFC')))?.[0] ?? '';
  if (/\p{N}/u.test(first)) return digits;
  const letter = first.toLowerCase().normalize('NFD').replace(tones, '').normalize('NFC');
  if (known.has(letter)) return telex[letter] ?? letter;
  const [plain = ''] = foldText(first);
  return known.has(plain) ? plain : otherSigns;
};

/** Articles by the first letter of their headlines, in Vietnamese order: a ă â b c d đ … */
export const toHeadlineLists = <T extends { readonly record: ArticleRecord }>(
  articles: readonly T[],
): ReadonlyMap<string, readonly T[]> => {
  const order = new Intl.Collator('vi', { numeric: true });
  const sorted = articles
    .map((article) => ({ article, key: fromFirstSign(article.record.title) }))
    .sort((a, b) => order.compare(a.key, b.key) || (a.article.record.id < b.article.record.id ? -1 : 1));
  const lists = Map.groupBy(sorted, ({ article }) => headlineLetter(article.record.title));
  return new Map([...lists].map(([slug, list]) => [slug, list.map(({ article }) => article)]));
};
