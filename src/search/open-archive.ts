import { archivePostings } from './archive-postings.ts';
import { openFields, type OpenFields } from './article-fields.ts';
import { isNarrowed, recordLookup, requestFilter } from './article-filters.ts';
import { completeQuery, toCompletions, type Completion } from './complete-query.ts';
import { countFacets } from './count-facets.ts';
import { toExcerpt, withMarks } from './excerpt.ts';
import { evaluateHelped, type Evaluated } from './evaluate-helped.ts';
import type { RankedTier } from './evaluate-plan.ts';
import { articlesPerIdPack, articlesPerPack, type ArticleTable } from './index-files.ts';
import { openReader, type IndexFiles, type IndexReader } from './index-reader.ts';
import { firstTier, markText } from './mark-text.ts';
import { openVolumes } from './pagefind-volumes.ts';
import { toLexicon, type Lexicon } from './nearest-syllable.ts';
import type { QueryPlan } from './plan-query.ts';
import type { Answer } from './rank-answers.ts';
import type {
  ArchiveSearch,
  SearchAnswer,
  SearchRequest,
  SearchResult,
  SearchSort,
  TierKind,
} from './search-answer.ts';
import { openTable, type OpenTable } from './table-reader.ts';

type Found = Answer & { readonly tier: TierKind };

/** A longer query is left out of a result's address, which hosts cut at some thousands of characters. */
const maxAddressQuery = 500;

const inOrder = (tiers: readonly RankedTier[], table: OpenTable, sort: SearchSort): Found[] => {
  const found = tiers.flatMap(({ kind, answers }) => answers.map((answer) => ({ ...answer, tier: kind })));
  if (sort === 'relevance') return found;
  // Articles are numbered from the newest, those without a date last; these stay last either way.
  found.sort((a, b) => a.article - b.article);
  if (sort === 'newest') return found;
  const isDated = ({ article }: Found): boolean => table.dateOf(article) !== null;
  return [...found.filter(isDated).reverse(), ...found.filter((answer) => !isDated(answer))];
};

/** An article's address, with the query that its page marks and, where the query alone doesn't tell it, the tier. */
const toHref = (id: string, query: string, plan: QueryPlan, tier: TierKind): string => {
  const marks = new URLSearchParams({ q: query.toWellFormed() });
  if (tier !== firstTier(plan)) marks.set('tier', tier);
  return query.length > maxAddressQuery ? `/bai/${id}/` : `/bai/${id}/?${marks.toString()}`;
};

/** An open index, its parts in one place. */
interface OpenIndex {
  readonly reader: IndexReader;
  readonly listed: ArticleTable;
  readonly table: OpenTable;
}

const toResult = async (
  { reader, listed, table }: OpenIndex,
  { article, tier, score, expansion = -1 }: Found,
  asked: Evaluated,
): Promise<SearchResult[]> => {
  const file = listed.packs[Math.floor(article / articlesPerPack)];
  const pack = file === undefined ? [] : await reader.load('pack', file);
  const record = pack[article % articlesPerPack];
  if (record === undefined) return [];
  const { texts, ...shown } = record;
  const { query, plan } = asked.expansions[expansion] ?? asked;
  return [
    {
      ...shown,
      href: toHref(shown.id, query, plan, tier),
      markedTitle: withMarks(shown.title, markText(query, shown.title, tier)),
      source: table.sourceOf(article),
      tier,
      score,
      byExpansion: expansion >= 0,
      excerpt: toExcerpt(plan, texts, tier),
    },
  ];
};

const toIds = async (
  { reader, listed }: OpenIndex,
  tiers: readonly RankedTier[],
  shown: readonly Found[],
): Promise<Partial<Record<TierKind, string[]>>> => {
  const idOf = async (article: number): Promise<string[]> => {
    const file = listed.idPacks[Math.floor(article / articlesPerIdPack)];
    const id = file === undefined ? undefined : (await reader.load('ids', file))[article % articlesPerIdPack];
    return id === undefined ? [] : [id];
  };
  const lists = tiers.map(async ({ kind }): Promise<[TierKind, string[]]> => {
    const inTier = shown.filter(({ tier }) => tier === kind);
    return [kind, (await Promise.all(inTier.map(({ article }) => idOf(article)))).flat()];
  });
  return Object.fromEntries(await Promise.all(lists));
};

/** Opens an index by its files, wherever they lie. Rejects with `SearchUnavailable`, and so does each search. */
export const openArchive = async (files: IndexFiles): Promise<ArchiveSearch> => {
  const reader = await openReader(files);
  const isEmpty = reader.entry.articles === 0;
  const noVolume = () => Promise.resolve([]);
  const [listed, lookup] = await Promise.all([
    reader.load('table', reader.entry.table),
    isEmpty ? noVolume : openVolumes(files, reader),
  ]);
  const table = openTable(listed);
  const source = archivePostings(reader, table, listed.volumes, lookup);
  const index: OpenIndex = { reader, listed, table };
  const loadFields = async (): Promise<OpenFields> =>
    openFields(await reader.load('fields', reader.entry.fields));
  let lexicon: Lexicon | null = null;
  const loadLexicon = async (): Promise<Lexicon> =>
    (lexicon ??= toLexicon(await reader.load('lexicon', reader.entry.lexicon)));
  const records = recordLookup(table, loadFields);
  const search = async (request: SearchRequest): Promise<SearchAnswer> => {
    const started = performance.now();
    const { limit = 10, offset = 0, sort = 'relevance' } = request;
    const asked = await evaluateHelped(
      request.query,
      source,
      {
        admits: await requestFilter(request, table, loadFields),
        records,
        listsAll: isNarrowed(request),
        openAll: request.tiers === 'all',
      },
      listed.synonyms,
      request.literal === true ? null : loadLexicon,
    );
    const { plan, tiers, help } = asked;
    const found = inOrder(tiers, table, sort);
    const shown = found.slice(offset, offset + limit);
    const content =
      request.ids === true
        ? { ids: await toIds(index, tiers, found) }
        : {
            results: (await Promise.all(shown.map((one) => toResult(index, one, asked)))).flat(),
            facets: countFacets(
              found.map(({ article }) => article),
              table,
              request.facets === 'light' ? null : await loadFields(),
            ),
          };
    return {
      query: request.query,
      total: found.length,
      tiers: tiers.map(({ kind, answers }) => ({ kind, total: answers.length })),
      ...content,
      unread: plan.unread,
      help,
      transfer: reader.takeTransfer(),
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
  };
  let completions: Completion[] | null = null;
  const complete = async (prefix: string, limit = 8): Promise<readonly string[]> => {
    completions ??= toCompletions(await reader.load('completions', reader.entry.completions));
    return completeQuery(prefix, completions, limit);
  };
  return { search, complete };
};
