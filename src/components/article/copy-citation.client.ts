/** Puts a text on the clipboard; whether the browser took it. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** The buttons that copy a citation. Where the browser doesn’t let them, the text is selected for the reader’s own keys. */
export const startCopying = (): void => {
  const cite = document.querySelector<HTMLElement>('[data-cite]');
  const status = cite?.querySelector<HTMLElement>('[data-copy-status]') ?? null;
  if (cite === null || status === null) return;
  for (const button of cite.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const text = button.closest('section')?.querySelector('pre') ?? null;
    if (text === null) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      void copyText(text.textContent).then((taken) => {
        if (!taken) getSelection()?.selectAllChildren(text);
        status.textContent = (taken ? button.dataset.copied : cite.dataset.selected) ?? '';
      });
    });
  }
};
