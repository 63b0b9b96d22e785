import { isAsked, labelOf, type DateBar, type DateChart } from './date-bars.ts';
import { element, placeChildren } from './element.client.ts';

/** Bars from one to another, by index, in the order in which they were chosen. */
export interface BarRange {
  readonly one: number;
  readonly other: number;
}

interface Bar {
  count: number;
  readonly button: HTMLButtonElement;
  readonly column: HTMLElement;
  readonly label: HTMLElement;
}

/** The chart's bars on the page. */
export interface ChartBars {
  /** Draws the bars; those from one end of `drawn` to the other are chosen, else those that are asked for. */
  readonly draw: (
    chart: DateChart,
    asked: { readonly from: string; readonly to: string },
    drawn: BarRange | null,
    /** The bar that Tab leads to. */
    at: number,
  ) => void;
  /** The index of the bar that an event is about; -1 for none. */
  readonly indexOf: (target: EventTarget | null) => number;
  /** The index of the bar at a place of the window, the first or the last one where it is beside them; -1 without bars. */
  readonly indexAt: (clientX: number) => number;
  readonly focus: (index: number) => void;
}

/** Draws bars as buttons in `root`, kept from one answer to the next. */
export const createChartBars = (root: HTMLElement, nameOf: (bar: DateBar) => string): ChartBars => {
  const known = new Map<string, Bar>();
  let buttons: readonly HTMLButtonElement[] = [];

  const toBar = (value: string): Bar => {
    const made = known.get(value);
    if (made !== undefined) return made;
    const column = element('span', { class: 'column' });
    const label = element('span', { class: 'label', 'aria-hidden': 'true' });
    const button = element('button', { type: 'button', 'data-date': value }, column, label);
    const bar: Bar = { count: -1, button, column, label };
    known.set(value, bar);
    return bar;
  };

  return {
    draw(chart, asked, drawn, at) {
      const most = Math.max(1, ...chart.bars.map(({ count }) => count));
      const low = drawn === null ? 0 : Math.min(drawn.one, drawn.other);
      const high = drawn === null ? -1 : Math.max(drawn.one, drawn.other);
      buttons = chart.bars.map((shown, index) => {
        const bar = toBar(shown.value);
        const { button, column, label } = bar;
        const chosen = drawn === null ? isAsked(shown, asked.from, asked.to) : index >= low && index <= high;
        if (bar.count !== shown.count) {
          bar.count = shown.count;
          button.setAttribute('aria-label', nameOf(shown));
          button.setAttribute('aria-disabled', String(shown.count === 0));
          column.toggleAttribute('data-empty', shown.count === 0);
        }
        button.setAttribute('aria-pressed', String(chosen));
        button.tabIndex = index === at ? 0 : -1;
        column.style.setProperty('--share', String(shown.count / most));
        label.textContent = labelOf(chart, index);
        return button;
      });
      root.toggleAttribute('data-chosen', drawn !== null || asked.from !== '' || asked.to !== '');
      placeChildren(root, buttons);
    },
    indexOf(target) {
      const button = target instanceof Element ? target.closest('button') : null;
      return button === null ? -1 : buttons.indexOf(button);
    },
    indexAt(clientX) {
      const over = buttons.findIndex((button) => clientX < button.getBoundingClientRect().right);
      return over < 0 ? buttons.length - 1 : over;
    },
    focus(index) {
      buttons[index]?.focus({ preventScroll: true });
    },
  };
};
