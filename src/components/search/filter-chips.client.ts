import { element, part, placeChildren } from './element.client.ts';
import { fillWords } from './fill-words.ts';
import type { FilterSetting } from './filter-setting.client.ts';
import { anyDate, facetNames, isDated, noFilters, type SearchState } from './search-address.ts';
import { shortDate } from './short-date.ts';

/** What is set, above the results: each can be taken away, and so can all. */
export interface FilterChips {
  readonly show: (state: SearchState) => void;
}

interface Chip {
  readonly said: string;
  /** The state without it. */
  readonly less: Partial<SearchState>;
}

const dateSaid = ({ from, to, undated }: SearchState, { words, language }: FilterSetting): string => {
  const { chips } = words;
  const nameOf = (date: string): string => shortDate(date, language);
  if (undated) return chips.undated;
  if (from === to) return fillWords(chips.during, { date: nameOf(from) });
  if (to === '') return fillWords(chips.since, { date: nameOf(from) });
  if (from === '') return fillWords(chips.until, { date: nameOf(to) });
  return fillWords(chips.between, { from: nameOf(from), to: nameOf(to) });
};

const toChips = (state: SearchState, setting: FilterSetting): Chip[] => {
  const values = facetNames.flatMap((name) =>
    state[name].map((value) => ({
      said: fillWords(setting.words.chips[name], {
        value: name === 'sources' ? (setting.sourceNames[value] ?? value) : value,
      }),
      less: { [name]: state[name].filter((other) => other !== value) },
    })),
  );
  return isDated(state) ? [...values, { said: dateSaid(state, setting), less: anyDate }] : values;
};

/** Fills `[data-chips]`. A change must be shown before `onChange` returns, for the focus to go on from what is left. */
export const createFilterChips = (
  page: HTMLElement,
  setting: FilterSetting,
  onChange: (change: Partial<SearchState>) => void,
): FilterChips => {
  const { chips: words } = setting.words;
  const root = part(page, '[data-chips]', HTMLElement);
  const list = part(root, 'ul', HTMLElement);
  const status = part(page, '[data-status]', HTMLElement);
  const known = new Map<string, HTMLElement>();
  let shown: readonly Chip[] = [];

  /** The chip is gone when this returns: the focus goes to the one after it, or before it, or to the count. */
  const take = (said: string): void => {
    const index = shown.findIndex((chip) => chip.said === said);
    const chip = shown[index];
    if (chip === undefined) return;
    onChange(chip.less);
    const left = list.querySelectorAll<HTMLElement>('[data-chip]');
    (left[Math.min(index, left.length - 1)] ?? status).focus();
  };

  const toItem = ({ said }: Chip): HTMLElement => {
    const made = known.get(said);
    if (made !== undefined) return made;
    const button = element(
      'button',
      { type: 'button', 'data-chip': '', 'aria-label': fillWords(words.remove, { filter: said }) },
      element('span', {}, said),
      element('span', { class: 'cross', 'aria-hidden': 'true' }, '×'),
    );
    button.addEventListener('click', () => {
      take(said);
    });
    const item = element('li', {}, button);
    known.set(said, item);
    return item;
  };

  const clear = element('button', { type: 'button', class: 'clear', 'data-clear': '' }, words.clear);
  clear.addEventListener('click', () => {
    onChange(noFilters);
    status.focus();
  });
  const last = element('li', {}, clear);

  return {
    show(state) {
      shown = toChips(state, setting);
      root.hidden = shown.length === 0;
      placeChildren(list, [...shown.map(toItem), last]);
    },
  };
};
