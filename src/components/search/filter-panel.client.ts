import type { SearchSort } from '../../search/search-answer.ts';
import { element, part, placeChildren } from './element.client.ts';
import { fillWords, formatNumber } from './fill-words.ts';
import type { Facets } from './index-door.client.ts';
import type { PageSetting } from './page-setting.client.ts';
import { isFilterDate, isFiltered, type SearchState } from './search-address.ts';

/** The filters and the order, beside the results. */
export interface FilterPanel {
  /** Shows the state; without facets the values on offer stay as they are. */
  readonly show: (state: SearchState, facets: Facets | null) => void;
}

const sorts: readonly SearchSort[] = ['relevance', 'newest', 'oldest'];

/** A row of the list of sources, kept from one answer to the next. */
interface SourceRow {
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

/** Fills the panel's markup and tells of every change by the part of the state that is new. */
export const createFilterPanel = (
  page: HTMLElement,
  setting: PageSetting,
  onChange: (change: Partial<SearchState>) => void,
): FilterPanel => {
  const { words, language, sourceNames } = setting;
  const root = part(page, '[data-filters]', HTMLElement);
  const toggle = part(page, '[data-filter-toggle]', HTMLButtonElement);
  const toggleLabel = toggle.textContent.trim();
  const sort = part(root, '[data-sort]', HTMLSelectElement);
  const dates = {
    from: part(root, '[data-from]', HTMLInputElement),
    to: part(root, '[data-to]', HTMLInputElement),
  };
  const dateError = part(root, '[data-date-error]', HTMLElement);
  const sourceList = part(root, '[data-source-list]', HTMLElement);
  const yearList = part(root, '[data-year-list]', HTMLElement);
  const undated = part(root, '[data-undated]', HTMLElement);
  const clear = part(root, '[data-clear]', HTMLElement);
  const sourceRows = new Map<string, SourceRow>();
  const yearRows = new Map<string, { row: HTMLElement; button: HTMLButtonElement; count: HTMLElement }>();
  let now: SearchState | null = null;

  const sourceRow = (id: string): SourceRow => {
    const known = sourceRows.get(id);
    if (known !== undefined) return known;
    const box = element('input', { type: 'checkbox', value: id });
    const count = element('span', { class: 'count' });
    box.addEventListener('change', () => {
      const others = (now?.sources ?? []).filter((source) => source !== id);
      onChange({ sources: box.checked ? [...others, id] : others });
    });
    const label = element('label', {}, box, element('span', {}, sourceNames[id] ?? id), count);
    const made = { row: element('li', {}, label), box, count };
    sourceRows.set(id, made);
    return made;
  };

  const yearRow = (year: string) => {
    const known = yearRows.get(year);
    if (known !== undefined) return known;
    const count = element('span', { class: 'count' });
    const button = element('button', { type: 'button' }, element('span', {}, year), count);
    button.addEventListener('click', () => {
      const chosen = button.getAttribute('aria-pressed') === 'true';
      onChange(chosen ? { from: '', to: '' } : { from: year, to: year });
    });
    const made = { row: element('li', {}, button), button, count };
    yearRows.set(year, made);
    return made;
  };

  const showFacets = (state: SearchState, facets: Facets): void => {
    const nameOf = (id: string): string => sourceNames[id] ?? id;
    const ids = [...new Set([...Object.keys(facets.source), ...state.sources])].sort((a, b) =>
      nameOf(a).localeCompare(nameOf(b), 'vi'),
    );
    for (const id of ids) sourceRow(id).count.textContent = formatNumber(facets.source[id] ?? 0, language);
    placeChildren(
      sourceList,
      ids.map((id) => sourceRow(id).row),
    );

    const { undated: withoutDate = 0, ...years } = facets.year;
    const shownYears = Object.keys(years).sort().reverse();
    for (const year of shownYears) yearRow(year).count.textContent = formatNumber(years[year] ?? 0, language);
    placeChildren(
      yearList,
      shownYears.map((year) => yearRow(year).row),
    );
    undated.textContent = `${words.undated}: ${formatNumber(withoutDate, language)}`;
    undated.hidden = withoutDate === 0;
  };

  const commitDate = (name: 'from' | 'to'): void => {
    const input = dates[name];
    const value = input.value.trim();
    const readable = value === '' || isFilterDate(value);
    input.setAttribute('aria-invalid', String(!readable));
    dateError.textContent = readable ? '' : fillWords(words.dateUnread, { value });
    if (readable && value !== now?.[name]) onChange({ [name]: value });
  };

  toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', String(root.toggleAttribute('data-open')));
  });
  sort.addEventListener('change', () => {
    onChange({ sort: sorts.find((name) => name === sort.value) ?? 'relevance' });
  });
  for (const name of ['from', 'to'] as const) {
    dates[name].addEventListener('change', () => {
      commitDate(name);
    });
  }
  clear.addEventListener('click', () => {
    onChange({ sources: [], from: '', to: '' });
    sort.focus();
  });

  return {
    show(state, facets) {
      now = state;
      sort.value = state.sort;
      for (const name of ['from', 'to'] as const) {
        dates[name].value = state[name];
        dates[name].setAttribute('aria-invalid', 'false');
      }
      dateError.textContent = '';
      if (facets !== null) showFacets(state, facets);
      for (const [id, { box }] of sourceRows) box.checked = state.sources.includes(id);
      for (const [year, { button }] of yearRows) {
        button.setAttribute('aria-pressed', String(state.from === year && state.to === year));
      }
      clear.hidden = !isFiltered(state);
      const set = state.sources.length + (state.from === '' && state.to === '' ? 0 : 1);
      toggle.textContent = set === 0 ? toggleLabel : `${toggleLabel} (${set})`;
    },
  };
};
