import type { CliWords } from '../i18n/cli-words.ts';
import {
  tierKinds,
  type SearchAnswer,
  type SearchRequest,
  type SearchResult,
} from '../search/search-answer.ts';
import { fill } from './fill.ts';

const printResult = (result: SearchResult, { search }: CliWords): string => {
  const title = result.titleSupplied ? `[${result.title}]` : result.title;
  const date = result.publishedAt?.slice(0, 10) ?? search.undated;
  const how = result.byExpansion ? `  (${search.byExpansion})` : '';
  return `${title}\n  ${result.id}  ${date}${how}\n  ${result.excerpt}`;
};

/** An answer for a person: the articles by tier, best first, matched words in `[[ ]]`. */
export const printSearchAnswer = (
  answer: SearchAnswer,
  { query, offset = 0, limit = 10 }: SearchRequest,
  words: CliWords,
): string => {
  const { search } = words;
  const results = answer.results ?? [];
  const tiers = tierKinds.flatMap((kind) => {
    const ids = answer.ids?.[kind];
    const shown =
      ids ?? results.filter(({ tier }) => tier === kind).map((result) => printResult(result, words));
    if (shown.length === 0) return [];
    const total = answer.tiers.find((tier) => tier.kind === kind)?.total ?? shown.length;
    return [`${search.tiers[kind]} (${String(total)})\n\n${shown.join(ids === undefined ? '\n\n' : '\n')}`];
  });
  const next = offset + limit;
  return [
    ...(answer.help === null ? [] : [fill(search.help, { query: answer.help.query })]),
    ...(answer.unread.length === 0 ? [] : [fill(search.unread, { operators: answer.unread.join('  ') })]),
    ...(answer.narrow.length === 0 ? [] : [fill(search.narrow, { joined: answer.narrow.join('”, “') })]),
    answer.total === 0
      ? /[\p{L}\p{N}]/u.test(query)
        ? search.none
        : search.noWord
      : fill(search.total, { total: answer.total }),
    ...tiers,
    ...(answer.ids === undefined && limit > 0 && next < answer.total
      ? [fill(search.more, { offset: next })]
      : []),
  ].join('\n\n');
};
