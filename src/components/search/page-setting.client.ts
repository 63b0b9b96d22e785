import type { SearchClientWords } from '../../i18n/search-words.ts';

/** What the page was built with and every part of it needs. */
export interface PageSetting {
  /** The site's base, with its slash. */
  readonly base: string;
  readonly language: string;
  readonly words: SearchClientWords;
  /** Names of the sources by their ids. */
  readonly sourceNames: Readonly<Record<string, string>>;
  /** Addresses of the pages that show the archive without a search. */
  readonly browse: { readonly years: string; readonly sources: string };
}

/** Reads what the page was built with from its own attributes: JSON that `SearchPage.astro` wrote. */
export const readPageSetting = (page: HTMLElement): PageSetting => {
  const {
    base = '/',
    language = 'vi',
    words = '{}',
    sources = '{}',
    years = '',
    allSources = '',
  } = page.dataset;
  return {
    base,
    language,
    words: JSON.parse(words) as SearchClientWords,
    sourceNames: JSON.parse(sources) as Record<string, string>,
    browse: { years, sources: allSources },
  };
};
