import type { SearchAnswer } from '../../search/search-answer.ts';
import { pageSize, hasWords, maxWithin, type SearchState } from './search-address.ts';
import { element, part } from './element.client.ts';
import { fillWords } from './fill-words.ts';
import type { ToolSetting } from './tool-setting.client.ts';

/** The queries that one searches within, as chips under the box, and the button that adds the present one. */
export interface WithinChips {
  readonly show: (state: SearchState) => void;
  /** Offers to search within an answer, or not. */
  readonly offer: (state: SearchState, answer: SearchAnswer | null) => void;
}

/**
 * Whether searching within the query's answers would be searching within what stands there: wider tiers and a query taken
 * word for word are of the page's state, not of the query.
 */
const canAdd = (state: SearchState, answer: SearchAnswer | null): boolean =>
  answer !== null &&
  answer.total > 1 &&
  hasWords(state.query) &&
  state.tiers === '' &&
  !state.literal &&
  state.within.length < maxWithin;

export const createWithinChips = (
  page: HTMLElement,
  { words }: ToolSetting,
  onChange: (change: Partial<SearchState>) => void,
): WithinChips => {
  const root = part(page, '[data-within]', HTMLElement);
  const list = part(root, 'ul', HTMLElement);
  const add = part(page, '[data-within-add]', HTMLButtonElement);
  const input = part(page, '[data-search-input]', HTMLInputElement);
  let addable: string[] = [];

  const chip = (query: string, within: readonly string[]): HTMLElement => {
    const button = element(
      'button',
      { type: 'button', 'aria-label': fillWords(words.removeWithin, { query }) },
      element('span', { lang: 'vi' }, query),
      element('span', { class: 'cross', 'aria-hidden': 'true' }, '×'),
    );
    button.addEventListener('click', () => {
      onChange({ within: within.filter((other) => other !== query), shown: pageSize });
      (list.querySelector('button') ?? input).focus();
    });
    return element('li', {}, button);
  };

  add.addEventListener('click', () => {
    onChange({ within: addable, query: '', shown: pageSize });
    input.focus();
  });
  part(root, '[data-within-whole]', HTMLButtonElement).addEventListener('click', () => {
    onChange({ within: [], shown: pageSize });
    input.focus();
  });

  return {
    show({ within }) {
      root.hidden = within.length === 0;
      list.replaceChildren(...within.toReversed().map((query) => chip(query, within)));
    },
    offer(state, answer) {
      add.hidden = !canAdd(state, answer);
      addable = [...state.within, answer?.help?.query ?? state.query.trim()];
    },
  };
};
