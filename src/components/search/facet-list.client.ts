import type { Counts } from '../../search/search-answer.ts';
import { element, part, placeChildren } from './element.client.ts';
import { firstValues, moreValues, narrowFacet, toFacetValues, type FacetValue } from './facet-values.ts';
import { countWords, fillWords, formatNumber } from './fill-words.ts';
import type { FilterSetting } from './filter-setting.client.ts';
import type { FacetName } from './search-address.ts';

/** One facet of the panel. */
export interface FacetList {
  readonly isOpen: () => boolean;
  readonly show: (chosen: readonly string[]) => void;
  /** The values as counted for the answer; null while they aren't, `failed` where they can't be. */
  readonly count: (counts: Counts | 'failed' | null) => void;
}

/** A value's row, kept from one answer to the next. */
interface Row {
  readonly item: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

/** What the facet tells: other values are chosen; it was opened and its values are wanted. */
export interface FacetUse {
  readonly onChoose: (values: readonly string[]) => void;
  readonly onOpen: () => void;
}

/** Fills a facet's markup: values with their articles, some at first, more on demand or by typing. */
export const createFacetList = (
  root: HTMLDetailsElement,
  name: FacetName,
  setting: FilterSetting,
  use: FacetUse,
): FacetList => {
  const { language, sourceNames } = setting;
  const words = setting.words.facets;
  const set = part(root, '[data-facet-set]', HTMLElement);
  const narrow = part(root, '[data-facet-narrow]', HTMLInputElement);
  const said = part(root, '[data-facet-said]', HTMLElement);
  const list = part(root, '[data-facet-values]', HTMLElement);
  const more = part(root, '[data-facet-more]', HTMLButtonElement);
  const rows = new Map<string, Row>();
  let chosen: readonly string[] = [];
  let counts: Counts | 'failed' | null = null;
  let values: readonly FacetValue[] = [];
  let first = firstValues;
  /** Opened since the state last changed: then it stays, even with nothing to show. */
  let wasOpened = false;

  /** Sources may share a name; other values may be spelled otherwise in the state. */
  const keyOf = (value: FacetValue): string => (name === 'sources' ? value.value : value.name);

  const makeRow = (value: FacetValue): Row => {
    const box = element('input', { type: 'checkbox' });
    const count = element('span', { class: 'count' });
    box.addEventListener('change', () => {
      const others = chosen.filter((other) => other !== box.value);
      use.onChoose(box.checked ? [...others, box.value] : others);
    });
    const text = element('span', { class: 'name', lang: 'vi', title: value.name }, value.name);
    const row = { item: element('li', {}, element('label', {}, box, text, count)), box, count };
    rows.set(keyOf(value), row);
    return row;
  };

  const saidOf = (matching: number): string => {
    if (counts === 'failed') return words.failed;
    if (counts === null) return root.open && chosen.length === 0 ? words.counting : '';
    if (values.length === 0) return words.none;
    return narrow.value.trim() === '' ? '' : countWords(words.matching, matching, language);
  };

  const draw = (): void => {
    const shown = narrowFacet(values, narrow.value, first);
    placeChildren(
      list,
      shown.values.map((value) => {
        const row = rows.get(keyOf(value)) ?? makeRow(value);
        row.box.value = value.value;
        row.box.checked = value.chosen;
        row.count.textContent = counts === null ? '' : formatNumber(value.count, language);
        return row.item;
      }),
    );
    narrow.hidden = values.length <= firstValues && narrow.value === '';
    more.hidden = shown.left === 0;
    more.textContent = fillWords(words.more, {
      n: formatNumber(Math.min(shown.left, moreValues), language),
    });
    const text = saidOf(shown.matching);
    if (said.textContent !== text) said.textContent = text;
    set.textContent = chosen.length === 0 ? '' : `(${formatNumber(chosen.length, language)})`;
    const isEmpty = counts !== null && counts !== 'failed' && values.length === 0;
    root.hidden = isEmpty && narrow.value === '' && !wasOpened;
  };

  const take = (): void => {
    const counted = counts === null || counts === 'failed' ? {} : counts;
    values = toFacetValues(name, counted, chosen, (value) =>
      name === 'sources' ? (sourceNames[value] ?? value) : value,
    );
    draw();
  };

  root.addEventListener('toggle', () => {
    wasOpened = root.open;
    if (root.open) use.onOpen();
    draw();
  });
  narrow.addEventListener('input', () => {
    first = firstValues;
    draw();
  });
  more.addEventListener('click', () => {
    const before = new Set(list.children);
    first += moreValues;
    draw();
    const added = [...list.children].find((item) => !before.has(item));
    added?.querySelector('input')?.focus();
  });

  return {
    isOpen: () => root.open && !root.hidden,
    show(given) {
      // A shared link shows what it has set.
      if (given.length > 0 && chosen.length === 0) root.open = true;
      chosen = given;
      wasOpened = false;
      take();
    },
    count(given) {
      counts = given;
      take();
    },
  };
};
