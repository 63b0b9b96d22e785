import type { SearchAnswer, SearchResult } from '../../search/search-answer.ts';
import { createAnswerList } from './answer-list.client.ts';
import { element } from './element.client.ts';
import { countWords } from './fill-words.ts';
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
  tiers: [{ kind: 'folded', total: results.length }],
  results,
  unread: [],
  help: null,
  transfer: { requests: 0, bytes: 0 },
  ms: 0,
};

/**
 * Lists a made-up answer out of sight, and has the face of the headings fetched: what a browser does for the first time takes longer
 * than it will for the reader's own.
 */
export const rehearseAnswer = (setting: PageSetting): void => {
  const state = { ...parseSearchAddress(''), query: 'a' };
  const list = createAnswerList(element('div', {}), setting);
  list.show(answer, state);
  list.show({ ...answer, results: [...results].reverse() }, state);
  const { fontFamily } = getComputedStyle(document.documentElement);
  document.fonts.load(`600 1rem ${fontFamily}`, title).catch(() => undefined);
  countWords(setting.words.found, results.length, setting.language);
};
