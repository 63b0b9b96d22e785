/** Escape puts away the reason that shows for something in brackets, until the pointer or the keyboard asks again. */
export const startReasons = (): void => {
  const reasons = [...document.querySelectorAll<HTMLElement>('.supplied')];
  for (const reason of reasons) {
    for (const type of ['pointerleave', 'focusout']) {
      reason.previousElementSibling?.addEventListener(type, () => {
        delete reason.dataset.dismissed;
      });
    }
  }
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') for (const reason of reasons) reason.dataset.dismissed = '';
  });
};
