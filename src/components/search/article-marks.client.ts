import { markText } from '../../search/mark-text.ts';
import { tierKinds } from '../../search/search-answer.ts';
import { fillWords } from './fill-words.ts';
import { blockNames, blockString, dropMarks, markRanges, textBlocks } from './mark-ranges.client.ts';
import { hasWords, parseSearchAddress } from './search-address.ts';

const behavior = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';

/** Letters on either side of a match that are told to those who hear the page. */
const heardBeside = 40;

const blockOf = (place: readonly HTMLElement[] | undefined): HTMLElement | null =>
  place?.[0]?.closest<HTMLElement>(blockNames) ?? null;

/** A match with some of its block's text, whole words. */
const wordsAround = (place: readonly HTMLElement[]): string => {
  const [first] = place;
  const block = blockOf(place);
  if (first === undefined || block === null) return '';
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEndBefore(first);
  const start = before.toString().length;
  const end = start + place.reduce((length, { textContent }) => length + textContent.length, 0);
  const text = block.textContent;
  const left = text.slice(Math.max(0, start - heardBeside), start);
  const right = text.slice(end, end + heardBeside);
  const isCut = { left: start > heardBeside, right: end + heardBeside < text.length };
  return [
    isCut.left ? left.replace(/^\S*\s/, '') : left,
    text.slice(start, end),
    isCut.right ? right.replace(/\s\S*$/, '') : right,
  ].join('');
};

/** Takes the focus to a block that no key leads to, for as long as it is there. */
const focusInText = (block: HTMLElement): void => {
  if (!block.hasAttribute('tabindex')) {
    block.tabIndex = -1;
    block.addEventListener(
      'blur',
      () => {
        block.removeAttribute('tabindex');
      },
      { once: true },
    );
  }
  block.focus({ preventScroll: true });
};

/** The bar's buttons over the marks; a place is one matched run, which may be several elements. */
const startBar = (bar: HTMLElement, places: readonly (readonly HTMLElement[])[]): void => {
  const status = bar.querySelector<HTMLElement>('[data-mark-place]');
  const around = bar.querySelector<HTMLElement>('[data-mark-around]');
  if (status === null) return;
  const total = places.length;
  let at = -1;
  status.textContent = fillWords(status.dataset.total ?? '', { total: String(total) });

  const go = (to: number): void => {
    for (const mark of places[at] ?? []) mark.removeAttribute('aria-current');
    at = (to + total) % total;
    const place = places[at] ?? [];
    for (const mark of place) mark.setAttribute('aria-current', 'true');
    place[0]?.scrollIntoView({ block: 'center', behavior: behavior() });
    if (around !== null) around.textContent = wordsAround(place);
    status.textContent = fillWords(status.dataset.place ?? '', {
      at: String(at + 1),
      total: String(total),
    });
  };
  const drop = (): void => {
    // The focus would go with the bar: reading goes on where the chosen match stood, else at the beginning.
    const block = blockOf(places[at]) ?? document.querySelector('main');
    dropMarks(places);
    bar.hidden = true;
    if (block !== null) focusInText(block);
    const address = new URL(location.href);
    address.searchParams.delete('q');
    address.searchParams.delete('tier');
    history.replaceState(history.state, '', address);
  };
  bar.querySelector('[data-mark-next]')?.addEventListener('click', () => {
    go(at + 1);
  });
  bar.querySelector('[data-mark-previous]')?.addEventListener('click', () => {
    go(at < 0 ? total - 1 : at - 1);
  });
  bar.querySelector('[data-mark-drop]')?.addEventListener('click', drop);
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') drop();
  });
  bar.hidden = false;
};

/** Marks in the opened article what the query in its address matches, and shows the bar that leads through it. */
export const markArticle = (): void => {
  const { query } = parseSearchAddress(location.search);
  const named = new URLSearchParams(location.search).get('tier');
  const tier = tierKinds.find((kind) => kind === named);
  const bar = document.querySelector<HTMLElement>('[data-mark-bar]');
  if (bar === null || !hasWords(query)) return;
  const places = [...document.querySelectorAll('[data-article-text]')]
    .flatMap(textBlocks)
    .flatMap((block) => markRanges(block, markText(query, blockString(block), tier)));
  if (places.length > 0) startBar(bar, places);
};
