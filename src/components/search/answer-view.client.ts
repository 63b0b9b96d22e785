import { foldText } from '../../text/fold-text.ts';
import type { SearchAnswer, TierKind } from '../../search/search-answer.ts';
import { afterPaint } from './after-paint.client.ts';
import { createAnswerList, type AnswerList } from './answer-list.client.ts';
import { createContextView } from './context-view.client.ts';
import { element, part } from './element.client.ts';
import { countWords, fillWords, formatNumber } from './fill-words.ts';
import { createLoadingNotice } from './loading-notice.client.ts';
import type { PageSetting } from './page-setting.client.ts';
import { isAsking, pageSize, type ResultView, type SearchState } from './search-address.ts';
import { failureNotice, nothingNotice, readingNotice, type FailureReason } from './search-notice.client.ts';
import { readToolSetting } from './tool-setting.client.ts';

/** What the reader can ask for from within the answer. */
export interface AnswerActions {
  /** Shows more results; resolves when they stand. */
  readonly onMore: (shown: number) => Promise<void>;
  /** Opens every tier; resolves when the answer stands. */
  readonly onWider: () => Promise<void>;
  readonly onClear: () => void;
  readonly onRetry: () => void;
}

/** The part of the page that answers. */
export interface AnswerView {
  /** The box has changed, the question will follow. */
  readonly expect: () => void;
  /** A question is on its way; what stands stays until its answer comes. */
  readonly wait: (indexIsOpen: boolean) => void;
  /** So many bytes of the index have come so far. */
  readonly progress: (bytes: number, ofBytes: number | null) => void;
  readonly showPrompt: (state: SearchState) => void;
  readonly showAnswer: (answer: SearchAnswer, state: SearchState) => void;
  readonly showFailure: (reason: FailureReason, file: string | null, state: SearchState) => void;
  readonly hasFailed: () => boolean;
  /** Lays out what is shown to its end, as it is once it has been painted. */
  readonly layOut: () => void;
}

/** Tiers that were not opened and could hold something: one syllable can't stand scattered. */
const closedTiers = (answer: SearchAnswer, state: SearchState): TierKind[] => {
  if (state.tiers === 'all') return [];
  const opened = new Set(answer.tiers.map((tier) => tier.kind));
  const words = foldText(state.query).match(/[\p{L}\p{N}]+/gu) ?? [];
  return (['folded', 'loose'] as const).filter(
    (kind) => !opened.has(kind) && words.length > (kind === 'folded' ? 0 : 1),
  );
};

/** Shows answers, notices and offers in the page's own markup. */
export const createAnswerView = (
  page: HTMLElement,
  setting: PageSetting,
  actions: AnswerActions,
): AnswerView => {
  const { words, language } = setting;
  const results = part(page, '[data-results]', HTMLElement);
  const status = part(page, '[data-status]', HTMLElement);
  const notice = part(page, '[data-notice]', HTMLElement);
  const prompt = part(page, '[data-prompt]', HTMLElement);
  const shownOf = part(page, '[data-shown]', HTMLElement);
  const more = part(page, '[data-more]', HTMLButtonElement);
  const wider = part(page, '[data-wider]', HTMLElement);
  const toResults = part(page, '[data-to-results]', HTMLElement);
  const toolSetting = readToolSetting(part(page, '[data-tools]', HTMLElement), setting);
  const lists: Record<ResultView, AnswerList> = {
    list: createAnswerList(results, setting),
    context: createContextView(results, setting, toolSetting.words),
  };
  let list = lists.list;
  const loading = createLoadingNotice(page, setting);
  let shown = 0;
  let failed = false;

  const setBusy = (busy: boolean): void => {
    results.setAttribute('aria-busy', String(busy));
    page.toggleAttribute('data-waiting', busy);
  };

  /** Sets what is said, and whether the page's parts that need an answer are there. */
  const settle = (said: string, answered: boolean, standing: HTMLElement[] = []): void => {
    failed = false;
    loading.end();
    status.textContent = said;
    notice.replaceChildren(...standing);
    prompt.hidden = true;
    page.toggleAttribute('data-answered', answered);
    toResults.hidden = !answered;
    if (!answered) {
      list.clear();
      shown = 0;
      more.hidden = true;
      shownOf.textContent = '';
      wider.replaceChildren();
    }
    setBusy(false);
  };

  const layOut = (): void => {
    results.toggleAttribute('data-fresh', false);
    page.toggleAttribute('data-beside', page.hasAttribute('data-answered'));
  };

  /** What is below the window's edge, and what stands beside the first answer, waits until the results have been painted. */
  const paintFirst = (): void => {
    if (!page.hasAttribute('data-answered')) layOut();
    else void afterPaint().then(layOut);
  };

  /** The focus would go with what it stands on: the status takes it, so that the next key does not begin at the page's top. */
  const keepingFocus = (change: () => void): void => {
    const focused = page.querySelector(':focus');
    change();
    paintFirst();
    // The box is never hidden, and to ask would have the whole page laid out.
    if (focused === null || focused.matches('[data-search-input]')) return;
    if (!focused.checkVisibility()) status.focus({ preventScroll: true });
  };

  const showMore = (total: number): void => {
    more.hidden = shown >= total;
    const next = Math.min(pageSize, total - shown);
    more.textContent = fillWords(words.more, { n: formatNumber(next, language) });
    const numbers = { shown: formatNumber(shown, language), total: formatNumber(total, language) };
    shownOf.textContent = total > pageSize ? fillWords(words.shown, numbers) : '';
  };

  const showWider = (closed: readonly TierKind[]): void => {
    if (closed.length === 0) {
      wider.replaceChildren();
      return;
    }
    const button = element('button', { type: 'button' }, words.wider);
    button.addEventListener('click', () => {
      const first = shown;
      // The button is gone by then: what it brought takes the focus, or else the count.
      void actions.onWider().then(() => {
        if (shown > first) list.focusResult(first);
        else status.focus();
      });
    });
    const offers = closed.map((kind) => element('li', {}, words.tiers[kind].meaning));
    wider.replaceChildren(element('p', {}, words.widerMeaning), element('ul', {}, ...offers), button);
  };

  more.addEventListener('click', () => {
    const first = shown;
    void actions.onMore(shown + pageSize).then(() => {
      if (shown > first) list.focusResult(first);
    });
  });

  return {
    expect() {
      setBusy(true);
    },
    wait(indexIsOpen) {
      setBusy(true);
      prompt.hidden = true;
      loading.begin(indexIsOpen);
    },
    progress: loading.progress,
    showPrompt(state) {
      const empty = state.query.trim() === '';
      keepingFocus(() => {
        settle(empty ? '' : words.noWords, false);
        prompt.hidden = false;
      });
    },
    showAnswer(answer, state) {
      keepingFocus(() => {
        if (answer.total === 0) {
          const tried = answer.tiers.map((tier) => tier.kind);
          settle(countWords(words.found, 0, language), false, [
            ...readingNotice(answer, state, setting),
            nothingNotice(state, tried, setting, actions.onClear),
          ]);
          // Filters stay at hand: they may be why nothing was found.
          page.toggleAttribute('data-answered', true);
        } else {
          settle(
            countWords(words.found, answer.total, language),
            true,
            readingNotice(answer, state, setting),
          );
          list = lists[state.view];
          page.dataset.shownAs = state.view;
          // Who types sees the box, and what follows it; elsewhere any of the results may be looked at.
          const isTyped = document.activeElement?.matches('[data-search-input]') === true;
          results.toggleAttribute('data-fresh', isTyped && state.shown <= pageSize);
          list.show(answer, state);
          shown = answer.results?.length ?? 0;
          showMore(answer.total);
        }
        showWider(closedTiers(answer, state));
      });
    },
    showFailure(reason, file, state) {
      keepingFocus(() => {
        settle(words.failed, false, [failureNotice(reason, file, setting, actions.onRetry)]);
      });
      failed = isAsking(state);
    },
    hasFailed: () => failed,
    layOut,
  };
};
