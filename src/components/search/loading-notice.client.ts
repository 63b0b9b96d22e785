import { element, part } from './element.client.ts';
import { fillWords, formatNumber } from './fill-words.ts';
import type { PageSetting } from './page-setting.client.ts';

/** A wait shorter than this is not worth a word: it would only flicker. */
const noticedMs = 300;
/** Bytes of a kilobyte, as hosts and browsers count them. */
const kilobyte = 1000;

/** Tells of a wait while the index is fetched: in words once, for those who hear it, and for the eye how much has come. */
export interface LoadingNotice {
  /** A wait has begun, or goes on. */
  readonly begin: (indexIsOpen: boolean) => void;
  /** So many bytes have come, since the page began to fetch, of so many that the start takes, once that is known. */
  readonly progress: (bytes: number, ofBytes: number | null) => void;
  readonly end: () => void;
}

/** The notice after the page's status. */
export const createLoadingNotice = (page: HTMLElement, { words, language }: PageSetting): LoadingNotice => {
  const status = part(page, '[data-status]', HTMLElement);
  // Figures that change many times a second are not announced.
  const amount = element('span', { 'data-loaded': '' });
  const bar = element('progress', { 'aria-label': words.loadingIndex });
  const notice = element('div', { class: 'loading', 'data-loading': '', hidden: '' }, bar, amount);
  status.after(notice);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let fetched = 0;
  let expected: number | null = null;

  const print = (): void => {
    const kilobytes = (bytes: number): string => formatNumber(Math.ceil(bytes / kilobyte), language);
    if (fetched === 0) amount.textContent = '';
    else if (expected === null || fetched >= expected) {
      // What the first answer needs beside the start comes in the same wait, and how much that is nobody knows.
      amount.textContent = fillWords(words.loaded, { kB: kilobytes(fetched) });
      bar.removeAttribute('value');
    } else {
      amount.textContent = fillWords(words.loadedOf, { kB: kilobytes(fetched), of: kilobytes(expected) });
      bar.max = expected;
      bar.value = fetched;
    }
  };

  return {
    begin(indexIsOpen) {
      timer ??= setTimeout(() => {
        page.toggleAttribute('data-slow', true);
        status.textContent = indexIsOpen ? words.searching : words.loadingIndex;
        print();
        notice.hidden = indexIsOpen;
      }, noticedMs);
    },
    progress(bytes, ofBytes) {
      fetched = bytes;
      expected = ofBytes;
      if (!notice.hidden) print();
    },
    end() {
      clearTimeout(timer);
      timer = undefined;
      page.toggleAttribute('data-slow', false);
      notice.hidden = true;
    },
  };
};
