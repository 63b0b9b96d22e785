import type { SearchResult } from '../../search/search-answer.ts';
import { shortDate } from './short-date.ts';

/** What citations need besides the results. */
export interface CitationSetting {
  readonly language: string;
  /** Names of the sources by their ids. */
  readonly sourceNames: Readonly<Record<string, string>>;
  /** The whole address of the archive, ending in a slash. */
  readonly archive: string;
  /** What stands for an unknown date. */
  readonly undated: string;
}

/** The whole address of a result's article, without the query for its marks. */
export const wholeAddress = ({ href }: Pick<SearchResult, 'href'>, archive: string): string =>
  new URL(href.replace(/\?.*$/s, '').replace(/^\/+/, ''), archive).href;

/** Text on one line; what runs from right to left, or says so, is kept from turning its neighbours around. */
const inLine = (text: string): string => {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Bidi_Control}]/u.test(line)
    ? `\u2068${line}\u2069`
    : line;
};

const dateOf = (result: SearchResult, { language, undated }: CitationSetting): string => {
  if (result.publishedAt === null) return `[${undated}]`;
  const date = shortDate(result.publishedAt, language);
  return result.publishedAtInferred ? `[${date}]` : date;
};

/**
 * A result as one line of plain text: authors, “title”, source, date, address of the article in the archive. What the
 * cataloguer supplied stands in square brackets: a title in their place of quotation marks, an inferred date, an unknown one.
 * Authors are known where the request asked for details.
 */
export const toCitation = (result: SearchResult, setting: CitationSetting): string => {
  const title = inLine(result.title);
  return [
    ...(result.details?.author ?? []).map(inLine),
    result.titleSupplied ? `[${title}]` : `“${title}”`,
    inLine(setting.sourceNames[result.source] ?? result.source),
    dateOf(result, setting),
    wholeAddress(result, setting.archive),
  ].join(', ');
};

/** One citation a line, in the order of the results. */
export const toCitationList = (results: readonly SearchResult[], setting: CitationSetting): string =>
  results.map((result) => `${toCitation(result, setting)}\n`).join('');
