import type { Article } from '../article/article.ts';
import { printBody } from '../article/print-body.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import {
  addAddresses,
  addArticle,
  addressKey,
  addSha256,
  addText,
  type ArchiveIndex,
  type IndexedArticle,
} from './archive-index.ts';
import { hasSuffix, stemOf } from './article-stem.ts';
import { findLike } from './find-like.ts';
import type { OtherState } from './other-file-fs.ts';
import type { StagedState } from './staged-article.ts';
import { addSuffixes, freeId, takeReading, type Taken, type TakingFrom } from './take-reading.ts';

/** An article of another archive, its captures and pictures named as they are here. */
export interface OtherArticle {
  readonly current: OtherState;
  /** Former versions and readings beside it, the oldest first. */
  readonly versions: readonly OtherState[];
}

/** What became of an article of another archive. */
export interface MergedArticle {
  readonly status: Taken['status'] | 'unchanged';
  readonly article: IndexedArticle;
  readonly problems: readonly Problem[];
  /** The readings that it was taken in as, where it was another version of an article here. */
  readonly taken: readonly Taken[];
}

const statesOf = ({ versions, current }: OtherArticle): readonly OtherState[] => [...versions, current];

const sha256sOf = ({ captures }: Article): string[] => captures.map(({ sha256 }) => sha256);

/** The article that holds a capture of this one, its text, or its address, asked in this order; else undefined. */
export const findSame = (index: ArchiveIndex, other: OtherArticle): IndexedArticle | undefined => {
  const states = statesOf(other).toReversed();
  const byCapture = states.flatMap(({ article }) => sha256sOf(article)).map((one) => index.bySha256.get(one));
  const byText = states.flatMap(({ article, keys }) =>
    keys.map((key) => index.byText.get(`${article.source} ${key}`)),
  );
  const byAddress = states
    .filter(({ article }) => article.captures.length > 0)
    .flatMap(({ article: { source, url, captures } }) =>
      [url, ...captures.map((capture) => capture.url)].map((one) => addressKey(source, one)),
    )
    .map((key) => (key === null ? undefined : index.byAddress.get(key)));
  // What came from the same archive was two articles there, and stays two.
  const likely = [...byText, ...byAddress].filter((found) => found?.hasOwnId !== true);
  return [...byCapture, ...likely].find((found) => found?.readable === true);
};

/** What the importer never compares: where an article lies, and where its captures do. */
const placeFields: readonly string[] = ['id', 'captures'];

const valueOf = (article: Article, field: keyof Article): string =>
  field === 'body' ? printBody(article.body) : JSON.stringify(article[field]);

/** The fields in which an article of another archive is another than ours, though it is the same. */
const differences = (
  index: ArchiveIndex,
  ours: IndexedArticle,
  own: Article | null,
  { current, versions }: OtherArticle,
): string[] => {
  if (own === null) return [];
  const isKnown = ({ keys }: OtherState): boolean =>
    keys.some((key) => index.byText.get(`${ours.source} ${key}`) === ours);
  const isFormer = isKnown(current) && !current.keys.includes(ours.textKey ?? '');
  const fields = (isFormer ? ['withdrawn'] : Object.keys(own)) as (keyof Article)[];
  const found: string[] = fields.filter(
    (field) => !placeFields.includes(field) && valueOf(own, field) !== valueOf(current.article, field),
  );
  return versions.every(isKnown) ? found : [...found, 'versions'];
};

const addOther = async (
  index: ArchiveIndex,
  other: OtherArticle,
  from: TakingFrom,
): Promise<MergedArticle> => {
  const { current, versions } = other;
  const { article: read } = current;
  const sha256s = sha256sOf(read);
  const former = read.id;
  const stem = stemOf(former, sha256s);
  const others = index.byStem.get(stem) ?? new Set<IndexedArticle>();
  const problems = await addSuffixes(index, others, from);
  const isFree = !index.byId.has(former) && (others.size === 0 || hasSuffix(former, sha256s));
  // Without a capture, an article is named by its text.
  const id = isFree ? former : freeId(index, stem, sha256s[0] ?? current.keys[0]);
  if (id !== former) problems.push(toProblem('id-suffixed', { former, id }));
  const toState = ({ text }: OtherState): StagedState => ({
    base: { kind: 'file', text, id: former },
    captures: [],
  });
  const beside = versions.findLastIndex(({ article }) =>
    article.captures.some(({ sha256 }) => !sha256s.includes(sha256)),
  );
  const article: IndexedArticle = {
    id,
    source: read.source,
    sha256s,
    textKey: current.keys[0],
    beside: beside === -1 ? null : { textKey: versions[beside]?.keys[0] ?? '', number: beside + 1 },
    published: false,
    hasOwnId: true,
    readable: true,
    staged: {
      formerId: null,
      states: [toState(current)],
      standing: new Map(versions.map((version, i) => [i + 1, toState(version)])),
    },
  };
  addArticle(index, article);
  for (const { article: one, keys } of statesOf(other)) {
    addText(index, article, keys[0]);
    for (const sha256 of sha256sOf(one)) addSha256(index, article, sha256);
    addAddresses(index, article, [one.url, ...one.captures.map(({ url }) => url)]);
  }
  return { status: 'written', article, problems, taken: [] };
};

/** Adds to an article of ours the captures that it does not have, each with what was read in it. */
const addTo = async (
  index: ArchiveIndex,
  ours: IndexedArticle,
  other: OtherArticle,
  from: TakingFrom,
): Promise<Taken[]> => {
  const taken: Taken[] = [];
  for (const { article, keys } of statesOf(other)) {
    for (const { file, offset, ...record } of article.captures) {
      if (index.bySha256.has(record.sha256)) continue;
      const read = { ...article, id: ours.id, source: ours.source, withdrawn: null, captures: [] };
      const reading = { article: read, textKey: keys[1], capture: { record, place: { file, offset } } };
      const { sameText } = findLike(index, reading);
      const like =
        sameText?.readable === true
          ? { sameText, sameAddress: undefined }
          : { sameText: undefined, sameAddress: ours };
      taken.push(await takeReading(index, reading, from, like));
    }
  }
  return taken;
};

/**
 * Finds an article of another archive its place. One that shares a capture with an article here, or its text, or the address
 * of a capture, is the same: what captures it has more are added, with another text as a new version; what else its file says
 * differently stays there, and is told. All others come in as their files stand. Changes the index and stages the files;
 * writes nothing. `own` reads the article that is here.
 *
 * Problems: `id-suffixed`, `merge-differs`.
 */
export const mergeArticle = async (
  index: ArchiveIndex,
  other: OtherArticle,
  from: TakingFrom,
  own: (article: IndexedArticle) => Promise<Article | null>,
): Promise<MergedArticle> => {
  const ours = findSame(index, other);
  if (ours === undefined) return addOther(index, other, from);
  const standing = await own(ours);
  const taken = await addTo(index, ours, other, from);
  const isVersion = taken.some(({ status }) => status === 'newVersion');
  const status = isVersion ? 'newVersion' : taken.length > 0 ? 'duplicate' : 'unchanged';
  const fields = differences(index, ours, standing, other).filter(
    // Another text is a version now, and its record came with it.
    (field) => !isVersion || field === 'withdrawn',
  );
  const problems =
    fields.length === 0 ? [] : [toProblem('merge-differs', { id: ours.id, fields: fields.join(', ') })];
  return { status, article: ours, problems, taken };
};
