import type { OpenFields } from './article-fields.ts';
import type { FieldsLoader } from './article-filters.ts';
import { toExcerpt, withMarks } from './excerpt.ts';
import type { Evaluated } from './evaluate-helped.ts';
import type { ArticleTable } from './index-files.ts';
import type { IndexReader } from './index-reader.ts';
import { firstTier, markText } from './mark-text.ts';
import type { OpenShard } from './open-shard.ts';
import type { QueryPlan } from './plan-query.ts';
import type { Answer } from './rank-answers.ts';
import type { ResultRecord } from './result-record.ts';
import type { SearchRequest, SearchResult, TierKind } from './search-answer.ts';
import type { OpenTable } from './table-reader.ts';
import { toContextLines } from './words-in-context.ts';

/** An answer, and the tier it is in. */
export type Found = Answer & { readonly tier: TierKind };

/** A longer query is left out of a result's address, which hosts cut at some thousands of characters. */
const maxAddressQuery = 500;

/** An article's address, with the query that its page marks and, where the query alone doesn't tell it, the tier. */
const toHref = (id: string, query: string, plan: QueryPlan, tier: TierKind): string => {
  if (query.trim() === '') return `/bai/${id}/`;
  const marks = new URLSearchParams({ q: query.toWellFormed() });
  if (tier !== firstTier(plan)) marks.set('tier', tier);
  return query.length > maxAddressQuery ? `/bai/${id}/` : `/bai/${id}/?${marks.toString()}`;
};

/** An open index, its parts in one place. */
export interface OpenIndex {
  readonly reader: IndexReader;
  readonly listed: ArticleTable;
  readonly table: OpenTable;
  readonly shards: readonly OpenShard[];
  readonly loadFields: FieldsLoader;
}

const detailsOf = ({ valuesOf }: OpenFields, article: number): NonNullable<SearchResult['details']> => ({
  section: valuesOf('section', article),
  place: valuesOf('place', article),
  document: valuesOf('document', article),
  author: valuesOf('author', article),
});

const toResult = async (
  { table, loadFields }: OpenIndex,
  { article, tier, score, expansion = -1 }: Found,
  record: ResultRecord,
  asked: Evaluated,
  request: SearchRequest,
): Promise<SearchResult> => {
  const { query, plan } = asked.expansions[expansion] ?? asked;
  const { id, title, titleSupplied, publishedAt, publishedAtInferred, texts } = record;
  const fields = request.details === true ? await loadFields() : null;
  return {
    id,
    title,
    titleSupplied,
    publishedAt,
    publishedAtInferred,
    href: toHref(id, query, plan, tier),
    markedTitle: withMarks(title, markText(query, title, tier)),
    source: table.sourceOf(article),
    tier,
    score,
    byExpansion: expansion >= 0,
    excerpt: toExcerpt(plan, texts, tier),
    ...(fields !== null && { details: detailsOf(fields, article) }),
    ...(request.context === true && { context: toContextLines(plan, [title, ...texts], tier) }),
  };
};

/** Fetches the records of what is shown, and makes a result of each as soon as it is there; in the same order. */
export const toResults = async (
  index: OpenIndex,
  shown: readonly Found[],
  asked: Evaluated,
  request: SearchRequest,
): Promise<SearchResult[]> => {
  const making = new Map<number, Promise<SearchResult[]>>();
  const make = async (one: Found, loading: Promise<ResultRecord | null>): Promise<SearchResult[]> => {
    const record = await loading;
    return record === null ? [] : [await toResult(index, one, record, asked, request)];
  };
  for (const { firstArticle, articles, records } of index.shards) {
    const own = shown.filter(({ article }) => article >= firstArticle && article < firstArticle + articles);
    const loading = records.lookUp(own.map(({ article }) => article - firstArticle));
    for (const [i, one] of own.entries()) {
      const record = loading[i];
      if (record !== undefined) making.set(one.article, make(one, record));
    }
  }
  const results = await Promise.all(shown.map(({ article }) => making.get(article) ?? Promise.resolve([])));
  return results.flat();
};
