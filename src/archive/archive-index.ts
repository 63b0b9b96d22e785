import { canonicalAddress, isHomeAddress } from './canonical-address.ts';
import { stemOf } from './article-stem.ts';
import type { StagedArticle } from './staged-article.ts';

/** What an import has to know of an article that is there, and no more. */
export interface IndexedArticle {
  /** Changes when a second unpublished article with the same title comes. */
  id: string;
  readonly source: string;
  /** Of the captures, the first obtained first; empty for an article that was written by hand. */
  readonly sha256s: string[];
  /** Of the current text. */
  textKey: string | null;
  /** The newest reading that was put beside a file edited by hand; `number` null while it is not written yet. */
  beside: { readonly textKey: string; readonly number: number | null } | null;
  /** Its id is in a snapshot and stays for ever. */
  readonly published: boolean;
  /** It came in this run, from an export, under the id that it has: its like is found by that alone. */
  readonly hasOwnId?: true;
  /** False for a file that can't be read as an article: its id is taken, and it is left alone. */
  readonly readable: boolean;
  /** What this run has in hand for it; null where the disk says all. */
  staged: StagedArticle | null;
}

/** The articles of an archive by all that tells whether a new capture is of one of them. */
export interface ArchiveIndex {
  readonly byId: Map<string, IndexedArticle>;
  readonly bySha256: Map<string, IndexedArticle>;
  readonly byAddress: Map<string, IndexedArticle>;
  /** Current and former texts. */
  readonly byText: Map<string, IndexedArticle>;
  readonly byStem: Map<string, Set<IndexedArticle>>;
}

export const emptyIndex = (): ArchiveIndex => ({
  byId: new Map(),
  bySha256: new Map(),
  byAddress: new Map(),
  byText: new Map(),
  byStem: new Map(),
});

/** The key of a source's page, or null for what is no web address, or a whole site's. */
export const addressKey = (source: string, address: string | null): string | null => {
  const canonical = canonicalAddress(address);
  return canonical === null || isHomeAddress(canonical) ? null : `${source} ${canonical}`;
};

const addFirst = <Value>(map: Map<string, Value>, key: string, value: Value): void => {
  if (!map.has(key)) map.set(key, value);
};

/** Notes the addresses of an article. An address that another article has already stays that one's. */
export const addAddresses = (
  index: ArchiveIndex,
  article: IndexedArticle,
  addresses: readonly (string | null)[],
): void => {
  for (const address of addresses) {
    const key = addressKey(article.source, address);
    if (key !== null) addFirst(index.byAddress, key, article);
  }
};

/** Notes a text, current or former, as this article's. */
export const addText = (index: ArchiveIndex, article: IndexedArticle, textKey: string): void => {
  addFirst(index.byText, `${article.source} ${textKey}`, article);
};

/** Notes a capture as this article's. */
export const addSha256 = (index: ArchiveIndex, article: IndexedArticle, sha256: string): void => {
  addFirst(index.bySha256, sha256, article);
  if (!article.sha256s.includes(sha256)) article.sha256s.push(sha256);
};

/** Notes an article and its captures. */
export const addArticle = (index: ArchiveIndex, article: IndexedArticle): void => {
  addFirst(index.byId, article.id, article);
  for (const sha256 of article.sha256s) addFirst(index.bySha256, sha256, article);
  if (article.textKey !== null) addText(index, article, article.textKey);
  const stem = stemOf(article.id, article.sha256s);
  const same = index.byStem.get(stem);
  if (same === undefined) index.byStem.set(stem, new Set([article]));
  else same.add(article);
};

/** Gives an article another id; its stem stays. */
export const moveArticle = (index: ArchiveIndex, article: IndexedArticle, id: string): void => {
  if (index.byId.get(article.id) === article) index.byId.delete(article.id);
  article.id = id;
  index.byId.set(id, article);
};
