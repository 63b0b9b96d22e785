import type { SearchSort } from '../../search/search-answer.ts';
import { part } from './element.client.ts';
import { createFacetList, type FacetList, type FacetUse } from './facet-list.client.ts';
import { fillWords } from './fill-words.ts';
import type { FilterSetting } from './filter-setting.client.ts';
import { countFilters, facetNames, type FacetName, type SearchState } from './search-address.ts';
import { inOrderOfTime, readTypedDate } from './typed-date.ts';

/** The order, the dates as typed and the facets, beside the results. */
export interface FilterPanel {
  readonly show: (state: SearchState) => void;
  /** The facets that the archive has. */
  readonly facets: ReadonlyMap<FacetName, FacetList>;
  /** Whether it is folded away; makes the browser lay out the page. */
  readonly isFolded: () => boolean;
}

const sorts: readonly SearchSort[] = ['relevance', 'newest', 'oldest'];

/**
 * Fills the panel's markup and tells of every change by the part of the state that is new, and of a part of it that was
 * opened.
 */
export const createFilterPanel = (
  page: HTMLElement,
  setting: FilterSetting & { readonly dateUnread: string },
  onChange: (change: Partial<SearchState>) => void,
  onOpen: FacetUse['onOpen'],
): FilterPanel => {
  const root = part(page, '[data-filters]', HTMLElement);
  const toggle = part(page, '[data-filter-toggle]', HTMLButtonElement);
  const toggleLabel = toggle.textContent.trim();
  const sort = part(root, '[data-sort]', HTMLSelectElement);
  const dates = {
    from: part(root, '[data-from]', HTMLInputElement),
    to: part(root, '[data-to]', HTMLInputElement),
  };
  const dateError = part(root, '[data-date-error]', HTMLElement);
  const facets = new Map<FacetName, FacetList>();
  let now: SearchState | null = null;

  for (const name of facetNames) {
    const list = root.querySelector(`[data-facet="${name}"]`);
    if (!(list instanceof HTMLDetailsElement)) continue;
    const onChoose = (values: readonly string[]): void => {
      onChange({ [name]: values });
    };
    facets.set(name, createFacetList(list, name, setting, { onChoose, onOpen }));
  }

  const commitDates = (name: 'from' | 'to'): void => {
    const typed = dates[name].value.trim();
    const date = readTypedDate(typed);
    dates[name].setAttribute('aria-invalid', String(date === null));
    dateError.textContent = date === null ? fillWords(setting.dateUnread, { value: typed }) : '';
    if (date === null || now === null) return;
    const [from, to] = name === 'from' ? [date, now.to] : [now.from, date];
    if (date === now[name]) dates[name].value = date;
    else onChange({ ...inOrderOfTime(from, to), undated: false });
  };

  toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', String(root.toggleAttribute('data-open')));
    onOpen();
  });
  part(root, '[data-filter-done]', HTMLButtonElement).addEventListener('click', () => {
    toggle.click();
    // The count and the first results stand beside it.
    toggle.focus();
  });
  sort.addEventListener('change', () => {
    onChange({ sort: sorts.find((name) => name === sort.value) ?? 'relevance' });
  });
  for (const name of ['from', 'to'] as const) {
    dates[name].addEventListener('change', () => {
      commitDates(name);
    });
  }

  return {
    show(state) {
      now = state;
      sort.value = state.sort;
      for (const name of ['from', 'to'] as const) {
        dates[name].value = state[name];
        dates[name].setAttribute('aria-invalid', 'false');
      }
      dateError.textContent = '';
      for (const [name, list] of facets) list.show(state[name]);
      const set = countFilters(state);
      toggle.textContent = set === 0 ? toggleLabel : `${toggleLabel} (${String(set)})`;
    },
    facets,
    isFolded: () => !root.checkVisibility(),
  };
};
