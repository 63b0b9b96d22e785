import type { ArchiveSearch, SearchAnswer } from '../../search/search-answer.ts';
import { afterPaint } from './after-paint.client.ts';
import { createDateChart } from './date-chart.client.ts';
import { countLight, countListed, listedFacets, type ListedCounts } from './facet-counts.ts';
import { createFilterChips } from './filter-chips.client.ts';
import { createFilterPanel } from './filter-panel.client.ts';
import { readFilterSetting } from './filter-setting.client.ts';
import type { PageSetting } from './page-setting.client.ts';
import type { SearchState } from './search-address.ts';

/** Chips, chart and panel: everything that narrows an answer. */
export interface SearchFilters {
  /** Shows what is set; counts stay as they are. */
  readonly show: (state: SearchState) => void;
  /** Counts for an answer that stands; what needs a further file only where it is looked at. */
  readonly count: (state: SearchState, answer: SearchAnswer) => void;
}

/** Runs the filters. `onChange` must show the new state before it returns. */
export const createSearchFilters = (
  page: HTMLElement,
  setting: PageSetting,
  search: ArchiveSearch['search'],
  onChange: (change: Partial<SearchState>) => void,
): SearchFilters => {
  const filterSetting = readFilterSetting(page, setting);
  /** The answer that stands, and its counts as far as they were asked for. */
  let counted: { readonly state: SearchState; listed: Promise<ListedCounts> | null } | null = null;
  let counting = 0;

  const panel = createFilterPanel(
    page,
    { ...filterSetting, dateUnread: setting.words.dateUnread },
    onChange,
    () => {
      void busy(countOpen());
    },
  );
  const chart = createDateChart(page, filterSetting, onChange);
  const chips = createFilterChips(page, filterSetting, onChange);

  /** Tells the page's watchers that counts are on their way. */
  const busy = async (work: Promise<unknown>): Promise<void> => {
    counting += 1;
    page.toggleAttribute('data-counting', true);
    try {
      await work;
    } finally {
      counting -= 1;
      page.toggleAttribute('data-counting', counting > 0);
    }
  };

  const showListed = (counts: ListedCounts | 'failed' | null): void => {
    for (const name of listedFacets) {
      panel.facets.get(name)?.count(counts === null || counts === 'failed' ? counts : counts[name]);
    }
  };

  const isWanted = (): boolean =>
    listedFacets.some((name) => panel.facets.get(name)?.isOpen() === true) && !panel.isFolded();

  /** Counts the facets of the further file once an answer, when one of them is open. */
  const countOpen = async (): Promise<void> => {
    const mine = counted;
    if (mine?.listed !== null || !isWanted()) return;
    mine.listed = countListed(search, mine.state);
    try {
      const counts = await mine.listed;
      if (counted === mine) showListed(counts);
    } catch {
      mine.listed = null;
      if (counted === mine) showListed('failed');
    }
  };

  return {
    show(state) {
      panel.show(state);
      chips.show(state);
      chart.show(state, null);
    },
    count(state, answer) {
      const mine = { state, listed: null };
      counted = mine;
      if (!isWanted()) showListed(null);
      const countDates = async (): Promise<void> => {
        const { dates, sources } = await countLight(search, state, answer);
        if (counted !== mine) return;
        chart.show(state, dates);
        panel.facets.get('sources')?.count(sources);
      };
      // By then the panel stands beside its first answer, too.
      const countPainted = async (): Promise<void> => {
        await afterPaint();
        await Promise.all([countDates().catch(() => undefined), countOpen()]);
      };
      void busy(countPainted());
    },
  };
};
