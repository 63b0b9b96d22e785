import type { ArticleRecord } from '../article/article.ts';
import { articlePath } from '../article/article-id.ts';
import type { SnapshotArticle } from '../article/snapshot-record.ts';

/** A capture of an article that readers see, and where its bytes lie. */
export interface LiveCapture {
  readonly sha256: string;
  /** Below the content folder. */
  readonly file: string;
  readonly offset: number;
}

/** What a snapshot has to know of an article, or of a former version. */
export type GatheredRecord = Pick<ArticleRecord, 'id' | 'withdrawn' | 'captures'>;

/** What a snapshot says of the articles. */
export interface ArticleGathering {
  readonly articles: Record<string, SnapshotArticle>;
  /** By SHA-256. */
  readonly captures: Map<string, LiveCapture>;
  readonly counts: { articles: number; withdrawn: number; versions: number; captures: number };
}

/**
 * Gathers articles and their former versions, in the order of their paths; `hashes` are those of the content folder's files.
 * A withdrawn article gives no capture, unless another article rests on the same.
 */
export const gatherArticles = (
  articles: readonly GatheredRecord[],
  versions: readonly GatheredRecord[],
  hashes: ReadonlyMap<string, string>,
): ArticleGathering => {
  const formerOf = Map.groupBy(versions, ({ id }) => id);
  const gathered: ArticleGathering = {
    articles: {},
    captures: new Map(),
    counts: { articles: 0, withdrawn: 0, versions: 0, captures: 0 },
  };
  const { counts } = gathered;
  for (const article of articles) {
    const former = formerOf.get(article.id) ?? [];
    const captures = [article, ...former].flatMap((one) => one.captures);
    const withdrawn = article.withdrawn !== null;
    gathered.articles[article.id] = {
      sha256: hashes.get(articlePath(article.id)) ?? '',
      withdrawn,
      captures: [...new Set(captures.map(({ sha256 }) => sha256))].sort(),
    };
    counts[withdrawn ? 'withdrawn' : 'articles'] += 1;
    if (withdrawn) continue;
    counts.versions += former.length;
    for (const { sha256, file, offset } of captures) {
      if (!gathered.captures.has(sha256)) gathered.captures.set(sha256, { sha256, file, offset });
    }
  }
  counts.captures = gathered.captures.size;
  return gathered;
};
