import { parseSearchAddress, printSearchAddress, type SearchState } from './search-address.ts';
import type { Step } from './typing-step.ts';

interface Entry {
  readonly scrollY: number;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'scrollY' in value && typeof value.scrollY === 'number';

/** The state in the address and the scroll place in the history's entry. */
export interface PageHistory {
  readonly write: (state: SearchState, step: Step) => void;
  readonly read: () => SearchState;
  /** Where this entry was left, in pixels from the top; 0 for a new one. */
  readonly scrollPlace: () => number;
}

/** Keeps the scroll place by itself, since results come after the browser would have restored it. */
export const createPageHistory = (onMove: () => void): PageHistory => {
  history.scrollRestoration = 'manual';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const keepPlace = (): void => {
    clearTimeout(timer);
    history.replaceState({ scrollY: Math.round(scrollY) } satisfies Entry, '');
  };
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = setTimeout(keepPlace, 150);
    },
    { passive: true },
  );
  // Before a link is followed and before the page goes: the last scroll may not have been kept yet.
  document.addEventListener('click', keepPlace, { capture: true });
  addEventListener('pagehide', keepPlace);
  addEventListener('popstate', () => {
    clearTimeout(timer);
    onMove();
  });

  return {
    write(state, step) {
      const address = `${location.pathname}${printSearchAddress(state)}`;
      if (step === 'push') {
        keepPlace();
        history.pushState({ scrollY } satisfies Entry, '', address);
      } else {
        history.replaceState(history.state, '', address);
      }
    },
    read: () => parseSearchAddress(location.search),
    scrollPlace: () => (isEntry(history.state) ? history.state.scrollY : 0),
  };
};
