import { addressKey, type ArchiveIndex, type IndexedArticle } from './archive-index.ts';
import type { Reading } from './take-reading.ts';

/** The articles that a reading may be of. */
export interface Like {
  readonly sameText: IndexedArticle | undefined;
  readonly sameAddress: IndexedArticle | undefined;
}

/** Those of its source that have the same text, or the same address. */
export const findLike = (index: ArchiveIndex, { article, textKey, capture }: Reading): Like => ({
  sameText: index.byText.get(`${article.source} ${textKey}`),
  sameAddress: [article.url, capture.record.url]
    .map((address) => addressKey(article.source, address))
    .map((key) => (key === null ? undefined : index.byAddress.get(key)))
    .find((other) => other?.readable === true),
});
