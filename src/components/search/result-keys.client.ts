/** The links to the results' articles, in order. */
const resultLinks = (results: HTMLElement): HTMLElement[] => [
  ...results.querySelectorAll<HTMLElement>('[data-article-id] :is(h3, td) a'),
];

/**
 * Keys that lead from the box into the results and through them: down and up by one result, up from the first back to
 * the box. The link past the filters does what it says without changing the address.
 */
export const leadThroughResults = (
  page: HTMLElement,
  input: HTMLInputElement,
  results: HTMLElement,
): void => {
  const toFirst = (event: Event): void => {
    const [first] = resultLinks(results);
    if (first === undefined) return;
    event.preventDefault();
    first.focus();
  };
  page.querySelector('[data-to-results]')?.addEventListener('click', toFirst);
  input.addEventListener('keydown', (event) => {
    // The box's own list of completions takes the arrows first while it is open.
    if (event.key === 'ArrowDown' && !event.isComposing && !event.defaultPrevented) toFirst(event);
  });
  results.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = resultLinks(results);
    const at = links.findIndex((link) => link === event.target);
    if (at < 0) return;
    event.preventDefault();
    if (event.key === 'ArrowDown') links[at + 1]?.focus();
    else (links[at - 1] ?? input).focus();
  });
};
