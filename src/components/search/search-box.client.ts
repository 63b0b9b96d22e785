const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'));

/** The box that `/` leads to: the first of `main`, else the first of the page. */
const searchInput = (): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>('main [data-search-input]') ??
  document.querySelector<HTMLInputElement>('[data-search-input]');

/** Lets the key `/` take the reader to the search box, wherever no text is being typed. */
export const focusSearchOnSlash = (): void => {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isTyping(event.target)) return;
    const input = searchInput();
    if (input === null) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
};
