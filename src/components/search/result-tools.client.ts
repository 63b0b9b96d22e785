import type { ArchiveSearch, SearchAnswer, SearchRequest } from '../../search/search-answer.ts';
import type { ContextOrder } from './context-order.ts';
import { startCiting } from './copy-citations.client.ts';
import { startCsv } from './download-csv.client.ts';
import { part } from './element.client.ts';
import type { PageSetting } from './page-setting.client.ts';
import { toSearchRequest, type ResultView, type SearchState } from './search-address.ts';
import { createToolProgress } from './tool-progress.client.ts';
import { readToolSetting } from './tool-setting.client.ts';
import { createWithinChips } from './within-chips.client.ts';

/** An answer with what it answers. */
export interface Asked {
  readonly request: SearchRequest;
  readonly answer: SearchAnswer;
}

/** The bar over the results: how they are viewed, and ways to take them away. */
export interface ResultTools {
  /** Follows the state before its answer is there. */
  readonly follow: (state: SearchState) => void;
  /** Without an answer there is nothing to take. */
  readonly show: (state: SearchState, answer: SearchAnswer | null) => void;
}

const orders: readonly ContextOrder[] = ['result', 'left', 'right'];

export const createResultTools = (
  page: HTMLElement,
  pageSetting: PageSetting,
  search: ArchiveSearch['search'],
  onChange: (change: Partial<SearchState>) => void,
): ResultTools => {
  const bar = part(page, '[data-tools]', HTMLElement);
  const order = part(bar, '[data-line-order]', HTMLSelectElement);
  const toggle = part(page, '[data-tool-toggle]', HTMLButtonElement);
  const orderField = part(bar, '[data-line-order-field]', HTMLElement);
  const setting = readToolSetting(bar, pageSetting);
  const progress = createToolProgress(bar, setting, search);
  let asked: Asked | null = null;
  const askedNow = (): Asked | null => asked;

  const viewButtons = [...bar.querySelectorAll<HTMLButtonElement>('[data-view]')];
  const viewOf = ({ dataset }: HTMLElement): ResultView => (dataset.view === 'context' ? 'context' : 'list');
  for (const button of viewButtons) {
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-pressed') !== 'true') onChange({ view: viewOf(button) });
    });
  }
  order.addEventListener('change', () => {
    onChange({ lineOrder: orders.find((name) => name === order.value) ?? 'result' });
  });
  const open = (isOpen: boolean): void => {
    bar.toggleAttribute('data-open', isOpen);
    toggle.setAttribute('aria-expanded', String(isOpen));
  };
  toggle.addEventListener('click', () => {
    open(!bar.hasAttribute('data-open'));
  });
  startCiting(bar, setting, progress, askedNow);
  startCsv(bar, setting, progress, askedNow);
  const chips = createWithinChips(page, setting, onChange);

  return {
    follow(state) {
      chips.show(state);
      for (const button of viewButtons) {
        button.setAttribute('aria-pressed', String(viewOf(button) === state.view));
      }
      orderField.hidden = state.view !== 'context';
      // The way back from there is in the bar.
      if (state.view === 'context') open(true);
      order.value = state.lineOrder;
    },
    show(state, answer) {
      chips.offer(state, answer);
      progress.forget();
      asked = answer === null || answer.total === 0 ? null : { request: toSearchRequest(state), answer };
      bar.hidden = asked === null;
      toggle.hidden = bar.hidden;
    },
  };
};
