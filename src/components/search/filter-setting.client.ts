import type { SearchFilterClientWords } from '../../i18n/search-filter-words.ts';
import type { Counted } from '../../i18n/search-words.ts';
import { part } from './element.client.ts';
import type { PageSetting } from './page-setting.client.ts';

/** What every part of the filters needs. */
export interface FilterSetting {
  readonly language: string;
  readonly words: SearchFilterClientWords;
  /** `{n}` articles. */
  readonly found: Counted;
  readonly sourceNames: Readonly<Record<string, string>>;
}

/** Reads what `FilterPanel.astro` wrote. */
export const readFilterSetting = (
  page: HTMLElement,
  { language, words: { found }, sourceNames }: PageSetting,
): FilterSetting => {
  const { words = '{}' } = part(page, '[data-filters]', HTMLElement).dataset;
  return { language, words: JSON.parse(words) as SearchFilterClientWords, found, sourceNames };
};
