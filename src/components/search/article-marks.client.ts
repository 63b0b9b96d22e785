import { markText } from '../../search/mark-text.ts';
import { tierKinds } from '../../search/search-answer.ts';
import { fillWords } from './fill-words.ts';
import { blockString, dropMarks, markRanges, textBlocks } from './mark-ranges.client.ts';
import { hasWords, parseSearchAddress } from './search-address.ts';

const behavior = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';

/** The bar's buttons over the marks; a place is one matched run, which may be several elements. */
const startBar = (bar: HTMLElement, places: readonly (readonly HTMLElement[])[]): void => {
  const status = bar.querySelector<HTMLElement>('[data-mark-place]');
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
    status.textContent = fillWords(status.dataset.place ?? '', {
      at: String(at + 1),
      total: String(total),
    });
  };
  const drop = (): void => {
    dropMarks(places);
    bar.hidden = true;
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
