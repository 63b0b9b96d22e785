import type { SearchToolClientWords } from '../../i18n/search-tool-words.ts';
import type { CitationSetting } from './citation.ts';
import type { PageSetting } from './page-setting.client.ts';

/** What the tools over results were built with. */
export interface ToolSetting {
  readonly words: SearchToolClientWords;
  readonly citation: CitationSetting;
}

/** Reads what `ToolBar.astro` wrote. An archive that doesn't know its own address has the one at which it is being read. */
export const readToolSetting = (
  bar: HTMLElement,
  { base, language, sourceNames }: PageSetting,
): ToolSetting => {
  const { words: written = '{}', archive = '' } = bar.dataset;
  const words = JSON.parse(written) as SearchToolClientWords;
  return {
    words,
    citation: {
      language,
      sourceNames,
      archive: archive === '' ? new URL(base, location.href).href : archive,
      undated: words.undated,
    },
  };
};
