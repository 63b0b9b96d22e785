import { archivePostings } from './archive-postings.ts';
import { openFields, type OpenFields } from './article-fields.ts';
import { isNarrowed, recordLookup, requestFilter } from './article-filters.ts';
import { completeQuery, toCompletions, type Completion } from './complete-query.ts';
import { countFacets } from './count-facets.ts';
import { evaluateHelped, type Evaluated } from './evaluate-helped.ts';
import type { EvaluateOptions, RankedTier } from './evaluate-plan.ts';
import { articlesPerIdPack } from './index-files.ts';
import { openReader, type IndexFiles } from './index-reader.ts';
import { toResults, type Found, type OpenIndex } from './make-results.ts';
import { openShards, shardsWith } from './open-shards.ts';
import { toLexicon, type Lexicon } from './nearest-syllable.ts';
import type { Admission } from './plan-parts.ts';
import type {
  ArchiveSearch,
  Counts,
  SearchAnswer,
  SearchFacets,
  SearchRequest,
  SearchSort,
  TierKind,
} from './search-answer.ts';
import { openTable, type OpenTable } from './table-reader.ts';

const inOrder = (tiers: readonly RankedTier[], table: OpenTable, sort: SearchSort): Found[] => {
  const found = tiers.flatMap(({ kind, answers }) => answers.map((answer) => ({ ...answer, tier: kind })));
  if (sort === 'relevance') return found;
  // Articles are numbered from the newest, those without a date last; these stay last either way.
  found.sort((a, b) => a.article - b.article);
  if (sort === 'newest') return found;
  const isDated = ({ article }: Found): boolean => table.dateOf(article) !== null;
  return [...found.filter(isDated).reverse(), ...found.filter((answer) => !isDated(answer))];
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
  // What nearly every first answer needs comes with the start, and counts as that; whoever needs it meets its failure.
  const readings = reader.load('readings', reader.entry.readings).catch(() => undefined);
  const [listed, shards] = await Promise.all([reader.load('table', reader.entry.table), openShards(reader)]);
  const shelves = shards.map(({ records: shelf }) => shelf.prepare());
  await Promise.all([readings, ...shelves]);
  const table = openTable(listed);
  const postingsOf = archivePostings(reader, table);
  const loadFields = async (): Promise<OpenFields> =>
    openFields(await reader.load('fields', reader.entry.fields));
  const index: OpenIndex = { reader, listed, table, shards, loadFields };
  let lexicon: Lexicon | null = null;
  const loadLexicon = async (): Promise<Lexicon> =>
    (lexicon ??= toLexicon(await reader.load('lexicon', reader.entry.lexicon)));
  const records = recordLookup(table, loadFields);
  const evaluate = (
    query: string,
    { literal, tiers }: Pick<SearchRequest, 'literal' | 'tiers'>,
    options: Pick<EvaluateOptions, 'admits' | 'listsAll'>,
  ): Promise<Evaluated> =>
    evaluateHelped(
      query,
      postingsOf(shardsWith(shards, options.admits ?? null)),
      { ...options, records, ...(tiers !== undefined && { opens: tiers }) },
      listed.synonyms,
      literal === true || tiers === 'whole' ? null : loadLexicon,
    );
  /** The articles that the request's filters, and the queries that it searches within, let through. */
  const admitted = async (request: SearchRequest): Promise<Admission> => {
    let admits = await requestFilter(request, table, loadFields);
    for (const query of request.within ?? []) {
      const { tiers } = await evaluate(query, {}, { admits, listsAll: true });
      const found = new Set(tiers.flatMap(({ answers }) => answers.map(({ article }) => article)));
      admits = (article) => found.has(article);
    }
    return admits;
  };
  const search = async (request: SearchRequest): Promise<SearchAnswer> => {
    const started = performance.now();
    const { limit = 10, offset = 0, sort = 'relevance' } = request;
    const asked = await evaluate(request.query, request, {
      admits: await admitted(request),
      listsAll: isNarrowed(request),
    });
    const { plan, tiers, help } = asked;
    const found = inOrder(tiers, table, sort);
    const shown = found.slice(offset, offset + limit);
    const answer = async (): Promise<Pick<SearchAnswer, 'results' | 'facets' | 'ids'>> => {
      if (request.ids === true) return { ids: await toIds(index, tiers, found) };
      const count = async (): Promise<SearchFacets> => {
        const fields = request.facets === 'light' ? null : await loadFields();
        return countFacets(
          found.map(({ article }) => article),
          table,
          fields,
        );
      };
      // The records are asked for first, so that what is counted is counted while they are on their way.
      const [results, facets] = await Promise.all([toResults(index, shown, asked, request), count()]);
      return { results, facets };
    };
    const content = await answer();
    return {
      query: request.query,
      total: found.length,
      tiers: tiers.map(({ kind, answers }) => ({ kind, total: answers.length })),
      ...content,
      unread: plan.unread,
      narrow: plan.narrow,
      help,
      transfer: reader.takeTransfer(),
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
  };
  const completions = new Map<string, Promise<Completion[]>>();
  const completionsOf = (letter: string): Promise<Completion[]> => {
    const file = new Map(Object.entries(reader.entry.completions)).get(letter);
    if (file === undefined) return Promise.resolve([]);
    const loading = completions.get(letter) ?? reader.load('completions', file).then(toCompletions);
    completions.set(letter, loading);
    loading.catch(() => completions.delete(letter));
    return loading;
  };
  const complete = async (prefix: string, limit = 8): Promise<readonly string[]> => {
    return completeQuery(prefix, completionsOf, limit);
  };
  const years = (): Counts => countFacets([...Array(table.articles).keys()], table, null).year;
  return { search, complete, years };
};
