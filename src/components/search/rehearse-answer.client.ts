import type { SearchAnswer, SearchResult } from '../../search/search-answer.ts';
import { createAnswerView } from './answer-view.client.ts';
import type { PageSetting } from './page-setting.client.ts';
import { parseSearchAddress } from './search-address.ts';

const title = 'Thư viện';

const results = Array.from({ length: 10 }, (_, nth): SearchResult => ({
  id: `a/${nth}`,
  href: `/a/${nth}/`,
  title,
  markedTitle: '[[Thư]] viện',
  titleSupplied: false,
  source: 'a',
  publishedAt: '2001-02-03',
  publishedAtInferred: false,
  tier: 'folded',
  score: 0,
  byExpansion: false,
  excerpt: 'Phòng đọc của [[thư viện]]',
}));

const answer: SearchAnswer = {
  query: '',
  total: results.length,
  tiers: [
    { kind: 'exact', total: 0 },
    { kind: 'folded', total: results.length },
  ],
  results,
  unread: [],
  narrow: [],
  help: null,
  transfer: { requests: 0, bytes: 0 },
  ms: 0,
};

const nothing = (): void => undefined;
const nothingAwaited = (): Promise<void> => Promise.resolve();

/**
 * Shows a made-up answer in a copy of the page that nobody sees, and has the face of the headings fetched: what a browser does
 * for the first time takes longer than it will for the reader's own.
 */
export const rehearseAnswer = (page: HTMLElement, setting: PageSetting): void => {
  const stage = page.cloneNode(true);
  if (!(stage instanceof HTMLElement)) return;
  const view = createAnswerView(stage, setting, {
    onMore: nothingAwaited,
    onWider: nothingAwaited,
    onClear: nothing,
    onRetry: nothing,
  });
  const state = { ...parseSearchAddress(''), query: 'thư viện' };
  view.wait(true);
  view.showAnswer(answer, state);
  view.showAnswer({ ...answer, results: [...results].reverse() }, state);
  const { fontFamily } = getComputedStyle(document.documentElement);
  document.fonts.load(`600 1rem ${fontFamily}`, title).catch(nothing);
};
