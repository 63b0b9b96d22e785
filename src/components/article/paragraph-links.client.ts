import { copyText } from './copy-citation.client.ts';

/** A link to a paragraph copies its address as well as leading there: without the query, whose marks are nobody else’s. */
export const startParagraphLinks = (): void => {
  const text = document.querySelector<HTMLElement>('[data-paragraph-copied]');
  const status = document.querySelector<HTMLElement>('[data-paragraph-status]');
  if (text === null || status === null) return;
  text.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.to-paragraph') : null;
    if (link === null) return;
    void copyText(location.origin + location.pathname + link.hash).then((taken) => {
      status.textContent = taken ? (text.dataset.paragraphCopied ?? '') : '';
    });
  });
};
