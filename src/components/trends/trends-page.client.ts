import { element, part } from '../search/element.client.ts';
import { countWords, fillWords } from '../search/fill-words.ts';
import { hasWords, parseSearchAddress, printSearchAddress } from '../search/search-address.ts';
import { failureOf, isReachable } from '../search/search-failure.client.ts';
import { typingStep, type Step } from '../search/typing-step.ts';
import {
  maxTrends,
  parseTrendAddress,
  printTrendAddress,
  toTrendQuery,
  type TrendState,
} from './trend-address.ts';
import { createTrendDoor } from './trend-door.client.ts';
import { createTrendOptions } from './trend-options.client.ts';
import { createTrendRows } from './trend-rows.client.ts';
import { toTrendPicture, type Trend, type TrendPicture } from './trend-series.ts';
import { readTrendSetting } from './trend-setting.client.ts';
import { createTrendView } from './trend-view.client.ts';

/** How long typing rests before it is asked, as on the search page. */
const typingRestMs = 50;

/** Runs the Trends page: boxes, address and chart follow one state. */
export const startTrendsPage = (): void => {
  const page = part(document, '[data-trends-page]', HTMLElement);
  const form = part(page, '[data-trend-form]', HTMLFormElement);
  const otherLanguage = document.querySelector<HTMLAnchorElement>('header a[hreflang]');
  const setting = readTrendSetting(page);
  const { words, language } = setting;
  const door = createTrendDoor(setting.base, (bytes, ofBytes) => {
    view.progress(bytes, ofBytes);
  });
  const ownTitle = document.title;
  let state: TrendState;
  /** Each question has a number; only the last one's answer is shown, so none ever gives way to an earlier. */
  let asked = 0;
  let typing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tellRow = (trend: Trend, picture: TrendPicture): void => {
    const total = picture.series.find(({ slot }) => slot === trend.slot)?.total ?? 0;
    const isFound = Object.keys(trend.years).length > 0;
    const wider = printSearchAddress({ ...parseSearchAddress(''), query: trend.query });
    rows.tell(trend.slot, [
      ...(isFound
        ? [countWords(words.found, total, language)]
        : [`${words.nothing}. `, element('a', { href: setting.search + wider }, words.searchWider)]),
      ...(trend.unread.length > 0
        ? [`. ${fillWords(words.unread, { signs: trend.unread.join('  ') })}`]
        : []),
    ]);
  };

  const tellRows = (trends: readonly Trend[], picture: TrendPicture | null): void => {
    for (const [slot, query] of state.queries.entries()) {
      const trend = trends.find((one) => one.slot === slot);
      if (trend !== undefined && picture !== null) tellRow(trend, picture);
      else rows.tell(slot, query.trim() === '' || hasWords(query) ? [] : [words.noWords]);
    }
  };

  const ask = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const wanted = state.queries
      .map((query, slot) => ({ slot, query: query.trim() }))
      .filter(({ query }) => hasWords(query));
    if (wanted.length === 0) {
      tellRows([], null);
      view.showPrompt();
      return;
    }
    view.wait(door.isOpen());
    try {
      const [archive, trends] = await Promise.all([
        door.archive(),
        Promise.all(
          wanted.map(async (one): Promise<Trend> => ({ ...one, ...(await door.count(one.query)) })),
        ),
      ]);
      if (mine !== asked) return;
      const picture = toTrendPicture(trends, archive, state);
      tellRows(trends, picture);
      view.showPicture(picture, {
        finds: trends.some(({ years }) => Object.keys(years).length > 0),
        bounded: state.from !== '' || state.to !== '',
      });
    } catch (error) {
      if (mine !== asked) return;
      const { reason, file } = failureOf(error);
      tellRows([], null);
      view.showFailure(reason, file);
    }
  };

  const follow = (): void => {
    const named = state.queries.map((query) => query.trim()).filter((query) => query !== '');
    document.title = named.length === 0 ? ownTitle : `${named.join(', ')} – ${ownTitle}`;
    if (otherLanguage !== null) otherLanguage.search = printTrendAddress(state);
  };

  const change = (news: Partial<TrendState>, step: Step): Promise<void> => {
    clearTimeout(timer);
    state = { ...state, ...news };
    const address = `${location.pathname}${printTrendAddress(state)}`;
    if (step === 'replace') history.replaceState(history.state, '', address);
    else if (address !== location.pathname + location.search) history.pushState(null, '', address);
    follow();
    return ask();
  };

  /** Takes over what the boxes hold. */
  const takeQueries = (): void => {
    clearTimeout(timer);
    const queries = rows.values().map(toTrendQuery);
    const at = queries.findIndex((query, slot) => query !== state.queries[slot]);
    if (at < 0) {
      void ask();
      return;
    }
    const step = typingStep(state.queries[at] ?? '', queries[at] ?? '');
    // A box that was empty gets its query within one entry, but a chart of others was there before.
    const begins = (state.queries[at] ?? '') === '' && !typing && state.queries.some(hasWords);
    typing = true;
    void change({ queries }, begins ? 'push' : step);
  };

  const awaitRest = (): void => {
    clearTimeout(timer);
    asked += 1;
    view.wait(door.isOpen());
    timer = setTimeout(takeQueries, typingRestMs);
  };

  const takeAddress = (): Promise<void> => {
    clearTimeout(timer);
    typing = false;
    state = parseTrendAddress(location.search);
    rows.show(state.queries);
    options.show(state);
    follow();
    return ask();
  };

  /** Changes what the boxes are; what was typed last and not yet asked is taken along. */
  const changeRows = (queries: readonly string[], focused: number): void => {
    typing = false;
    void change({ queries }, 'push');
    rows.show(queries);
    rows.focus(focused);
  };

  /** Asks again, and where that fails starts the page anew: browsers keep the failure of a script for as long as the page lives. */
  const retry = async (): Promise<void> => {
    await ask();
    if (view.hasFailed() && (await isReachable())) location.reload();
  };

  const rows = createTrendRows(form, {
    onType: awaitRest,
    onSettle() {
      typing = false;
    },
    onFocus: door.prepare,
    onRemove(slot) {
      const left = rows.values().filter((_, i) => i !== slot);
      changeRows(left, Math.min(slot, left.length - 1));
    },
    onAdd() {
      const queries = [...rows.values(), ''].slice(0, maxTrends);
      changeRows(queries, queries.length - 1);
    },
  });
  const options = createTrendOptions(form, setting, (news) => {
    typing = false;
    void change(news, 'push').then(() => {
      options.show(state);
    });
  });
  const view = createTrendView(page, setting, {
    onRetry() {
      rows.focus(0);
      void retry();
    },
    onAllYears() {
      void change({ from: '', to: '' }, 'push');
      options.show(state);
      rows.focus(0);
    },
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    takeQueries();
    typing = false;
    // On a phone the keyboard would cover the chart.
    if (matchMedia('(pointer: coarse)').matches && document.activeElement instanceof HTMLElement) {
      document.activeElement.blur();
    }
  });
  addEventListener('popstate', () => void takeAddress());
  addEventListener('online', () => {
    if (view.hasFailed()) void retry();
  });

  // What was typed before this code came is kept: it is newer than the address.
  const typed = toTrendQuery(rows.values()[0] ?? '');
  state = parseTrendAddress(location.search);
  const [first = '', ...others] = state.queries;
  rows.show(typed === '' ? state.queries : [typed, ...others]);
  options.show(state);
  if (typed === '' || typed === first) void takeAddress();
  else void change({ queries: [typed, ...others] }, first === '' ? 'replace' : 'push');
};
