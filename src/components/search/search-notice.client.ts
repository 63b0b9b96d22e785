import type { SearchAnswer, TierKind } from '../../search/search-answer.ts';
import type { UnavailableReason } from '../../search/search-unavailable.ts';
import { element } from './element.client.ts';
import { fillWords } from './fill-words.ts';
import type { PageSetting } from './page-setting.client.ts';
import { isFiltered, maxQueryLength, printSearchAddress, type SearchState } from './search-address.ts';

const waysToBrowse = ({ words, browse }: PageSetting): HTMLElement =>
  element(
    'p',
    { class: 'browse' },
    element('a', { href: browse.years }, words.browseYears),
    element('a', { href: browse.sources }, words.browseSources),
  );

/** How the query was read, where that is not as it was typed: the help given, the literal query on offer, unread operators. */
export const readingNotice = (
  { help, unread, narrow }: SearchAnswer,
  state: SearchState,
  { words }: PageSetting,
): HTMLElement[] => {
  const query = state.query.trim();
  const told: HTMLElement[] = [];
  if (help !== null) {
    const literal = element(
      'a',
      { href: printSearchAddress({ ...state, literal: true }) },
      fillWords(words.literal, { query }),
    );
    told.push(element('p', {}, fillWords(words.helped, { query, helped: help.query }), ' ', literal));
  }
  if (state.query.length >= maxQueryLength) {
    told.push(element('p', {}, fillWords(words.cut, { n: String(maxQueryLength) })));
  }
  if (unread.length > 0) {
    told.push(element('p', {}, fillWords(words.unread, { signs: unread.join('  ') })));
  }
  if (narrow.length > 0) {
    told.push(element('p', {}, fillWords(words.narrow, { joined: narrow.join('”, “') })));
  }
  return told.length === 0 ? [] : [element('section', { class: 'reading', 'data-reading': '' }, ...told)];
};

/** What stands in the results' place where nothing was found: what was tried, and what else can be done. */
export const nothingNotice = (
  state: SearchState,
  tried: readonly TierKind[],
  setting: PageSetting,
  onClear: () => void,
): HTMLElement => {
  const { words } = setting;
  const clear = element('button', { type: 'button' }, words.clearFilters);
  clear.addEventListener('click', onClear);
  const isNarrowed = isFiltered(state) || state.within.length > 0;
  const said = isNarrowed ? words.nothingFiltered : words.nothing;
  const query = state.query.trim() || (state.within.at(-1) ?? '');
  return element(
    'section',
    { class: 'notice' },
    element('h2', {}, fillWords(said, { query })),
    ...(isFiltered(state) ? [element('p', {}, clear)] : []),
    ...(tried.length === 0
      ? []
      : [
          element('p', {}, words.tried),
          element(
            'ul',
            {},
            ...tried.map((kind) => element('li', {}, words.tiers[kind].label)),
            ...(state.literal || state.tiers === 'whole' ? [] : [element('li', {}, words.triedHelp)]),
          ),
        ]),
    element('p', {}, words.nothingHint),
    waysToBrowse(setting),
  );
};

/** Why there is no answer: `unanswered` where the machine has a network but no file came, `code` where the fault is ours. */
export type FailureReason = UnavailableReason | 'unanswered' | 'code';

/** What stands there when the index can't be read. */
export const failureNotice = (
  reason: FailureReason,
  file: string | null,
  setting: PageSetting,
  onRetry: () => void,
): HTMLElement => {
  const { words } = setting;
  const retry = element('button', { type: 'button' }, words.retry);
  retry.addEventListener('click', onRetry);
  return element(
    'section',
    { class: 'notice failed', 'data-failure': reason },
    element('h2', {}, words.failed),
    element('p', {}, words.reasons[reason], ...(file === null ? [] : [' ', element('code', {}, file)])),
    element('p', {}, retry),
    element('p', {}, words.browseMeanwhile),
    waysToBrowse(setting),
  );
};
