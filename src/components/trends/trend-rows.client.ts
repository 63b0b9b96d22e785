import { part } from '../search/element.client.ts';
import { maxTrends } from './trend-address.ts';

/** What happens in the boxes. */
export interface RowActions {
  /** A box has changed as one types. */
  readonly onType: () => void;
  /** A box was left, or its last change is done. */
  readonly onSettle: () => void;
  readonly onRemove: (slot: number) => void;
  readonly onAdd: () => void;
  /** A box was entered. */
  readonly onFocus: () => void;
}

/** The boxes for queries: all of them are in the page's markup, those past the last one hidden. */
export interface TrendRows {
  readonly values: () => string[];
  /** Shows as many boxes as queries, the first always; a box that holds its query already is left alone. */
  readonly show: (queries: readonly string[]) => void;
  /** Says something below a box. */
  readonly tell: (slot: number, said: readonly (Node | string)[]) => void;
  readonly focus: (slot: number) => void;
}

/** Takes over the boxes in `[data-trend-rows]`. */
export const createTrendRows = (form: HTMLElement, actions: RowActions): TrendRows => {
  const add = part(form, '[data-add]', HTMLButtonElement);
  const rows = [...form.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
    row,
    input: part(row, 'input', HTMLInputElement),
    remove: part(row, '[data-remove]', HTMLButtonElement),
    said: part(row, '[data-said]', HTMLElement),
  }));
  const shown = () => rows.filter(({ row }) => !row.hidden);

  for (const [slot, { input, remove }] of rows.entries()) {
    input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent) || !event.isComposing) actions.onType();
    });
    input.addEventListener('compositionend', actions.onType);
    input.addEventListener('change', actions.onSettle);
    input.addEventListener('focus', actions.onFocus);
    remove.addEventListener('click', () => {
      actions.onRemove(slot);
    });
  }
  add.addEventListener('click', actions.onAdd);

  return {
    values: () => shown().map(({ input }) => input.value),
    show(queries) {
      for (const [slot, { row, input, remove, said }] of rows.entries()) {
        const query = queries[slot] ?? (slot === 0 ? '' : null);
        row.hidden = query === null;
        if (input.value !== (query ?? '')) input.value = query ?? '';
        remove.hidden = queries.length < 2;
        if (query === null) said.replaceChildren();
      }
      add.hidden = queries.length >= maxTrends;
    },
    tell(slot, said) {
      rows[slot]?.said.replaceChildren(...said);
    },
    focus(slot) {
      rows[slot]?.input.focus();
    },
  };
};
