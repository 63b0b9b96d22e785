import { createAnswerView } from './answer-view.client.ts';
import { createCompletionBox } from './completion-box.client.ts';
import { part } from './element.client.ts';
import { createIndexDoor } from './index-door.client.ts';
import { createPageHistory } from './page-history.client.ts';
import { readPageSetting } from './page-setting.client.ts';
import {
  isAsking,
  maxQueryLength,
  noFilters,
  pageSize,
  printSearchAddress,
  type SearchState,
} from './search-address.ts';
import { rehearseAnswer } from './rehearse-answer.client.ts';
import { leadThroughResults } from './result-keys.client.ts';
import { createResultTools } from './result-tools.client.ts';
import { createSearchFilters } from './search-filters.client.ts';
import { trendsOf } from '../trends/trend-address.ts';
import { failureOf, isReachable } from './search-failure.client.ts';
import { typingStep, type Step } from './typing-step.ts';

/**
 * How long typing rests before it is asked. Short: a person waits for the answer, not for the page; but an input method takes
 * letters back and puts others in their place within some milliseconds, and what stood between was never meant.
 */
const typingRestMs = 20;

/** Runs the search page: box, address, filters and answers follow one state. */
export const startSearchPage = (): void => {
  const page = part(document, '[data-search-page]', HTMLElement);
  const form = part(page, '[data-search-box]', HTMLFormElement);
  const input = part(page, '[data-search-input]', HTMLInputElement);
  const otherLanguage = document.querySelector<HTMLAnchorElement>('header a[hreflang]');
  const toTrends = part(page, '[data-to-trends]', HTMLAnchorElement);
  const setting = readPageSetting(page);
  const door = createIndexDoor(setting.base, (bytes, ofBytes) => {
    view.progress(bytes, ofBytes);
  });
  const ownTitle = document.title;
  let state: SearchState;
  /** Each question has a number; only the last one's answer is shown, so none ever gives way to an earlier. */
  let asked = 0;
  let typing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the box was last changed, on the clock of events. */
  let changedAt = -Infinity;

  const ask = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    if (!isAsking(state)) {
      tools.show(state, null);
      view.showPrompt(state);
      return;
    }
    view.wait(door.isOpen());
    try {
      const answer = await door.ask(state);
      if (mine !== asked) return;
      view.showAnswer(answer, state);
      tools.show(state, answer);
      filters.count(state, answer);
    } catch (error) {
      if (mine !== asked) return;
      tools.show(state, null);
      const { reason, file } = failureOf(error);
      view.showFailure(reason, file, state);
    }
  };

  const follow = (): void => {
    const query = [...state.within, state.query.trim()].filter((one) => one !== '').join(' › ');
    document.title = query === '' ? ownTitle : `${query} – ${ownTitle}`;
    tools.follow(state);
    filters.show(state);
    if (otherLanguage !== null) otherLanguage.search = printSearchAddress(state);
    toTrends.search = trendsOf(state.query.trim());
  };

  const change = (news: Partial<SearchState>, step: Step): Promise<void> => {
    clearTimeout(timer);
    state = { ...state, shown: pageSize, ...news };
    // The question goes first: what stands beside it is done while the index is read.
    const answering = ask();
    pageHistory.write(state, step);
    follow();
    return answering;
  };

  /** Takes over what the box holds. */
  const takeQuery = (): void => {
    clearTimeout(timer);
    if (input.value === state.query) {
      void ask();
      return;
    }
    const step = typing ? typingStep(state.query, input.value) : isAsking(state) ? 'push' : 'replace';
    typing = true;
    void change({ query: input.value.slice(0, maxQueryLength), tiers: '', literal: false }, step);
  };

  /** The box has changed: what was asked before is out of date, and the next question follows when typing rests. */
  const awaitRest = (): void => {
    clearTimeout(timer);
    asked += 1;
    view.expect();
    timer = setTimeout(takeQuery, typingRestMs);
  };

  /** What comes alone and takes nothing back is meant as it stands, and is asked at once. */
  const takeChange = (event: Event): void => {
    const rested = event.timeStamp - changedAt > typingRestMs;
    changedAt = event.timeStamp;
    if (event instanceof InputEvent && event.isComposing) return;
    const takesBack = !(event instanceof InputEvent) || event.inputType.startsWith('delete');
    if (rested && !takesBack) takeQuery();
    else awaitRest();
  };

  /** On a phone the box's keyboard would cover the answer. */
  const isOnPhone = (): boolean => matchMedia('(pointer: coarse)').matches;
  const focusBox = (): void => {
    if (!isOnPhone()) input.focus();
  };

  /** Asks what the box holds for good. */
  const send = (): void => {
    takeQuery();
    typing = false;
    if (isOnPhone()) input.blur();
  };

  const takeAddress = async (): Promise<void> => {
    clearTimeout(timer);
    completions.close();
    typing = false;
    state = pageHistory.read();
    input.value = state.query;
    follow();
    const place = pageHistory.scrollPlace();
    await ask();
    if (place === 0) return;
    view.layOut();
    scrollTo({ top: place, behavior: 'instant' });
  };

  /** Asks again, and where that fails starts the page anew: browsers keep the failure of a script for as long as the page lives. */
  const retry = async (): Promise<void> => {
    await ask();
    if (view.hasFailed() && (await isReachable())) location.reload();
  };

  const changeFilter = (news: Partial<SearchState>): Promise<void> => {
    typing = false;
    return change(news, 'push');
  };
  const filters = createSearchFilters(page, setting, door.search, (news) => void changeFilter(news));
  const view = createAnswerView(page, setting, {
    onMore: (shown) => change({ shown }, 'replace'),
    onWider: () => changeFilter({ tiers: 'all' }),
    onClear: () => {
      void changeFilter(noFilters);
      focusBox();
    },
    onRetry: () => {
      focusBox();
      void retry();
    },
  });
  const tools = createResultTools(page, setting, door.search, (news) => {
    if (news.query !== undefined) input.value = news.query;
    void changeFilter({ shown: state.shown, ...news });
  });
  // Before those of others who listen: the question goes first.
  input.addEventListener('input', takeChange);
  const completions = createCompletionBox(input, {
    words: setting.words.completions,
    language: setting.language,
    complete: door.complete,
    onTake(completion) {
      input.value = completion;
      send();
    },
  });
  leadThroughResults(page, input, part(page, '[data-results]', HTMLElement));
  const pageHistory = createPageHistory(() => void takeAddress());

  const prepare = (): void => {
    door.prepare();
    setTimeout(() => {
      rehearseAnswer(page, setting);
    });
  };
  input.addEventListener('focus', prepare, { once: true });
  input.addEventListener('compositionstart', () => {
    clearTimeout(timer);
  });
  input.addEventListener('compositionend', awaitRest);
  input.addEventListener('change', () => {
    typing = false;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  addEventListener('online', () => {
    if (view.hasFailed()) void retry();
  });

  // What was typed before this code came is kept: it is newer than the address.
  const typed = input.value;
  state = pageHistory.read();
  if (document.activeElement === input) prepare();
  if (typed === '' || typed === state.query) void takeAddress();
  else void change({ query: typed }, state.query === '' ? 'replace' : 'push');
};
