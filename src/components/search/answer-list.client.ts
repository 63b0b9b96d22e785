import type { SearchAnswer, SearchResult, TierKind } from '../../search/search-answer.ts';
import { element, placeChildren } from './element.client.ts';
import { formatNumber } from './fill-words.ts';
import type { PageSetting } from './page-setting.client.ts';
import { resultItem } from './result-item.client.ts';
import { hasWords, type SearchState } from './search-address.ts';

interface Group {
  readonly key: string;
  readonly heading: readonly (Node | string)[];
  readonly meaning: string | null;
  readonly results: readonly SearchResult[];
}

/** Shows answers in one place of the page, keeping what stays the same from one answer to the next. */
export interface AnswerList {
  readonly show: (answer: SearchAnswer, state: SearchState) => void;
  readonly clear: () => void;
  /** Focuses the title of the result at an index, from 0. */
  readonly focusResult: (index: number) => void;
}

/** Whether the answers stand in one list by date: all that is let through, where no word is asked for, does. */
const isByDate = ({ sort, query }: SearchState): boolean => sort !== 'relevance' || !hasWords(query);

const groupsOf = (answer: SearchAnswer, state: SearchState, setting: PageSetting): Group[] => {
  const { words, language } = setting;
  const results = answer.results ?? [];
  if (isByDate(state)) return [{ key: 'date', heading: [words.resultsByDate], meaning: null, results }];
  const toGroup = ({ kind, total }: { kind: TierKind; total: number }): Group => ({
    key: kind,
    heading: [words.tiers[kind].label, element('span', { class: 'count' }, formatNumber(total, language))],
    meaning: words.tiers[kind].meaning,
    results: results.filter((result) => result.tier === kind),
  });
  return answer.tiers.map(toGroup).filter((group) => group.results.length > 0);
};

/** The list of answers in `[data-results]`. */
export const createAnswerList = (root: HTMLElement, setting: PageSetting): AnswerList => {
  let items = new Map<string, HTMLLIElement>();
  const sections = new Map<string, { section: HTMLElement; head: HTMLElement; list: HTMLElement }>();

  const sectionOf = (group: Group): HTMLElement => {
    let made = sections.get(group.key);
    if (made === undefined) {
      const head = element('div', { class: 'tier-head' });
      const list = element('ol', {});
      made = { section: element('section', { 'data-tier-section': group.key }, head, list), head, list };
      sections.set(group.key, made);
    }
    made.head.replaceChildren(
      element('h2', { class: group.meaning === null ? 'visually-hidden' : null }, ...group.heading),
      ...(group.meaning === null ? [] : [element('p', {}, group.meaning)]),
    );
    return made.section;
  };

  return {
    show(answer, state) {
      const groups = groupsOf(answer, state, setting);
      const tierShown = isByDate(state) && answer.tiers.filter(({ total }) => total > 0).length > 1;
      const fresh = new Map<string, HTMLLIElement>();
      for (const group of groups) {
        for (const result of group.results) {
          const key = `${String(tierShown)} ${JSON.stringify({ ...result, score: 0 })}`;
          fresh.set(key, items.get(key) ?? resultItem(result, setting, tierShown));
        }
      }
      items = fresh;
      const all = [...fresh.values()];
      let from = 0;
      const shown = groups.map((group) => {
        const section = sectionOf(group);
        const until = from + group.results.length;
        const list = sections.get(group.key)?.list;
        if (list !== undefined) placeChildren(list, all.slice(from, until));
        from = until;
        return section;
      });
      placeChildren(root, shown);
    },
    clear() {
      items = new Map();
      root.replaceChildren();
    },
    focusResult(index) {
      root.querySelectorAll<HTMLElement>('li[data-article-id] h3 a')[index]?.focus();
    },
  };
};
