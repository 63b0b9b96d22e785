import { articlePath } from '../article/article-id.ts';
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';
import { toProblem, type Problem } from '../problem/problem.ts';
import {
  addAddresses,
  addArticle,
  addSha256,
  addText,
  moveArticle,
  type ArchiveIndex,
  type IndexedArticle,
} from './archive-index.ts';
import { keepHandEdits, type KeptEdits } from './keep-hand-edits.ts';
import type { IsAsWritten } from './written-files-fs.ts';
import { findLike, type Like } from './find-like.ts';
import { hasSuffix, stemOf, suffixedId } from './article-stem.ts';
import type { StagedArticle, StagedCapture, StagedState } from './staged-article.ts';

/** One capture as it was read: the article that it would be by itself, without captures, and the key of its text. */
export interface Reading {
  readonly article: Article;
  readonly textKey: string;
  readonly capture: StagedCapture;
}

/** What a reading has to ask of the disk. */
export interface TakingFrom {
  /** The file of an article that is there. */
  readonly readFile: (id: string) => Promise<string>;
  /** The file of one of its versions. */
  readonly readVersion: (id: string, number: number) => Promise<string>;
  readonly loadWrittenFiles: () => Promise<IsAsWritten>;
  /** What the importer reads in the newest capture that an article's file names; null where it can't. */
  readonly reread: (article: Article) => Promise<Pick<Reading, 'article' | 'textKey'> | null>;
}

/** What became of a reading: the status, the article it belongs to, and what is worth telling. */
export interface Taken {
  readonly status: 'written' | 'duplicate' | 'newVersion';
  readonly article: IndexedArticle;
  readonly problems: Problem[];
  /** Fields that were corrected by hand in the former text, and carried over. */
  readonly kept: readonly string[];
  /** Whether the file was edited by hand and stays as it is, the reading beside it. */
  readonly isBeside: boolean;
}

const stage = async (article: IndexedArticle, { readFile }: TakingFrom): Promise<StagedArticle> => {
  article.staged ??= {
    formerId: article.id,
    states: [{ base: { kind: 'file', text: await readFile(article.id) }, captures: [] }],
    standing: new Map(),
  };
  return article.staged;
};

const lastState = ({ states }: StagedArticle) => states.at(-1) ?? states[0];

/** The reading that was put beside an edited file: in hand, or as it stands on disk. */
const besideState = async (article: IndexedArticle, from: TakingFrom): Promise<StagedState> => {
  const { states, standing, formerId } = await stage(article, from);
  const { textKey, number } = article.beside ?? { textKey: null, number: null };
  const staged = states.find(({ base }) => base.kind === 'reading' && base.read.textKey === textKey);
  if (staged !== undefined) return staged;
  const version = number ?? 0;
  const known = standing.get(version);
  if (known !== undefined) return known;
  const text = await from.readVersion(formerId ?? article.id, version);
  const state: StagedState = { base: { kind: 'file', text }, captures: [] };
  standing.set(version, state);
  return state;
};

const addCapture = async (
  index: ArchiveIndex,
  article: IndexedArticle,
  { capture, article: read, textKey }: Reading,
  from: TakingFrom,
): Promise<void> => {
  const isOfBeside = article.beside?.textKey === textKey && article.textKey !== textKey;
  const state = isOfBeside ? await besideState(article, from) : lastState(await stage(article, from));
  state.captures.push(capture);
  addSha256(index, article, capture.record.sha256);
  addAddresses(index, article, [read.url, capture.record.url]);
};

/** The text that a new one takes the place of, and what the importer reads in its newest capture, as far as it can. */
interface FormerText {
  readonly current: Article | null;
  readonly read: Pick<Reading, 'article' | 'textKey'> | null;
  /** The file as it stands, which a librarian may have changed; null for a text of this run. */
  readonly text: string | null;
}

const formerText = async (staged: StagedArticle, { reread }: TakingFrom): Promise<FormerText> => {
  const { base } = lastState(staged);
  if (base.kind === 'reading') return { current: base.article, read: base.read, text: null };
  const current = parseArticle(base.text).article;
  return { current, read: current === null ? null : await reread(current), text: base.text };
};

/** What becomes of hand edits in a new version; null where the file has to stay as somebody edited it. */
const carryOver = async (
  read: Article,
  { current, read: former, text }: FormerText,
  path: string,
  { loadWrittenFiles }: TakingFrom,
): Promise<KeptEdits | null> => {
  const nothing = { article: read, kept: [], lost: [] };
  if (text !== null && (await loadWrittenFiles())(path, text)) return nothing;
  if (current === null || former === null) return null;
  const edits = keepHandEdits(read, current, former.article);
  return edits.lost.length > 0 ? null : edits;
};

/** Puts a reading beside the file of its article, which stays as it is. */
const putBeside = (
  index: ArchiveIndex,
  article: IndexedArticle,
  { article: read, textKey, capture }: Reading,
  staged: StagedArticle,
): void => {
  const base = { kind: 'reading', article: read, read: { article: read, textKey } } as const;
  staged.states.splice(-1, 0, { base, captures: [capture] });
  article.beside = { textKey, number: null };
  addText(index, article, textKey);
  addSha256(index, article, capture.record.sha256);
  addAddresses(index, article, [read.url, capture.record.url]);
};

const addVersion = (
  index: ArchiveIndex,
  article: IndexedArticle,
  { article: read, textKey, capture }: Reading,
  staged: StagedArticle,
  current: Article | null,
  edited: KeptEdits,
): void => {
  // A withdrawal holds for every text of an article, until it is restored.
  const inherited = { captures: current?.captures ?? [], withdrawn: current?.withdrawn ?? null };
  staged.states.push({
    base: { kind: 'reading', article: { ...edited.article, ...inherited }, read: { article: read, textKey } },
    captures: [...lastState(staged).captures, capture],
  });
  article.textKey = textKey;
  addText(index, article, textKey);
  addSha256(index, article, capture.record.sha256);
  addAddresses(index, article, [read.url, capture.record.url]);
};

/** Gives every unpublished article of a stem the suffix of its first capture, and tells which ids changed. */
export const addSuffixes = async (
  index: ArchiveIndex,
  articles: Iterable<IndexedArticle>,
  from: TakingFrom,
): Promise<Problem[]> => {
  const problems: Problem[] = [];
  for (const article of articles) {
    const [first] = article.sha256s;
    if (article.published || !article.readable || first === undefined) continue;
    if (hasSuffix(article.id, article.sha256s)) continue;
    await stage(article, from);
    const former = article.id;
    moveArticle(index, article, suffixedId(stemOf(former, article.sha256s), first));
    problems.push(toProblem('id-suffixed', { former, id: article.id }));
  }
  return problems;
};

/** The suffixed id; a longer one in the unheard-of case that a file has it already. */
export const freeId = (index: ArchiveIndex, stem: string, sha256: string): string => {
  const id = suffixedId(stem, sha256);
  return index.byId.has(id) ? `${id}-${sha256.slice(8, 16)}` : id;
};

const addNew = async (index: ArchiveIndex, reading: Reading, from: TakingFrom): Promise<Taken> => {
  const { article: read, textKey, capture } = reading;
  const { sha256 } = capture.record;
  const stem = stemOf(read.id, []);
  const others = index.byStem.get(stem) ?? new Set();
  const problems = await addSuffixes(index, others, from);
  const article: IndexedArticle = {
    id: others.size === 0 ? read.id : freeId(index, stem, sha256),
    source: read.source,
    sha256s: [sha256],
    textKey,
    beside: null,
    published: false,
    readable: true,
    staged: {
      formerId: null,
      states: [
        { base: { kind: 'reading', article: read, read: { article: read, textKey } }, captures: [capture] },
      ],
      standing: new Map(),
    },
  };
  addArticle(index, article);
  addAddresses(index, article, [read.url, capture.record.url]);
  return { status: 'written', article, problems, kept: [], isBeside: false };
};

/**
 * Finds a capture its place. The same text from the same source is a duplicate, another text at the same address a new version,
 * all else a new article. A page that went back to a former text is a new version again. A new version takes the place of
 * the former, but for a text that was edited by hand: that stays, and the reading is put beside it. Changes the index and
 * stages the files; writes nothing. Problems: `id-suffixed`.
 */
export const takeReading = async (
  index: ArchiveIndex,
  reading: Reading,
  from: TakingFrom,
  { sameText, sameAddress }: Like = findLike(index, reading),
): Promise<Taken> => {
  const { textKey } = reading;
  const duplicate = async (article: IndexedArticle): Promise<Taken> => {
    await addCapture(index, article, reading, from);
    return { status: 'duplicate', article, problems: [], kept: [], isBeside: false };
  };
  if (sameText?.readable === true) {
    const isNewest = [sameText.textKey, sameText.beside?.textKey].includes(textKey);
    if (sameText !== sameAddress || isNewest) return duplicate(sameText);
  }
  if (sameAddress === undefined) return addNew(index, reading, from);
  const staged = await stage(sameAddress, from);
  const former = await formerText(staged, from);
  // What the importer reads is what it read before: only the librarian's hand changed the text.
  if (former.text !== null && former.read?.textKey === textKey) return duplicate(sameAddress);
  const edited = await carryOver(
    reading.article,
    former,
    articlePath(staged.formerId ?? sameAddress.id),
    from,
  );
  if (edited === null) putBeside(index, sameAddress, reading, staged);
  else addVersion(index, sameAddress, reading, staged, former.current, edited);
  return {
    status: 'newVersion',
    article: sameAddress,
    problems: [],
    kept: edited?.kept ?? [],
    isBeside: edited === null,
  };
};
